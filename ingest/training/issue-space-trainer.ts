// Makes a space of messages: the directions of most variance first, then labelled sets pull together what belongs together.
import { createHash } from 'node:crypto';
import { bucketCount } from '../issues/features.ts';
import type { SpaceModel } from '../issues/message-space.ts';
import { seededRandom } from '../learn/seeded.ts';
import { leadingDirections, type Projection } from './issue-projection.ts';
import { rarityOf, rowOf } from './issue-rows.ts';
import { conceptLabels, conceptRarityOf, type IssueSources, type LabelledText } from './issue-sources.ts';
import { type LabelledSet, teach } from './issue-trainer.ts';

const size = 160;
const fewestTexts = 3;
const mostRarity = 12;
const teaching = { size, rounds: 6, rate: 0.02, sharpness: 14, anchor: 0.001, dropout: 0.5 } as const;
/** Weak labels count half, and our own sentences, of which many are alike, as well. */
const trusts = { banking: 1, modules: 1, own: 0.5, concepts: 0.5 } as const;

function toSet(texts: readonly LabelledText[], trust: number, rarity: Uint8Array): LabelledSet {
  const numbers = new Map<string, number>();
  const rows = texts.map(({ text, label }) => {
    const number = numbers.get(label) ?? numbers.size;
    numbers.set(label, number);
    return { row: rowOf(text, rarity), label: number, trust };
  });
  return { rows, labels: numbers.size };
}

function quantise(table: Projection, rarity: Uint8Array): Pick<SpaceModel, 'vectors' | 'scales'> {
  const vectors = new Int8Array(bucketCount * size);
  const scales = new Float32Array(bucketCount);
  for (let bucket = 0; bucket < bucketCount; bucket += 1) {
    if (rarity[bucket] === 0) continue;
    const from = bucket * size;
    let most = 0;
    for (let d = 0; d < size; d += 1) most = Math.max(most, Math.abs(table[from + d] ?? 0));
    if (most === 0) continue;
    scales[bucket] = most / 127;
    for (let d = 0; d < size; d += 1) vectors[from + d] = Math.round(((table[from + d] ?? 0) / most) * 127);
  }
  return { vectors, scales };
}

/** Another for every change of the space: by it a store knows that its centres are of an older one. */
export function versionOf({ vectors, scales }: Pick<SpaceModel, 'vectors' | 'scales'>, rest: readonly string[]): string {
  const hash = createHash('sha256').update(vectors).update(scales);
  for (const part of rest) hash.update(part);
  return hash.digest('hex').slice(0, 8);
}

export type TrainingSources = Omit<IssueSources, 'grouped'>;

/** The same sources give the same model. */
export function trainIssueSpace(sources: TrainingSources, say: (words: string) => void): SpaceModel {
  const { banking, modules, own, reviews } = sources;
  const texts = [...banking, ...modules, ...own].map(({ text }) => text).concat(reviews);
  const rare = rarityOf(texts, fewestTexts);
  const rarity = Uint8Array.from(rare, (value) => Math.round((Math.min(value, mostRarity) / mostRarity) * 255));
  say(`${texts.length} texts`);
  const table = leadingDirections(
    texts.map((text) => rowOf(text, rarity)),
    size,
    seededRandom(1),
  );
  say('directions found');
  const conceptRarity = conceptRarityOf(texts);
  const sets = [
    toSet(banking, trusts.banking, rarity),
    toSet(modules, trusts.modules, rarity),
    toSet(own, trusts.own, rarity),
    toSet(conceptLabels(reviews, conceptRarity, seededRandom(9)), trusts.concepts, rarity),
  ];
  teach(
    table,
    sets.filter(({ rows }) => rows.length > 0),
    { ...teaching, random: seededRandom(5) },
  );
  say('taught');
  const learned = quantise(table, rarity);
  return { version: versionOf(learned, [rarity.join(), conceptRarity.join()]), size, rarity, conceptRarity, ...learned };
}
