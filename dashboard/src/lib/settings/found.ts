// Finding entries by what somebody types: every word has to occur, case and accents apart.

function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase();
}

/** Entries whose text holds all words of the search, in their order; all of them for an empty search. */
export function found<T>(entries: readonly T[], search: string, textOf: (entry: T) => string): readonly T[] {
  const wanted = plain(search)
    .split(/\s+/)
    .filter((word) => word !== '');
  if (wanted.length === 0) return entries;
  return entries.filter((entry) => {
    const text = plain(textOf(entry));
    return wanted.every((word) => text.includes(word));
  });
}
