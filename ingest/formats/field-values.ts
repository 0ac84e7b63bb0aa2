// Reads single values out of unknown records, with reasons that name the field and the class of the value, never the value.
import { AppError } from '#db/model/errors.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** What kind of value this is, in words that give nothing of it away. */
export function valueClass(value: unknown): string {
  if (value === undefined) return 'missing';
  if (value === null) return 'null';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'string')
    return value === '' ? 'an empty text' : `a text of ${value.length} character${value.length === 1 ? '' : 's'}`;
  if (typeof value === 'number') return Number.isInteger(value) ? 'a whole number' : 'a number';
  if (typeof value === 'boolean') return 'true or false';
  return 'an object';
}

/** Refuses one value. `expected` completes "found a text of 7 characters, expected ...". */
export function refuse(where: string, value: unknown, expected: string): never {
  throw new AppError(
    'invalid',
    value === undefined ? `${where} is missing, expected ${expected}` : `${where} is ${valueClass(value)}, expected ${expected}`,
  );
}

export function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function toFields(value: unknown, where: string): Fields {
  return isFields(value) ? value : refuse(where, value, 'an object');
}

/** The first of several names for one field that is there and not null. */
export function firstOf(fields: Fields, names: readonly string[]): { name: string; value: unknown } | null {
  for (const name of names) {
    const value = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (value !== undefined && value !== null) return { name, value };
  }
  return null;
}

/** A text of at most `most` characters; null where it is absent, null or blank. Numbers are taken as their digits. */
export function readText(value: unknown, where: string, most: number): string | null {
  if (value === undefined || value === null) return null;
  const text = typeof value === 'number' && Number.isFinite(value) ? String(value) : value;
  if (typeof text !== 'string') return refuse(where, value, 'a text');
  if (text.length > most) return refuse(where, value, `at most ${most} characters`);
  return text.trim() === '' ? null : text;
}

/** An id: a text or a whole number that JSON carries exactly. Null where absent or null. */
export function readId(value: unknown, where: string): string | null {
  if (value === undefined || value === null) return null;
  // Larger integers come out of JSON rounded, so two ids could become one.
  if (typeof value === 'number')
    return Number.isSafeInteger(value) ? String(value) : refuse(where, value, 'an id written as text: this number cannot be read exactly');
  if (typeof value !== 'string') return refuse(where, value, 'an id (text or whole number)');
  const id = value.trim();
  if (id === '' || id.length > 512) return refuse(where, value, 'an id of 1 to 512 characters');
  return id;
}

const yes: readonly unknown[] = [true, 1, 'true', '1', 'yes', 'y'];
const no: readonly unknown[] = [false, 0, 'false', '0', 'no', 'n', ''];

/** True or false, also as 1/0, "true"/"false", "yes"/"no"; null where absent or null. */
export function readFlag(value: unknown, where: string): boolean | null {
  if (value === undefined || value === null) return null;
  const plain = typeof value === 'string' ? value.trim().toLowerCase() : value;
  if (yes.includes(plain)) return true;
  if (no.includes(plain)) return false;
  return refuse(where, value, 'true or false');
}

/** A finite number, also written as text with a decimal point; null where absent, null or an empty text. */
export function readNumber(value: unknown, where: string, range: readonly [min: number, max: number]): number | null {
  if (value === undefined || value === null || value === '') return null;
  const isNumeral = typeof value === 'string' && /^\s*-?\d{1,15}(\.\d{1,15})?\s*$/.test(value);
  const number = isNumeral ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isFinite(number)) return refuse(where, value, 'a number');
  if (number < range[0] || number > range[1]) return refuse(where, value, `a number from ${range[0]} to ${range[1]}`);
  return number;
}

/** One word of a fixed vocabulary, after `synonyms` (lower case, blanks and hyphens as underscores). */
export function readWord<Word extends string>(
  value: unknown,
  where: string,
  words: readonly Word[],
  synonyms: Readonly<Record<string, Word>>,
): Word {
  const plain =
    typeof value === 'string'
      ? value
          .trim()
          .toLowerCase()
          .replaceAll(/[\s-]+/g, '_')
      : '';
  const word = words.find((known) => known === plain) ?? (Object.hasOwn(synonyms, plain) ? synonyms[plain] : undefined);
  return word ?? refuse(where, value, `one of ${words.join(', ')}`);
}

export function readList(value: unknown, where: string, most: number): readonly unknown[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) return refuse(where, value, 'a list');
  return value.length <= most ? value : refuse(where, value, `at most ${most} entries`);
}

/** Tags as a list, or as one text separated by commas. */
export function readTags(value: unknown, where: string): string[] {
  const list = typeof value === 'string' ? value.split(',') : readList(value, where, 200);
  const tags = list.map((tag, index) => readText(tag, `${where}[${index}]`, 128)?.trim());
  return [...new Set(tags.filter((tag) => tag !== undefined))].slice(0, 200);
}
