// Sentences whose numbers are links: a template that keeps text and links apart, so nothing is ever parsed as HTML.

/** A stretch of plain text, or a figure that opens something. */
export type Piece = string | { readonly text: string; readonly href: string | null };
export type Sentence = readonly Piece[];

/** Template tag: say`${share} answered` is a sentence of pieces. Sentences may be put into sentences. */
export function say(texts: TemplateStringsArray, ...values: readonly (Piece | Sentence)[]): Sentence {
  const pieces: Piece[] = [];
  texts.forEach((text, place) => {
    if (text !== '') pieces.push(text);
    const value = values[place];
    if (value === undefined) return;
    if (isSentence(value)) pieces.push(...value);
    else pieces.push(value);
  });
  return pieces;
}

/** Sentences one after the other, with `between` between them. */
export function joined(sentences: readonly Sentence[], between: string): Sentence {
  return sentences.flatMap((sentence, place) => (place === 0 ? sentence : [between, ...sentence]));
}

/** The sentence as plain text, for titles and screen readers. */
export function plainText(sentence: Sentence): string {
  return sentence.map((piece) => (typeof piece === 'string' ? piece : piece.text)).join('');
}

function isSentence(value: Piece | Sentence): value is Sentence {
  return Array.isArray(value);
}
