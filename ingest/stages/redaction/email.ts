// E-mail addresses as they are written, international ones included.
import { domainToASCII } from 'node:url';
import { parse } from 'tldts';
import type { Detector, Span } from './detector.ts';
import type { TextView } from './text-view.ts';
import { trait } from './traits.ts';

const localPunctuation = "._%+'-!#$&*/=?^`{|}~";

/** 1 ASCII or accented Latin letter or digit, 2 other letter or mark, 0 neither. */
function letterClass(character: string): number {
  if (character === '') return 0;
  const code = character.charCodeAt(0);
  if ((code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)) return 1;
  if (code < 0xaa) return 0;
  if (code < 0x250 || (code >= 0x1e00 && code < 0x1f00)) return /\p{L}/u.test(character) ? 1 : 0;
  return /[\p{L}\p{M}]/u.test(character) ? 2 : 0;
}

/** How far the local part reaches back from `at`, 64 characters at most; `at` itself where there is none. */
function localStart(text: string, at: number): number {
  const script = letterClass(text.charAt(at - 1));
  let start = at;
  for (let index = at - 1; index >= 0 && at - index <= 64; index--) {
    const character = text.charAt(index);
    const kind = letterClass(character);
    const isDigit = character >= '0' && character <= '9';
    // A change of script ends it: in a sentence without spaces the address begins where the Latin letters do.
    const isSame = script === 2 ? kind === 2 || isDigit : kind === 1;
    if (isSame) start = index;
    else if (!localPunctuation.includes(character)) break;
  }
  return start;
}

/** Where a domain behind `at` may end, the longest last: prose behind a full stop, in another script, reads like one more label. */
function domainEnds(text: string, at: number): readonly number[] {
  const ends: number[] = [];
  let index = at + 1;
  let labels = 0;
  while (index < text.length && index - at < 255) {
    const script = letterClass(text.charAt(index));
    const from = index;
    while (index - from < 64) {
      const character = text.charAt(index);
      const kind = letterClass(character);
      const isPart = kind !== 0 && (kind === script || (character >= '0' && character <= '9'));
      if (!isPart && !(character === '-' && index > from)) break;
      index++;
    }
    if (index === from) break;
    labels++;
    const label = text.slice(from, index).replace(/-+$/, '');
    // The last label is no number: `me@1.5` is arithmetic, not mail.
    if (labels > 1 && label.length >= 2 && !/^\d+$/.test(label)) ends.push(from + label.length);
    if (text.charAt(index) !== '.') break;
    index++;
  }
  return ends;
}

/** Hosts in Latin letters are taken as they are, internal ones too; in other scripts only a real top-level domain tells an address from prose. */
function isHost(host: string): boolean {
  const ending = host.slice(host.lastIndexOf('.') + 1);
  return letterClass(ending.charAt(0)) === 1 || parse(domainToASCII(host)).isIcann === true;
}

function find(view: TextView): readonly Span[] {
  // Look-alikes count as the Latin letters they pretend to be, but a Cyrillic address is read as written.
  if (!view.text.includes('@')) return [];
  const spans: Span[] = [];
  for (const text of view.text === view.latin ? [view.text] : [view.text, view.latin]) {
    for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
      const quoted = text.charAt(at - 1) === '"' ? text.lastIndexOf('"', at - 2) : -1;
      const start = quoted >= 0 && at - quoted <= 64 ? quoted : localStart(text, at);
      const end = start < at ? domainEnds(text, at).findLast((each) => isHost(text.slice(at + 1, each))) : undefined;
      if (end !== undefined) spans.push({ kind: 'EMAIL', start, end });
    }
  }
  return spans;
}

/** `name@host.tld` in any script; a sentence around it in another script stays. */
export const email: Detector = { name: 'email', needs: trait.at, find };
