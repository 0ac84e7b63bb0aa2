// Overlaps: which finding stays where several cover the same characters.
import { type Finding, isCritical, type RedactionKind, tokenOf } from './finding.ts';

export type Located = { readonly kind: RedactionKind; readonly start: number; readonly end: number; readonly note?: Finding['note'] };

/** Critical classes beat all others, among them the proven beat those told by their surroundings; then the longer beats the shorter, and a phone number is what any number may look like. */
function isStronger(left: Located, right: Located): boolean {
  const [leftCritical, rightCritical] = [isCritical(left.kind), isCritical(right.kind)];
  if (leftCritical !== rightCritical) return leftCritical;
  const [leftNamed, rightNamed] = [left.kind === 'API_SECRET', right.kind === 'API_SECRET'];
  if (leftCritical && leftNamed !== rightNamed) return rightNamed;
  const [leftLength, rightLength] = [left.end - left.start, right.end - right.start];
  if (leftLength !== rightLength) return leftLength > rightLength;
  if ((left.kind === 'PHONE') !== (right.kind === 'PHONE')) return right.kind === 'PHONE';
  return left.note === 'verified' && right.note !== 'verified';
}

/**
 * Findings without overlaps, in the order of the text. Where two overlap the stronger gives its class and the two together their extent: cutting
 * the weaker one short would leave part of it standing.
 */
export function settleOverlaps(located: readonly Located[]): readonly Finding[] {
  const inOrder = [...located].sort((left, right) => left.start - right.start || right.end - left.end);
  const settled: Located[] = [];
  for (const next of inOrder) {
    const previous = settled.at(-1);
    if (previous === undefined || next.start >= previous.end) {
      settled.push(next);
      continue;
    }
    const stronger = isStronger(next, previous) ? next : previous;
    settled[settled.length - 1] = { ...stronger, start: previous.start, end: Math.max(previous.end, next.end) };
  }
  return settled.map((each) => ({
    kind: each.kind,
    token: tokenOf(each.kind),
    start: each.start,
    end: each.end,
    ...(each.note ? { note: each.note } : {}),
  }));
}
