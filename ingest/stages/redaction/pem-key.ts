// Private keys in PEM, OpenPGP and OpenSSH armour, with or without their end.
import type { Detector, Span } from './detector.ts';
import type { TextView } from './text-view.ts';
import { trait } from './traits.ts';

const begin = /-{2,5} ?BEGIN [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)? ?-{2,5}|PuTTY-User-Key-File-\d:/g;
const end = /-{2,5} ?END [A-Z0-9 ]{0,30}PRIVATE KEY(?: BLOCK)? ?-{2,5}|Private-MAC: ?[0-9a-f]{40,64}/;
// The longest key in use, RSA 16384, has less than 14,000 characters.
const longest = 20_000;
const word = /\S+/g;
const base64Word = /^[A-Za-z0-9+/=_-]{16,}$/;
const base64Lead = /^[A-Za-z0-9+/=_-]{16,}/;
const shortWord = /^[A-Za-z0-9+/=]{1,15}$/;
const headerLine = /^[ \t]*[A-Za-z][A-Za-z-]{1,30}: [^\n]{1,200}/;

/** How far a text without an end can still be armour: header lines, words of base64 and a shorter last one. Prose ends it. */
function armourLength(body: string): number {
  let length = 0;
  let armourEnd = 0;
  let hasBase64 = false;
  for (const line of body.split('\n')) {
    if (headerLine.test(line)) {
      length += line.length + 1;
      continue;
    }
    for (const match of line.matchAll(word)) {
      const isArmour = /^>+$/.test(match[0]) || base64Word.test(match[0]) || (hasBase64 && shortWord.test(match[0]));
      // A full stop or a bracket may stand right behind the last piece.
      const piece = base64Lead.exec(match[0])?.[0] ?? '';
      if (!isArmour) return Math.max(armourEnd, piece === '' ? length : length + match.index + piece.length);
      armourEnd = length + match.index + match[0].length;
      if (shortWord.test(match[0])) return armourEnd;
      hasBase64 = true;
    }
    length += line.length + 1;
  }
  return Math.min(length, body.length);
}

function find(view: TextView): readonly Span[] {
  const { text } = view;
  if (!text.includes('PRIVATE KEY') && !text.includes('PuTTY')) return [];
  const spans: Span[] = [];
  const heads = [...text.matchAll(begin)];
  heads.forEach((head, index) => {
    const bodyStart = head.index + head[0].length;
    // The next BEGIN ends the search, so many heads without an end stay cheap.
    const body = text.slice(bodyStart, Math.min(bodyStart + longest, heads[index + 1]?.index ?? text.length));
    const stop = end.exec(body);
    // A key without its end is still a key; what could be armour goes, prose behind it stays.
    const length = stop !== null ? stop.index + stop[0].length : armourLength(body);
    spans.push({ kind: 'PRIVATE_KEY', start: head.index, end: bodyStart + length });
  });
  return spans;
}

/** Everything between BEGIN and END of a private key. */
export const pemKey: Detector = { name: 'pem-key', needs: trait.longRun, find };
