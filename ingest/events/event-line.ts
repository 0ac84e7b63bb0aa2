// What an event is called at its source, as one short line: not redacted yet.

// Longer than any label that is kept: what is cut here could be the half of a secret, which nobody would recognise any more.
const mostCharacters = 2000;

/** Without line breaks and control characters; empty where nothing is left. */
export function eventLine(text: string | null | undefined): string {
  const line = (text ?? '').replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim();
  return [...line].slice(0, mostCharacters).join('');
}
