// How a text pulls at the planes of a sentiment model: sums of its words, each summed up once, and of what stands between them.
import { FeatureWalk } from '../learn/feature-walk.ts';
import { bucketOf } from '../learn/hash.ts';
import { longer } from '../learn/longer.ts';
import { RepeatFilter } from '../learn/repeat-filter.ts';
import { Tally } from '../learn/tally.ts';
import { PhraseReader } from './phrase-reader.ts';
import { addParts, addRows, addWhole } from './plane-sums.ts';
import type { SentimentModel } from './sentiment-model.ts';
import { firstPlane, lanesFor, rarityOf, recordOf, recordOfKnown, type SentimentTable } from './sentiment-table.ts';

/**
 * `size`: how many of its features are known, each as often as it comes. `pulls`: by plane, without its offset. `phrases`: by kind of text, what the network of phrases
 * leans to. Both are valid until the next text is read.
 */
export type TextPulls = { readonly size: number; readonly pulls: Float64Array; readonly phrases: readonly Float64Array[] };

const noPhrases: readonly Float64Array[] = [];
const logged = 256;
/** 1 + log of small counts: most counts are. */
const weightOfCount = Float64Array.from({ length: logged }, (_, count) => (count === 0 ? 0 : 1 + Math.log(count)));

/** Room for what a text was found to have: by feature with weights its record and how many times it counts, and numbers of words. */
const openRoom = (size: number) => ({
  records: new Int32Array(size),
  rarities: new Uint8Array(size),
  parts: new Float64Array(size),
  words: new Int32Array(size),
});

/**
 * A feature that occurs n times weighs 1 + log n times its rarity, and the whole row has length 1. Most occur once, so each occurrence is
 * added as if it were alone, which can be done for whole words and in whole numbers, and those that came again are mended at the end.
 *
 * The table is larger than what a processor keeps at hand, and a feature costs the wait for it. So a text is first read to its end, and each
 * look into the table is then a short round over all features, in which one wait goes along with the next.
 */
export class SentimentReader {
  private readonly table: SentimentTable;
  private readonly mask: number;
  private readonly scales: Float64Array;
  private readonly lanes: number;
  private readonly features: FeatureWalk;
  /** In the order of the text: of a word its number with all bits turned, of another feature its bucket, and then its record. */
  private met = new Int32Array(1024);
  private metCount = 0;
  private room = openRoom(1024);
  /** How many of its features are known. */
  private size = 0;
  private readonly filter = new RepeatFilter();
  /** The records of features that may have come again. */
  private readonly tally = new Tally();
  // By lane, the sum of weight times rarity over all occurrences, and what has to be added for those that came again.
  private readonly whole: Int32Array;
  private readonly mended: Float64Array;
  private readonly pulls: Float64Array;
  private norm = 0;
  private readonly phrases: PhraseReader | null;
  // Words by number: where their records begin in the list, the list, by lane what they pull, and the square of their length.
  private starts = new Uint32Array(4097);
  private records = new Uint32Array(65_536);
  private wordPulls: Int32Array;
  private norms = new Float64Array(4096);

  constructor({ table, bits, scales, phrases, room }: SentimentModel) {
    this.phrases = phrases === null ? null : new PhraseReader(phrases, room.phrases);
    this.table = table;
    this.mask = (1 << bits) - 1;
    this.scales = scales;
    this.lanes = lanesFor(scales.length);
    this.whole = new Int32Array(this.lanes);
    this.mended = new Float64Array(this.lanes);
    this.pulls = new Float64Array(scales.length);
    this.wordPulls = new Int32Array(4096 * this.lanes);
    this.features = new FeatureWalk({
      meet: (word, own) => {
        this.meet(word, own);
        this.phrases?.meet(word, own);
      },
      word: (word) => {
        this.keep(~word);
        this.phrases?.word(word);
      },
      east: (one, two) => this.phrases?.east(one, two),
      other: (hash) => this.keep(bucketOf(hash, this.mask)),
      // What was kept of words is written over from the first number on.
      forget: () => undefined,
    });
  }

  read(text: string): TextPulls {
    const { whole, mended, pulls, scales, tally } = this;
    whole.fill(0);
    mended.fill(0);
    tally.clear();
    this.phrases?.clear();
    this.metCount = 0;
    this.features.walk(text);
    this.findRecords();
    this.addMet();
    this.countMet();
    this.mendCounts();
    // How much a step of rarity is worth falls out: the row has length 1.
    const scale = this.norm === 0 ? 0 : 1 / Math.sqrt(this.norm);
    for (let plane = 0, lane = firstPlane; plane < pulls.length; plane += 1, lane += 1)
      pulls[plane] = ((whole[lane] ?? 0) + (mended[lane] ?? 0)) * scale * (scales[plane] ?? 0);
    return { size: this.size, pulls, phrases: this.phrases?.leanings() ?? noPhrases };
  }

  private keep(met: number): void {
    if (this.metCount === this.met.length) this.met = longer(this.met, new Int32Array(2 * this.metCount));
    this.met[this.metCount] = met;
    this.metCount += 1;
  }

  /** Drops buckets that are not known, and puts in the place of the others where their records begin. */
  private findRecords(): void {
    const { met, table, mask, metCount } = this;
    let known = 0;
    for (let at = 0; at < metCount; at += 1) {
      const one = met[at] ?? 0;
      met[known] = one;
      // Reckoned, not asked: which bucket is known cannot be foretold, and a wrong guess would end the round.
      known += (one >>> 31) | (((table.isKnown[(one & mask) >>> 3] ?? 0) >>> (one & 7)) & 1);
    }
    this.metCount = known;
    for (let at = 0; at < known; at += 1) {
      const one = met[at] ?? 0;
      if (one >= 0) met[at] = recordOfKnown(table, one);
    }
  }

  /** Adds what was met as if each feature came once. */
  private addMet(): void {
    const { met, metCount, table, norms } = this;
    if (metCount > this.room.records.length) this.room = openRoom(2 * metCount);
    const { records, rarities, words } = this.room;
    let [norm, count, wordCount] = [0, 0, 0];
    for (let at = 0; at < metCount; at += 1) {
      const one = met[at] ?? 0;
      if (one < 0) {
        words[wordCount] = ~one;
        wordCount += 1;
        norm += norms[~one] ?? 0;
        continue;
      }
      const rarity = rarityOf(table, one);
      norm += rarity * rarity;
      if (one >= table.bareFrom) continue;
      records[count] = one;
      rarities[count] = rarity;
      count += 1;
    }
    this.norm = norm;
    addRows(this.wordPulls, words, wordCount, this.whole);
    addWhole(table, { records, times: rarities, count }, this.whole);
  }

  /** Counts what may have come again: most features come once, and to find each of them in a table would be most of the work. */
  private countMet(): void {
    const { met, metCount, tally, starts, records, filter } = this;
    filter.clear();
    let size = 0;
    for (let at = 0; at < metCount; at += 1) {
      const one = met[at] ?? 0;
      if (one >= 0) {
        filter.note(one);
        size += 1;
        continue;
      }
      const [from, to] = [starts[~one] ?? 0, starts[~one + 1] ?? 0];
      for (let record = from; record < to; record += 1) filter.note(records[record] ?? 0);
      size += to - from;
    }
    this.size = size;
    for (let at = 0; at < metCount; at += 1) {
      const one = met[at] ?? 0;
      if (one >= 0) {
        if (filter.mayRepeat(one)) tally.add(one);
        continue;
      }
      const to = starts[~one + 1] ?? 0;
      for (let record = starts[~one] ?? 0; record < to; record += 1) {
        const key = records[record] ?? 0;
        if (filter.mayRepeat(key)) tally.add(key);
      }
    }
  }

  private meet(word: number, own: readonly number[]): void {
    if (word === this.norms.length) this.growWords();
    const { table, lanes } = this;
    const start = this.starts[word] ?? 0;
    if (start + own.length > this.records.length)
      this.records = longer(this.records, new Uint32Array(2 * this.records.length + own.length));
    if (own.length > this.room.records.length) this.room = openRoom(2 * own.length);
    const { records, rarities } = this.room;
    let [end, norm, count] = [start, 0, 0];
    for (const hash of own) {
      const record = recordOf(table, bucketOf(hash, this.mask));
      if (record < 0) continue;
      const rarity = rarityOf(table, record);
      norm += rarity * rarity;
      this.records[end] = record;
      end += 1;
      if (record >= table.bareFrom) continue;
      records[count] = record;
      rarities[count] = rarity;
      count += 1;
    }
    this.norms[word] = norm;
    this.starts[word + 1] = end;
    addWhole(table, { records, times: rarities, count }, this.wordPulls.subarray(word * lanes, (word + 1) * lanes).fill(0));
  }

  private growWords(): void {
    const size = 2 * this.norms.length;
    this.norms = longer(this.norms, new Float64Array(size));
    this.starts = longer(this.starts, new Uint32Array(size + 1));
    this.wordPulls = longer(this.wordPulls, new Int32Array(size * this.lanes));
  }

  /** From n times the weight of one occurrence to the weight of n occurrences. */
  private mendCounts(): void {
    const { tally, table } = this;
    if (tally.size > this.room.records.length) this.room = openRoom(2 * tally.size);
    const { records, parts, words: again } = this.room;
    let [repeated, count, norm] = [0, 0, this.norm];
    for (let nth = 0; nth < tally.size; nth += 1) {
      again[repeated] = nth;
      repeated += tally.countAt(nth) > 1 ? 1 : 0;
    }
    for (let at = 0; at < repeated; at += 1) {
      const nth = again[at] ?? 0;
      const [record, times] = [tally.keyAt(nth), tally.countAt(nth)];
      const weight = times < logged ? (weightOfCount[times] ?? 0) : 1 + Math.log(times);
      const rarity = rarityOf(table, record);
      norm += (weight * weight - times) * rarity * rarity;
      if (record >= table.bareFrom) continue;
      records[count] = record;
      parts[count] = (weight - times) * rarity;
      count += 1;
    }
    this.norm = norm;
    addParts(table, { records, times: parts, count }, this.mended);
  }
}
