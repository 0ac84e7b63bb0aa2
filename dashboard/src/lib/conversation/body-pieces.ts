// Splits a redacted text into plain stretches and the tokens that stand where secrets were.

export type BodyPiece = { readonly kind: 'text' | 'token'; readonly text: string };

const tokenPattern = /\[([A-Z][A-Z0-9]*(?:[_:][A-Z0-9]+)*)\]/g;

/** Only classes that the message says were taken out become tokens: a customer may well write `[URGENT]`. */
export function bodyPieces(body: string, redactions: readonly string[]): readonly BodyPiece[] {
  const pieces: BodyPiece[] = [];
  let done = 0;
  for (const match of body.matchAll(tokenPattern)) {
    const kind = match[1] ?? '';
    if (!redactions.includes(kind)) continue;
    if (match.index > done) pieces.push({ kind: 'text', text: body.slice(done, match.index) });
    pieces.push({ kind: 'token', text: kind });
    done = match.index + match[0].length;
  }
  if (done < body.length) pieces.push({ kind: 'text', text: body.slice(done) });
  return pieces;
}

type TokenWords = {
  readonly redactions: Readonly<Record<string, string>>;
  readonly redacted: (kind: string) => string;
  readonly redactedAddress: (chain: string) => string;
};

/** What a token says to people: `ADDR:BTC` is a BTC address; a class that the words do not know is spelled out. */
export function tokenLabel(kind: string, words: TokenWords): string {
  const known = words.redactions[kind];
  if (known !== undefined) return known;
  const [, chain] = kind.split('ADDR:');
  return chain === undefined ? words.redacted(kind.toLowerCase().replaceAll(/[_:]/g, ' ')) : words.redactedAddress(chain);
}

/** The classes in a text whose message is not at hand, such as the beginning of one in a list: only names that are known. */
export function knownTokens(text: string, words: TokenWords): readonly string[] {
  return [...text.matchAll(tokenPattern)]
    .map((match) => match[1] ?? '')
    .filter((kind) => kind in words.redactions || kind.startsWith('ADDR:'));
}
