// The plain form in which texts are read for learning: one spelling for what means the same, marks for what no word says.

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', '#39': "'" };

const entities = /&(#?\w{1,8});/g;
const links = /(?:https?:\/\/|www\.)[^\s<>"\u3000-\u9fff]+/gi;
const mentions = /[@＠][\p{L}\p{N}_.-]{1,64}/gu;
const longestName = 17;
const han = /\p{Script=Han}/u;
const endsName = /[\s:]/;
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

/** A mark, then the name in small letters: it may be that of a company. Of a person's name in Han characters the mark alone: its characters say other things. */
function mentionOf(mention: string, at: number, text: string): string {
  const end = at + mention.length;
  // Where no blank follows, the sentence may go on in what looks like a name.
  if (mention.length <= longestName && han.test(mention) && endsName.test(text.charAt(end))) return ' \u{f005} ';
  return ` \u{f005} ${mention.slice(1).toLowerCase()} `;
}

function entityOf(whole: string, name: string): string {
  const known = named[name.toLowerCase()];
  if (known !== undefined) return known;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : name.startsWith('#') ? Number(name.slice(1)) : Number.NaN;
  return code > 0 && code < 0x110000 ? String.fromCodePoint(code) : whole;
}

/** What may stand in a text; most texts have little of it, and one look at every character costs less than a pattern that finds nothing. */
const signs = { beyond: 1, digit: 2, triple: 4, double: 8, face: 16, www: 32 } as const;

const repeatable = new Set(Array.from('!?。！？.~～,，', (sign) => sign.charCodeAt(0)));
// What each of the first 128 characters may be.
const roles = { digit: 1, eyes: 2, face: 4, w: 8 } as const;
const roleOf = new Uint8Array(128);
for (const [role, characters] of [
  [roles.digit, '0123456789'],
  [roles.eyes, ':;=8xX'],
  [roles.face, '<^_Q'],
  [roles.w, 'wW'],
] as const)
  for (const character of characters) roleOf[character.charCodeAt(0)] = (roleOf[character.charCodeAt(0)] ?? 0) | role;

function signsOf(text: string): number {
  let found = 0;
  let [before, run, ws] = [0x20, 1, 0];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    run = code === before ? run + 1 : 1;
    if (run > 1) {
      if (run > 2) found |= signs.triple;
      if (repeatable.has(code)) found |= signs.double;
    }
    const role = code < 0x80 ? (roleOf[code] ?? 0) : 0;
    ws = (role & roles.w) === 0 ? 0 : ws + 1;
    if (code > 0x7f) {
      found |= signs.beyond;
      // Of a character of two code units no two that follow each other are alike.
      if ((code & 0xf800) === 0xd800) found |= signs.triple;
    } else if (role !== 0) {
      if ((role & roles.digit) !== 0) found |= signs.digit;
      // A face of eyes begins the text or follows a space, of which there are many beyond ASCII.
      if ((role & roles.face) !== 0 || ((role & roles.eyes) !== 0 && (before <= 0x20 || before > 0x7f))) found |= signs.face;
      if (ws > 2) found |= signs.www;
    }
    before = code;
  }
  return found;
}

/**
 * The text folded for learning: NFKC, entities decoded, links, mentions, masks and numbers each one mark, letters in lower case, and what is
 * drawn out (`sooo`, `!!!`) cut to two with a mark of its own. Two texts that mean the same to a reader come out the same.
 */
export function plainText(text: string): string {
  let plain = text.length > 4000 ? text.slice(0, 4000) : text;
  let found = signsOf(plain);
  const before = plain;
  // The first 128 characters are their own normal form.
  if ((found & signs.beyond) !== 0) plain = plain.normalize('NFKC');
  if (plain.includes('&')) plain = plain.replace(entities, entityOf);
  if (plain !== before) found = signsOf(plain);
  if ((found & signs.face) !== 0) for (const [pattern, mark] of emoticons) plain = plain.replace(pattern, mark);
  if ((found & signs.www) !== 0 || plain.includes('://')) plain = plain.replace(links, ' \u{f004} ');
  const hasMention = plain.includes('@') || plain.includes('＠');
  if (hasMention) plain = plain.replace(mentions, mentionOf);
  if (plain.includes('__') || plain.includes('[')) plain = plain.replace(masks, ' \u{f006} ');
  if ((found & signs.digit) !== 0)
    plain = plain.replace(numbers, (digits) => (digits.length <= 2 && /^\d+$/.test(digits) ? digits : ' \u{f007} '));
  // Small letters of a mention may be alike where those it was written with were not.
  if ((found & signs.triple) !== 0 || hasMention) plain = plain.replace(elongated, '$1$1\u{f008}');
  if ((found & signs.double) !== 0) plain = plain.replace(repeated, '$1$1');
  return plain.toLowerCase();
}

const bracketed = /\[[^\][]{1,8}\]/g;

/** The text without `[haha]`, `[泪]` and the like: where labels were made from them, they would give themselves away. */
export const stripEmoticons = (text: string): string => text.replace(bracketed, ' ');
