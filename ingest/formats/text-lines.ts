// From bytes to numbered lines, holding at most one line in memory.

export type TextLine = {
  /** From 1. */
  readonly line: number;
  /** Without its line end; null where the line was longer than allowed. */
  readonly bytes: Buffer | null;
};

const newline = 0x0a;

/** Lines ended by LF or CRLF; a last line without an end counts. A line beyond `mostBytes` is skipped over, not held. */
export async function* textLines(chunks: AsyncIterable<Buffer>, mostBytes: number): AsyncGenerator<TextLine> {
  let line = 1;
  let held: Buffer[] = [];
  let length = 0;
  const take = (piece: Buffer): void => {
    length += piece.length;
    if (length <= mostBytes) held.push(piece);
    else held = [];
  };
  const finish = (): TextLine => {
    const whole = held.length === 1 && held[0] !== undefined ? held[0] : Buffer.concat(held);
    const bytes = whole.at(-1) === 0x0d ? whole.subarray(0, -1) : whole;
    const done = { line, bytes: length > mostBytes ? null : bytes };
    line += 1;
    held = [];
    length = 0;
    return done;
  };
  for await (const chunk of chunks) {
    let start = 0;
    for (let end = chunk.indexOf(newline); end >= 0; end = chunk.indexOf(newline, start)) {
      take(chunk.subarray(start, end));
      yield finish();
      start = end + 1;
    }
    if (start < chunk.length) take(chunk.subarray(start));
  }
  if (length > 0) yield finish();
}
