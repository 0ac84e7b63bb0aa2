// The demo's rounds of review: what was drawn when, how much of it is done, and how its made-up reviewers lean.
import type { QualityRoundKind, QualityStratum } from '#db/model/quality.ts';

export type DemoRound = {
  readonly name: string;
  readonly kind: QualityRoundKind;
  readonly size: number;
  readonly strata: readonly QualityStratum[];
  /** Drawn so many days ago, from replies in conversations of the `span` days before. */
  readonly daysAgo: number;
  readonly span: number;
  /** Of the replies, so many are reviewed. */
  readonly share: number;
  /** Of a calibration: results that were settled on, from the first on. */
  readonly settled: number;
  readonly isClosed: boolean;
};

export const demoRounds: readonly DemoRound[] = [
  { name: 'Demo: summer', kind: 'review', size: 150, strata: ['channel'], daysAgo: 85, span: 90, share: 1, settled: 0, isClosed: true },
  {
    name: 'Demo: autumn',
    kind: 'review',
    size: 200,
    strata: ['channel', 'language'],
    daysAgo: 30,
    span: 55,
    share: 1,
    settled: 0,
    isClosed: true,
  },
  {
    name: 'Demo: calibration',
    kind: 'calibration',
    size: 24,
    strata: ['team'],
    daysAgo: 26,
    span: 30,
    share: 1,
    settled: 21,
    isClosed: true,
  },
  {
    name: 'Demo: November',
    kind: 'review',
    size: 120,
    strata: ['channel', 'team'],
    daysAgo: 6,
    span: 24,
    share: 0.7,
    settled: 0,
    isClosed: false,
  },
];

export type DemoReviewer = {
  readonly name: string;
  /** Chance of a mark one step lower, and one step higher, than the reply deserves. */
  readonly stricter: number;
  readonly milder: number;
};

export const demoReviewers: readonly DemoReviewer[] = [
  { name: 'Mei (Demo)', stricter: 0.05, milder: 0.05 },
  { name: 'Jonas (Demo)', stricter: 0.2, milder: 0.03 },
  { name: 'Claire (Demo)', stricter: 0.03, milder: 0.18 },
];
