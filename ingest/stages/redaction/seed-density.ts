// Seed density: one pass over a text that tells whether its words stand close enough together to be a seed phrase at all.
import { han, kana, latin, other, wordClasses } from './seed-tokens.ts';
import { seedForms, wordBits } from './seed-words.ts';

export type SeedDensity = {
  /** True where eleven words in a row hold seven of one list, as every run that is looked at does. */
  readonly isDense: boolean;
  /** The most Han characters in a row that stand alone, with two other words at most between neighbours. */
  readonly singles: number;
};

const size = 1 << 18;
const windowLength = 11;
const katakanaShift = 0x60;

/** A katakana unit as its hiragana, every other as it is. */
function unkatakana(code: number): number {
  return code >= 0x30a1 && code <= 0x30f6 ? code - katakanaShift : code;
}

/** The lists by the hash of a word, one bit each. Words that share a hash share their lists, which costs a needless look and no more. */
function buildLists(): Uint8Array {
  const lists = new Uint8Array(size);
  for (const [form, mask] of seedForms()) {
    let hash = 0;
    for (let index = 0; index < form.length; index++) hash = (Math.imul(hash, 31) + form.charCodeAt(index)) | 0;
    let bits = 0;
    wordBits.forEach((bit, place) => {
      if ((mask & bit) !== 0) bits |= 1 << place;
    });
    lists[hash & (size - 1)] = (lists[hash & (size - 1)] ?? 0) | bits;
  }
  return lists;
}

/** Eight bits as eight counters of four bits. */
function buildCounters(): Uint32Array {
  return Uint32Array.from({ length: 256 }, (_, bits) => {
    let counters = 0;
    for (let place = 0; place < 8; place++) if ((bits & (1 << place)) !== 0) counters += 16 ** place;
    return counters;
  });
}

const lists = buildLists();
const counters = buildCounters();

/** Measures a folded text. Single Latin letters are passed over: they number the words of a list. */
export function seedDensity(text: string): SeedDensity {
  const recent = new Uint8Array(windowLength);
  let [place, sum, singles, run, strangers, isDense] = [0, 0, 0, 0, 0, false];
  let index = 0;
  while (index < text.length) {
    let code = text.charCodeAt(index);
    const kind = wordClasses[code] ?? other;
    if (kind === other) {
      index++;
      continue;
    }
    const start = index;
    let hash = 0;
    do {
      hash = (Math.imul(hash, 31) + (kind === kana ? unkatakana(code) : code)) | 0;
      index++;
      code = index < text.length ? text.charCodeAt(index) : 0;
    } while (code !== 0 && (wordClasses[code] ?? other) === kind);
    const length = index - start;
    if (kind === han) {
      run = length === 1 ? (strangers > 2 ? 1 : run + 1) : run;
      strangers = length === 1 ? 0 : strangers + 1;
      if (run > singles) singles = run;
      continue;
    }
    strangers++;
    if (kind === latin && length === 1) continue;
    const bits = lists[hash & (size - 1)] ?? 0;
    sum = (sum + (counters[bits] ?? 0) - (counters[recent[place] ?? 0] ?? 0)) >>> 0;
    recent[place] = bits;
    place = place === windowLength - 1 ? 0 : place + 1;
    // One more than six in any of the counters sets its highest bit.
    if (((sum + 0x11111111) & 0x88888888) !== 0) isDense = true;
  }
  return { isDense, singles };
}
