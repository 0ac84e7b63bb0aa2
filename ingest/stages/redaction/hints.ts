// Hints: one pass over a text tells which families of words it may hold, so that most detectors need not look at all.
import { foldPhrase, wordsOf } from './context.ts';

export const authenticatorWords = [
  '2fa',
  'totp',
  'authenticator',
  'google authenticator',
  'setup key',
  'backup key',
  '谷歌验证',
  '谷歌验证器',
  '谷歌密钥',
  '身份验证器',
  '绑定密钥',
  'セットアップキー',
  'authentifikator',
];

/** Names of the security code of a card. */
export const cardCodeNames = [
  'cvv',
  'cvv2',
  'cvc',
  'cvc2',
  'cvn',
  'security code',
  'card code',
  '安全码',
  '安全碼',
  '后三位',
  '後三碼',
  '末三碼',
  'cryptogramme',
  'prüfziffer',
  'kartenprüfnummer',
  'sicherheitscode',
  'código de seguridad',
  'código de segurança',
  'codice di sicurezza',
  'セキュリティコード',
  'code de sécurité',
  '보안코드',
];

/** What people write in place of "@" besides the words of the languages. */
export const signsForAt = ['艾特', '小老鼠', '圈a', '골뱅이', 'アットマーク', 'собака'];

/** One bit a family. */
export const hint = { password: 1, seed: 2, authenticator: 4, nationalId: 8, at: 16, cardCode: 32 } as const;

const families: readonly (readonly [number, readonly string[]])[] = [
  [hint.password, wordsOf('password')],
  [hint.seed, wordsOf('seed')],
  [hint.authenticator, authenticatorWords],
  [hint.nationalId, [...wordsOf('nationalId'), ...wordsOf('passport')]],
  [hint.cardCode, cardCodeNames],
  // Words for "@" stand between spaces.
  [hint.at, [...signsForAt, ...wordsOf('at').map((word) => ` ${word} `)]],
];

const size = 0x10000;

// What marks a word in the text: its first eight characters, or as many as there are up to five.
const longMark = 8;
const shortMark = 5;
const space = 0x20;

/** Letters and digits stand for themselves, everything else in front of a word for the space that it is as good as. */
function buildUnits(): Uint16Array {
  return Uint16Array.from({ length: size }, (_, code) => {
    const isSeparator = code < 0x80 && !/[a-z0-9]/.test(String.fromCharCode(code));
    return isSeparator ? space : code;
  });
}

const units = buildUnits();

function mix(hash: number, code: number): number {
  return (Math.imul(hash, 31) + code) & (size - 1);
}

function cut(word: string): string {
  return word.slice(0, word.length >= longMark ? longMark : shortMark);
}

/** The part of a phrase that any text with the phrase must show: its first word behind a space, or its longest where the first is short. */
function markOf(phrase: string): string {
  const folded = foldPhrase(phrase);
  if (folded.startsWith(' ')) return cut(folded);
  const parts = folded.split(' ');
  const [first = ''] = parts;
  if (/^[a-z\u0430-\u044f]/.test(first) && (first.length >= 4 || parts.length === 1)) return cut(` ${first}`);
  return cut(parts.reduce((best, part) => (part.length > best.length ? part : best), ''));
}

/** Bits by the hash of a mark, a table for each length. A hash that two marks share costs a needless look, nothing else. */
function buildTables(): readonly Uint8Array[] {
  const tables = Array.from({ length: longMark + 1 }, () => new Uint8Array(size));
  for (const [bit, phrases] of families) {
    for (const mark of phrases.map(markOf)) {
      const hash = [...mark].reduce((sum, unit) => mix(sum, units[unit.charCodeAt(0)] ?? 0), 0);
      const table = tables[mark.length];
      if (table !== undefined) table[hash] = (table[hash] ?? 0) | bit;
    }
  }
  return tables;
}

const tables = buildTables();
const none = new Uint8Array(size);
const [, ones = none, twos = none, threes = none, fours = none, fives = none, , , eights = none] = tables;

/** The bits of the families of which a folded text may hold a word; a family whose bit is missing has none in it. */
export function hintsIn(text: string): number {
  // The text begins as a word does: behind a space. Each variable is the hash of that many units up to the one before.
  let [last, two, three, four, five, six, seven, bits] = [space, space, space, space, space, space, space, 0];
  for (let index = 0; index < text.length; index++) {
    const code = units[text.charCodeAt(index)] ?? 0;
    const eight = mix(seven, code);
    seven = mix(six, code);
    six = mix(five, code);
    five = mix(four, code);
    four = mix(three, code);
    three = mix(two, code);
    two = mix(last, code);
    last = code;
    bits |= (ones[code] ?? 0) | (twos[two] ?? 0) | (threes[three] ?? 0) | (fours[four] ?? 0) | (fives[five] ?? 0) | (eights[eight] ?? 0);
  }
  return bits;
}
