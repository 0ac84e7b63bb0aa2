// Whether two answers are one ready-made text with small changes: shared runs of words, numbers and amounts aside.

/** Runs of this many words, or of Han and kana characters. */
const run = 2;
/** Of the shorter text's runs, so many have to be in the longer one, and the longer one may not be twice as long. */
const leastShared = 0.7;
const mostLonger = 2;

/** Words in lower case, every number as 0, every mark of redaction as one word; characters of unspaced writing one by one. */
function wordsOf(text: string): string[] {
  const plain = text.toLowerCase().replaceAll(/\d+(?:[.,:/-]\d+)*/g, '0');
  return plain.match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[\p{L}\p{N}_]+/gu) ?? [];
}

/** What a text is compared by. */
export function runsOf(text: string): ReadonlySet<string> {
  const words = wordsOf(text);
  if (words.length <= run) return new Set([words.join(' ')]);
  return new Set(words.slice(run - 1).map((_, at) => words.slice(at, at + run).join(' ')));
}

/** True for texts that share at least 70 % of the shorter one's runs, where the longer one has at most twice as many. */
export function isNearSame(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [short, long] = a.size <= b.size ? [a, b] : [b, a];
  if (short.size === 0 || long.size > mostLonger * short.size) return false;
  let shared = 0;
  for (const one of short) if (long.has(one)) shared += 1;
  return shared >= leastShared * short.size;
}
