// The plain form in which texts are read for learning: one spelling for what means the same, marks for what no word says.

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', '#39': "'" };

const entities = /&(#?\w{1,8});/g;
const links = /(?:https?:\/\/|www\.)[^\s<>"\u3000-\u9fff]+/gi;
const mentions = /[@＠][\p{L}\p{N}_.-]{1,64}/gu;
const masks = /__\w{2,12}__|\[(?:[A-Z_]{3,24}|ADDR:[A-Z]+)\]/g;
const numbers = /\d+(?:[.,:/-]\d+)*/g;
const elongated = /(\p{L})\1{2,}/gu;
const repeated = /([!?。！？.~～,，])\1+/g;

// Emoticons that people write with a keyboard, as one word each.
const emoticons: readonly (readonly [RegExp, string])[] = [
  [/(?:^|\s)[:;=8xX][-o^']?[)\]D>pP3]+(?=\s|$)/g, ' \u{f001} '],
  [/(?:^|\s)[:;=][-o^']?[([{<|\\/]+(?=\s|$)/g, ' \u{f002} '],
  [/<3+/g, ' \u{f003} '],
  [/<\/3/g, ' \u{f002} '],
  [/\^_*\^/g, ' \u{f001} '],
  [/T_+T|;_+;|QAQ|QWQ/g, ' \u{f002} '],
];

function entityOf(whole: string, name: string): string {
  const known = named[name.toLowerCase()];
  if (known !== undefined) return known;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : name.startsWith('#') ? Number(name.slice(1)) : Number.NaN;
  return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : whole;
}

/** What may stand in a text; most texts have little of it, and one look at every character costs less than a pattern that finds nothing. */
type Signs = { digit: boolean; triple: boolean; double: boolean; face: boolean };

const repeatable = new Set(Array.from('!?。！？.~～,，', (sign) => sign.charCodeAt(0)));
const eyes = new Set(Array.from(':;=8xX', (sign) => sign.charCodeAt(0)));
const faces = new Set(Array.from('<^_Q', (sign) => sign.charCodeAt(0)));

function signsOf(text: string): Signs {
  const signs: Signs = { digit: false, triple: false, double: false, face: false };
  let [before, run] = [0x20, 1];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    run = code === before ? run + 1 : 1;
    if (run > 1 && repeatable.has(code)) signs.double = true;
    // Of a character of two code units no two that follow each other are alike.
    if (run > 2 || (code & 0xf800) === 0xd800) signs.triple = true;
    if (code >= 0x30 && code <= 0x39) signs.digit = true;
    // A face of eyes begins the text or follows a space, of which there are many beyond ASCII.
    if (code < 0x80 && (faces.has(code) || ((before <= 0x20 || before > 0x7f) && eyes.has(code)))) signs.face = true;
    before = code;
  }
  return signs;
}

/**
 * The text folded for learning: NFKC, entities decoded, links, mentions, masks and numbers each one mark, letters in lower case, and what is
 * drawn out (`sooo`, `!!!`) cut to two with a mark of its own. Two texts that mean the same to a reader come out the same.
 */
export function plainText(text: string): string {
  let plain = text.length > 4000 ? text.slice(0, 4000) : text;
  plain = plain.normalize('NFKC');
  if (plain.includes('&')) plain = plain.replace(entities, entityOf);
  const { digit, triple, double, face } = signsOf(plain);
  if (face) for (const [pattern, mark] of emoticons) plain = plain.replace(pattern, mark);
  if (plain.includes('://') || /www\./i.test(plain)) plain = plain.replace(links, ' \u{f004} ');
  const hasMention = plain.includes('@') || plain.includes('＠');
  if (hasMention) plain = plain.replace(mentions, (mention) => ` \u{f005} ${mention.slice(1).toLowerCase()} `);
  if (plain.includes('__') || plain.includes('[')) plain = plain.replace(masks, ' \u{f006} ');
  if (digit) plain = plain.replace(numbers, (digits) => (digits.length <= 2 && /^\d+$/.test(digits) ? digits : ' \u{f007} '));
  // Small letters of a mention may be alike where those it was written with were not.
  if (triple || hasMention) plain = plain.replace(elongated, '$1$1\u{f008}');
  if (double) plain = plain.replace(repeated, '$1$1');
  return plain.toLowerCase();
}

const bracketed = /\[[^\][]{1,8}\]/g;

/** The text without `[haha]`, `[泪]` and the like: where labels were made from them, they would give themselves away. */
export const stripEmoticons = (text: string): string => text.replace(bracketed, ' ');
