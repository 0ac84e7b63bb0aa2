// A text split into stretches that carried a judgement and those between them.

type Stretch = { readonly start: number; readonly end: number };

export type EvidencePiece = { readonly text: string; readonly isMarked: boolean };

/** Stretches that touch or overlap become one; what lies outside the text is cut off. */
export function evidencePieces(text: string, stretches: readonly Stretch[]): readonly EvidencePiece[] {
  const pieces: EvidencePiece[] = [];
  let done = 0;
  let marked = 0;
  for (const { start, end } of stretches.toSorted((a, b) => a.start - b.start)) {
    const from = Math.max(start, marked);
    const to = Math.min(end, text.length);
    if (to <= from) continue;
    const before = pieces.at(-1);
    if (from > done) pieces.push({ text: text.slice(done, from), isMarked: false });
    if (from === done && before?.isMarked) pieces[pieces.length - 1] = { text: before.text + text.slice(from, to), isMarked: true };
    else pieces.push({ text: text.slice(from, to), isMarked: true });
    done = to;
    marked = to;
  }
  if (done < text.length) pieces.push({ text: text.slice(done), isMarked: false });
  return pieces;
}

/** The text from a little before the first mark to a little after the last: a long letter would fill the screen. */
export function aroundMarks(pieces: readonly EvidencePiece[], most = 80): readonly EvidencePiece[] {
  return pieces.map((piece, place) => {
    if (piece.isMarked || piece.text.length <= 2 * most) return piece;
    if (place === 0) return { ...piece, text: `…${piece.text.slice(-most)}` };
    if (place === pieces.length - 1) return { ...piece, text: `${piece.text.slice(0, most)}…` };
    return { ...piece, text: `${piece.text.slice(0, most)} … ${piece.text.slice(-most)}` };
  });
}
