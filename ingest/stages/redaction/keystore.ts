// Keystore files: encrypted wallets as JSON, whole, cut off or escaped; a weak password opens them.
import type { Detector, Span } from './detector.ts';
import type { TextView } from './text-view.ts';
import { trait } from './traits.ts';

const field = /["']?(ciphertext|cipherparams|kdfparams|kdf|mac)["']?\s{0,3}:\s{0,3}(?:["'][^"']{0,600}["']?|[^\s"',{}]{1,600})?/gi;
const vault = /\{\s{0,8}["']data["']\s{0,3}:\s{0,3}["'][A-Za-z0-9+/=]{40,}["']/g;
// A keystore has less than 1,500 characters between its key names.
const reach = 1500;

type Field = { readonly name: string; readonly start: number; readonly end: number };

/** For each position asked about, the outermost open brace before it and the brace that closes it; -1 where there is none. */
function enclosing(text: string, from: number, position: number): { start: number; end: number } {
  let depth = 0;
  let outermost = -1;
  for (let index = position; index >= from; index--) {
    const character = text[index];
    if (character === '}') depth++;
    else if (character === '{') {
      if (depth > 0) depth--;
      else outermost = index;
    }
  }
  if (outermost < 0) return { start: -1, end: -1 };
  depth = 0;
  for (let index = outermost; index < Math.min(text.length, outermost + 8000); index++) {
    if (text[index] === '{') depth++;
    else if (text[index] === '}' && --depth === 0) return { start: outermost, end: index + 1 };
  }
  return { start: outermost, end: -1 };
}

function objectAround(text: string, position: number, floor: number, lastEnd: number): { start: number; end: number } {
  const { start, end } = enclosing(text, Math.max(floor, position - reach), position);
  const from = start >= 0 ? start : Math.max(floor, Math.min(position, text.lastIndexOf('\n', position) + 1));
  if (end >= 0) return { start: from, end: Math.max(end, lastEnd) };
  return { start: from, end: lastEnd + restLength(text.slice(lastEnd, lastEnd + reach)) };
}

const restOfJson = /^(?:\s{0,8}(?:[{}[\],:]|["'][^"'\n]{0,600}["']|["'][A-Za-z0-9+/=-]{0,600}|\d{1,12}|true|false|null))*/;

/** Of an object that was cut off, how much of what stands behind the last known value is JSON still. */
function restLength(text: string): number {
  return (restOfJson.exec(text)?.[0] ?? '').length;
}

/** Fields that stand close together, two names at least, of which one is no ordinary word. */
function fieldGroups(text: string): readonly (readonly Field[])[] {
  const groups: Field[][] = [];
  for (const match of text.matchAll(field)) {
    const found = { name: (match[1] ?? '').toLowerCase(), start: match.index, end: match.index + match[0].length };
    const group = groups.at(-1);
    const previous = group?.at(-1);
    const first = group?.at(0);
    const isClose =
      previous !== undefined && first !== undefined && found.start - previous.end < reach && found.start - first.start < 2 * reach;
    if (group !== undefined && isClose) group.push(found);
    else groups.push([found]);
  }
  return groups.filter((group) => {
    const names = new Set(group.map((each) => each.name));
    return names.size >= 2 && (names.has('ciphertext') || names.has('cipherparams') || names.has('kdfparams'));
  });
}

function find(view: TextView): readonly Span[] {
  const { text } = view;
  const spans: Span[] = [];
  let floor = 0;
  if (view.folded.includes('cipher') || view.folded.includes('kdf')) {
    for (const group of fieldGroups(text)) {
      const first = group[0]?.start ?? 0;
      if (first < floor) continue;
      const { start, end } = objectAround(text, first, floor, group.at(-1)?.end ?? first);
      spans.push({ kind: 'KEYSTORE', start, end });
      floor = end;
    }
  }
  if (text.includes('{')) {
    for (const match of text.matchAll(vault)) {
      const { start, end } = objectAround(text, match.index + 1, match.index, match.index + match[0].length);
      const body = text.slice(start, end);
      if (/["']iv["']/.test(body) && /["']salt["']/.test(body)) spans.push({ kind: 'KEYSTORE', start, end });
    }
  }
  return spans;
}

/** Ethereum keystores by their key names (two of ciphertext, cipherparams, kdf, mac) and browser wallet vaults (data, iv, salt). */
export const keystore: Detector = { name: 'keystore', needs: trait.colon, find };
