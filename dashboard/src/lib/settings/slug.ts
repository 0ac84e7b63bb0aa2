// Ids out of names: what a person calls a thing, in letters that an address can carry.

/** `Night shift (DE)` is `night-shift-de`. Names without Latin letters or digits get `fallback`; a taken id gets a number. */
export function slugOf(name: string, taken: readonly string[], fallback: string): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 56)
    .replace(/-+$/, '');
  const base = plain === '' ? fallback : plain;
  if (!taken.includes(base)) return base;
  for (let number = 2; ; number += 1) {
    if (!taken.includes(`${base}-${number}`)) return `${base}-${number}`;
  }
}
