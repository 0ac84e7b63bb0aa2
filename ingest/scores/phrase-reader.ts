// Hears the phrases of a text: what the filters make of each word is worked out once and remembered, of pairs of Han characters for a while.
import { fillStep, findMost, hearText, leanings, mostSteps, openHeard, stepSize, vectorSize } from '../learn/phrase-net.ts';
import { rowOfPart, rowOfWhole } from '../learn/phrase-steps.ts';
import type { PhraseModel } from './phrase-model.ts';

const pairSlots = 1 << 13;
// Steps in one block: a silent one, those of pairs, those that found their slot taken by another of the same text, and those of words.
const firstSpare = 1 + pairSlots;
const firstWord = firstSpare + mostSteps;

export class PhraseReader {
  private readonly model: PhraseModel;
  private steps = new Float32Array((firstWord + 1024) * stepSize);
  private readonly places = new Uint32Array(mostSteps + 2);
  private count = 1;
  private readonly pairs = new Int32Array(pairSlots);
  /** By slot, the text that it was last asked for. */
  private readonly texts = new Uint32Array(pairSlots);
  private text = 0;
  private spare = firstSpare;
  private readonly kept = openHeard();
  private readonly said: readonly Float64Array[];

  /** `said`: by kind of text, where it writes what a text leans to. */
  constructor(model: PhraseModel, said: readonly Float64Array[]) {
    this.model = model;
    this.said = said;
  }

  /** Begins a text. */
  clear(): void {
    this.count = 1;
    this.text += 1;
    this.spare = firstSpare;
  }

  /** A word that has not come before: its parts, then itself. */
  meet(word: number, own: readonly number[]): void {
    const step = firstWord + word;
    if ((step + 1) * stepSize > this.steps.length) {
      const longer = new Float32Array(2 * this.steps.length);
      longer.set(this.steps);
      this.steps = longer;
    }
    this.fill(step, own.at(-1) ?? 0, own.slice(0, -1));
  }

  word(word: number): void {
    this.add(firstWord + word);
  }

  /** A Han or Kana character, and what it is with the next one. */
  east(one: number, two: number): void {
    if (this.count > mostSteps) return;
    const slot = (two ^ (two >>> 13)) & (pairSlots - 1);
    const isTaken = this.texts[slot] === this.text;
    if (this.texts[slot] !== 0 && this.pairs[slot] === two) {
      this.texts[slot] = this.text;
      this.add(1 + slot);
      return;
    }
    if (isTaken) {
      this.fill(this.spare, two, [one]);
      this.add(this.spare++);
      return;
    }
    this.pairs[slot] = two;
    this.texts[slot] = this.text;
    this.fill(1 + slot, two, [one]);
    this.add(1 + slot);
  }

  /** By kind of text, how far the text leans to each label; valid until the next text is asked about. */
  leanings(): readonly Float64Array[] {
    this.places[this.count] = 0;
    const list = { steps: this.steps, places: this.places, count: this.count + 1 };
    findMost(list, this.kept.most);
    hearText(this.model, list, this.kept);
    return leanings(this.model, this.kept.heard, this.said);
  }

  private add(step: number): void {
    if (this.count > mostSteps) return;
    this.places[this.count] = step * stepSize;
    this.count += 1;
  }

  private fill(step: number, whole: number, parts: readonly number[]): void {
    const { rows, filters, scale } = this.model;
    const from = step * stepSize;
    const vector = from + stepSize - vectorSize;
    this.steps.fill(0, vector, vector + vectorSize);
    this.addVector(rowOfWhole(rows, whole), vector, scale);
    const share = scale / Math.sqrt(Math.max(1, parts.length));
    for (const part of parts) this.addVector(rowOfPart(rows, part), vector, share);
    fillStep(filters, this.steps, from);
  }

  private addVector(row: number, to: number, scale: number): void {
    const { vectorOf, vectors } = this.model;
    const known = vectorOf[row] ?? 0;
    if (known === 0) return;
    const from = (known - 1) * vectorSize;
    for (let at = 0; at < vectorSize; at += 1) this.steps[to + at] = (this.steps[to + at] ?? 0) + scale * (vectors[from + at] ?? 0);
  }
}
