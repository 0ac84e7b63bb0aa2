// Detectors: what every class of redaction has to offer, and how a finding reads its surroundings.
import type { Finding, RedactionKind } from './finding.ts';
import type { TextView } from './text-view.ts';

/** A finding in the coordinates of its view. */
export type Span = { readonly kind: RedactionKind; readonly start: number; readonly end: number; readonly note?: Finding['note'] };

/** What the rest of the thread proves: addresses seen anywhere in it, so that a key can be told by the address it makes. */
export type Evidence = { readonly addresses: ReadonlySet<string> };

/** The answer of a detector that found nothing, shared because it is by far the commonest. */
export const none: readonly Span[] = [];

export type Detector = {
  /** Kebab-case, the name of its file. */
  readonly name: string;
  /** Bits of `trait`: a text without any of them holds nothing for this detector. */
  readonly needs: number;
  readonly find: (view: TextView, evidence: Evidence) => readonly Span[];
};

// A word that begins just outside the reach counts as well: distances are to the nearest part of it.
const wordLength = 16;

/** True where the pattern matches within `before` characters ahead of the stretch. The pattern must not be global or sticky. */
export function isPreceded(view: TextView, start: number, before: number, pattern: RegExp): boolean {
  return pattern.test(view.folded.slice(Math.max(0, start - before - wordLength), start));
}

/** True where the pattern matches within `after` characters behind the stretch. */
export function isFollowed(view: TextView, end: number, after: number, pattern: RegExp): boolean {
  return pattern.test(view.folded.slice(end, end + after + wordLength));
}

/** True where the pattern matches within `reach` characters on either side, the stretch itself left out. */
export function isNear(view: TextView, start: number, end: number, reach: number, pattern: RegExp): boolean {
  return isPreceded(view, start, reach, pattern) || isFollowed(view, end, reach, pattern);
}

/** The run of non-space characters around `[start, end)`, at most 300 to each side: the URL or path that a token is part of. */
export function surroundingWord(view: TextView, start: number, end: number): string {
  let from = start;
  while (from > 0 && start - from < 300 && !/\s/.test(view.text.charAt(from - 1))) from--;
  let to = end;
  while (to < view.text.length && to - end < 300 && !/\s/.test(view.text.charAt(to))) to++;
  return view.text.slice(from, to);
}

const urlStart = /(?:https?:\/\/|www\.)[^\s"'<>()]*$/;

/** True where the character at `start` is part of a URL. */
export function isInUrl(view: TextView, start: number): boolean {
  return urlStart.test(view.folded.slice(Math.max(0, start - 300), start));
}
