// Base64 parts: a secret in an encoded mail part or attachment is still a secret.
import { isCritical } from './finding.ts';
import type { Located } from './overlaps.ts';

// Lines of up to 76 characters, as mail writes them. Every line break is one fixed choice, so matching is linear.
// Two dashes in a row begin what stands below a mail.
// Sixteen characters hold twelve: the least that a phone number or a card needs.
// With the padding behind it a shorter one will do: it holds a code.
const run = /(?<![A-Za-z0-9+/_-])(?:[A-Za-z0-9+/_-]{16,}(?:\r?\n(?!--)[A-Za-z0-9+/_-]{2,76})*={0,2}|[A-Za-z0-9+/_-]{10,15}={1,2})/g;

/** The decoded text, null where the bytes are not readable text: a key or an image decodes to noise. */
function decodedText(encoded: string): string | null {
  const bytes = Buffer.from(encoded.replace(/[\r\n]/g, ''), /[-_]/.test(encoded) ? 'base64url' : 'base64');
  const text = bytes.toString('utf8');
  if (text.includes('\uFFFD')) return null;
  let strange = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 32 && code !== 10 && code !== 13 && code !== 9) strange++;
  }
  return strange * 50 > text.length ? null : text;
}

function lengthOf(located: Located): number {
  return located.end - located.start;
}

/** Encoded stretches whose decoded text holds secrets; each is one finding of the gravest class inside it. */
export function hiddenInBase64(text: string, find: (decoded: string) => readonly Located[]): readonly Located[] {
  if (text.length < 16) return [];
  const hidden: Located[] = [];
  for (const match of text.matchAll(run)) {
    const decoded = decodedText(match[0]);
    if (decoded === null) continue;
    const inside = find(decoded);
    const critical = inside.filter((each) => isCritical(each.kind));
    const [gravest] = (critical.length > 0 ? critical : [...inside]).sort((left, right) => lengthOf(right) - lengthOf(left));
    if (gravest !== undefined) hidden.push({ kind: gravest.kind, start: match.index, end: match.index + match[0].length });
  }
  return hidden;
}
