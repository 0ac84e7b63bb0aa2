// Marks in a text what a search asked for, so that the reader sees why a row is there.

export type FoundPiece = { readonly text: string; readonly isFound: boolean };

/** Every occurrence of every word of the search, case ignored; the pieces together are the text, unchanged. */
export function foundText(text: string, search: string): readonly FoundPiece[] {
  const words = search.split(/\s+/).filter((word) => word !== '');
  if (words.length === 0 || text === '') return [{ text, isFound: false }];
  // Longest first: where one word begins another, the longer one is marked.
  const pattern = new RegExp(
    words
      .sort((a, b) => b.length - a.length)
      .map(escape)
      .join('|'),
    'giu',
  );
  const pieces: FoundPiece[] = [];
  let done = 0;
  for (const match of text.matchAll(pattern)) {
    if (match.index > done) pieces.push({ text: text.slice(done, match.index), isFound: false });
    pieces.push({ text: match[0], isFound: true });
    done = match.index + match[0].length;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), isFound: false });
  return pieces;
}

function escape(word: string): string {
  return word.replaceAll(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}
