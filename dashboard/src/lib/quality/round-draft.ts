// What somebody has typed of a new round of review, and the round that it means.
import { type DrawDraft, type DrawProblem, drawProblems, toDraw, wholeIn } from '../annotate/draw-draft.ts';
import type { NewRound } from './ask.ts';

export type Stratum = NonNullable<NewRound['strata']>[number];
export const strata: readonly Stratum[] = ['channel', 'team', 'language', 'agent'];
export const filterNames = ['channel', 'team', 'language', 'agent', 'category'] as const;
export type FilterName = (typeof filterNames)[number];

export type RoundDraft = DrawDraft<FilterName, Stratum> & {
  readonly kind: 'review' | 'calibration';
  readonly reviewers: string;
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

export type RoundProblem = DrawProblem | 'reviewers';

/** Problems by field; nothing where the draft is a round. */
export function roundProblems(draft: RoundDraft): Readonly<Partial<Record<keyof RoundDraft, RoundProblem>>> {
  return {
    ...drawProblems(draft, 2000),
    ...(draft.kind === 'review' || wholeIn(draft.reviewers, 2, 8) ? {} : { reviewers: 'reviewers' }),
  };
}

/** The round of a draft without problems; null while it has some. */
export function toNewRound(draft: RoundDraft): NewRound | null {
  if (Object.keys(roundProblems(draft)).length > 0) return null;
  return { ...toDraw(draft), kind: draft.kind, ...(draft.kind === 'review' ? {} : { reviewers: Number(draft.reviewers) }) };
}
