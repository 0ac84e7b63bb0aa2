// Text as both databases can hold it.

const halves = /\p{Surrogate}/gu;
const nothing = '\0';

/**
 * Replaces the null character, which PostgreSQL refuses, and halves of surrogate pairs, which have no UTF-8 form, by U+FFFD.
 * Without this one hostile character would make a whole page fail on one database and pass on the other.
 */
export function storableText(text: string): string {
  return text.replaceAll(nothing, '\uFFFD').replaceAll(halves, '\uFFFD');
}
