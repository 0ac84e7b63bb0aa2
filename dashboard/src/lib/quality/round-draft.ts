// What somebody has typed of a new round of review, and the round that it means.
import { isDay } from '../format/date.ts';
import type { NewRound } from './ask.ts';

export type Stratum = NonNullable<NewRound['strata']>[number];
export const strata: readonly Stratum[] = ['channel', 'team', 'language', 'agent'];
export const filterNames = ['channel', 'team', 'language', 'agent', 'category'] as const;
export type FilterName = (typeof filterNames)[number];

export type RoundDraft = {
  readonly name: string;
  readonly kind: 'review' | 'calibration';
  readonly size: string;
  readonly reviewers: string;
  readonly strata: readonly Stratum[];
  readonly from: string;
  readonly to: string;
  readonly filters: Readonly<Partial<Record<FilterName, readonly string[]>>>;
};

export const newRoundDraft: RoundDraft = {
  name: '',
  kind: 'review',
  size: '100',
  reviewers: '3',
  strata: ['channel'],
  from: '',
  to: '',
  filters: {},
};

export type RoundProblem = 'name' | 'size' | 'reviewers' | 'day';

const wholeIn = (text: string, low: number, high: number) => /^\d{1,5}$/.test(text.trim()) && Number(text) >= low && Number(text) <= high;

/** Problems by field; nothing where the draft is a round. */
export function roundProblems(draft: RoundDraft): Readonly<Partial<Record<keyof RoundDraft, RoundProblem>>> {
  return {
    ...(draft.name.trim() === '' ? { name: 'name' } : {}),
    ...(wholeIn(draft.size, 1, 2000) ? {} : { size: 'size' }),
    ...(draft.kind === 'review' || wholeIn(draft.reviewers, 2, 8) ? {} : { reviewers: 'reviewers' }),
    ...(draft.from === '' || isDay(draft.from) ? {} : { from: 'day' }),
    ...(draft.to === '' || isDay(draft.to) ? {} : { to: 'day' }),
  };
}

/** The round of a draft without problems; null while it has some. */
export function toNewRound(draft: RoundDraft): NewRound | null {
  if (Object.keys(roundProblems(draft)).length > 0) return null;
  const filters = Object.fromEntries(
    filterNames.flatMap((name) => {
      const values = draft.filters[name] ?? [];
      return values.length === 0 ? [] : [[name, [...values]]];
    }),
  );
  return {
    name: draft.name.trim(),
    kind: draft.kind,
    size: Number(draft.size),
    strata: [...draft.strata],
    from: draft.from === '' ? null : draft.from,
    to: draft.to === '' ? null : draft.to,
    filters,
    ...(draft.kind === 'review' ? {} : { reviewers: Number(draft.reviewers) }),
  };
}
