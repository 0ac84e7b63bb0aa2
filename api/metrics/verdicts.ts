// Verdicts that several metrics share, so that the same wait means the same thing in all of them.
import { waitExclusions } from '#db/model/facts.ts';
import type { Ending, Verdict, WaitTraits } from './metric.ts';

export function leftOut(reason: string): Verdict {
  return { part: 'out', reason };
}

export function counted(
  ending: Ending | null,
  marks: { readonly isHit?: boolean; readonly isYoung?: boolean; readonly label?: string } = {},
): Verdict {
  const verdict = { part: 'in', isHit: marks.isHit ?? false, ending, isYoung: marks.isYoung ?? false } as const;
  return marks.label === undefined ? verdict : { ...verdict, label: marks.label };
}

/** The reason names of waits that no metric counts. */
export const waitExclusionNames = ['withdrawn', ...waitExclusions] as const;

/**
 * A wait in time: answered, still waiting, or closed without an answer, which counts to the end. A wait that the customer
 * withdrew is neither, and left out. An open wait is young while its promise can still be kept.
 */
export function waitVerdict(traits: WaitTraits, isHit = false): Verdict {
  switch (traits.state) {
    case 'answered':
      return counted('answered', { isHit });
    case 'open_not_due':
      return counted('waiting', { isHit, isYoung: traits.hasPromise });
    case 'open_overdue':
      return counted('waiting', { isHit });
    case 'closed_unanswered':
      return counted('neverAnswered', { isHit });
    case 'withdrawn':
      return leftOut('withdrawn');
    case 'excluded':
      return leftOut(traits.exclusion ?? 'other');
    default:
      return traits.state satisfies never;
  }
}

/**
 * What was promised against what came: in time, late, or not at all, which counts to the end. Open and not yet due stands apart; what the
 * customer withdrew in time is left out.
 */
export function promiseVerdict(traits: Pick<WaitTraits, 'state' | 'exclusion' | 'hasPromise' | 'isKept'>): Verdict {
  if (traits.state === 'excluded') return leftOut(traits.exclusion ?? 'other');
  if (traits.state === 'withdrawn' && (!traits.hasPromise || traits.isKept)) return leftOut('withdrawn');
  if (!traits.hasPromise) return leftOut('no_promise');
  switch (traits.state) {
    case 'answered':
      return counted('answered', { isHit: traits.isKept });
    case 'open_not_due':
      return { part: 'apart', isYoung: true };
    case 'open_overdue':
      return counted('waiting');
    case 'closed_unanswered':
      return counted('neverAnswered');
    case 'withdrawn':
      // Broken at the due instant, whatever the customer did afterwards.
      return counted('neverAnswered');
    default:
      return traits.state satisfies never;
  }
}
