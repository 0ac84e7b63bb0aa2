// What only one customer says: amounts, dates, order numbers, versions and names that hardly anybody else in a group mentions.

/** Masks of what was taken out, addresses cut in the middle, addresses of pages, who is addressed, and runs of letters and digits with the marks inside them. */
const candidates =
  /\[[A-Z][A-Z_:]*\]|[\da-zA-Z]{4,}\.{3}[\da-zA-Z]{4,}|https?:\/\/[^\s\u3000-\u9fff，]+|[@＠][\p{L}\p{N}_]+|[#$€£¥₹]?[\p{Script=Latin}\p{Script=Cyrillic}\p{N}]+(?:(?:[.:/-]|(?<=\d),(?=\d))[\p{Script=Latin}\p{Script=Cyrillic}\p{N}]+)*/gu;
/** A number, a sum, a date, a version. */
const numeric = /^[#$€£¥₹]?v?\d+(?:[.,:/-]\d+)*$/iu;
/** A number of a case has letters too, and more digits than a name such as `ERC20`. */
const shortestId = 8;
const fewestDigits = 3;
/** A flight, a train, a model. */
const shortCode = /^[a-z]{1,2}\d{3,}$/i;
/** What so many of a group mention is the matter and not the case: `4.2.1` where it crashes since 4.2.1. */
const leastShared = 1 / 3;

function isParticular(found: string): boolean {
  if (/^(?:[[@＠]|https?:)|\d.*\.{3}|\.{3}.*\d/.test(found) || numeric.test(found) || shortCode.test(found)) return true;
  return found.length >= shortestId && (found.match(/\d/g)?.length ?? 0) >= fewestDigits;
}

/** In one spelling. */
const spelled = (found: string): string => found.toLowerCase().replace(/^v(?=\d)/, '');

const particularsOf = (text: string): string[] => (text.match(candidates) ?? []).filter(isParticular).map(spelled);

/** Several that follow each other are one omission. */
const omissions = /…(?:[\s,;，、；]*…)+/g;

export type Particulars = {
  /** How many particulars of one customer stand in a piece of text. */
  readonly countIn: (piece: string) => number;
  /** The piece with `…` in the place of each, as one quotes. */
  readonly leaveOut: (piece: string) => string;
};

/** Knows which particulars the texts of a group share. */
export function openParticulars(texts: readonly string[]): Particulars {
  const mentions = new Map<string, number>();
  for (const text of texts) for (const one of new Set(particularsOf(text))) mentions.set(one, (mentions.get(one) ?? 0) + 1);
  // What was taken out is nobody's matter, however many had the like.
  const isShared = (one: string): boolean => !one.startsWith('[') && (mentions.get(one) ?? 0) >= Math.max(2, leastShared * texts.length);
  const isPrivate = (found: string): boolean => isParticular(found) && !isShared(spelled(found));
  return {
    countIn: (piece) => (piece.match(candidates) ?? []).filter(isPrivate).length,
    leaveOut: (piece) => piece.replaceAll(candidates, (found) => (isPrivate(found) ? '…' : found)).replaceAll(omissions, '…'),
  };
}
