// Complaints: how loudly a customer complains, what says so, and whether a claim that nobody answers is right.
import type { Wait } from './facts.ts';
import type { Instant } from './instant.ts';
import type { PromiseStage } from './promise.ts';

/** The ladder, from the lowest rung to the highest. `ticket`: a private request; `public`: a complaint where others read it. */
export const complaintRungs = ['ticket', 'public', 'formal', 'regulator'] as const;
export type ComplaintRung = (typeof complaintRungs)[number];

/** The rungs that are complaints in themselves. */
export const loudRungs = ['public', 'formal', 'regulator'] as const;
export type LoudRung = (typeof loudRungs)[number];

export function isLoud(rung: string): rung is LoudRung {
  return loudRungs.some((one) => one === rung);
}

/** What a person may say of a conversation: a rung, or that it is no complaint. */
export const givenRungs = [...complaintRungs, 'none'] as const;
export type GivenRung = (typeof givenRungs)[number];

/** What a message says by itself; `plain` complains without any form. */
export const complaintLevels = ['plain', 'formal', 'regulator'] as const;
export type ComplaintLevel = (typeof complaintLevels)[number];

/** What kind of words carried it. */
export const complaintSignIds = ['complains', 'formal-words', 'notice', 'regulator', 'legal', 'no-reply'] as const;
export type ComplaintSignId = (typeof complaintSignIds)[number];

/** A stretch of a redacted text. */
export type ComplaintSign = { readonly id: ComplaintSignId; readonly start: number; readonly end: number };

/** What the scorer says of one customer message; null level: it complains of nothing. */
export type ComplaintScore = {
  readonly level: ComplaintLevel | null;
  readonly claimsNoReply: boolean;
  readonly signs: readonly ComplaintSign[];
};

/** Why the machine put a conversation on its rung. */
export const complaintReasons = [
  'source-label',
  'regulator-words',
  'formal-words',
  'complains',
  'claims-no-reply',
  'low-rating',
  'negative-mood',
] as const;
export type ComplaintReason = (typeof complaintReasons)[number];

/**
 * Whether a claim that nobody answers is right. `true`: a matched request was open past its promise, or closed without an answer.
 * `half-true`: answered late, or still within its promise. `answered`: everything had been answered in time. `never-received`: nothing matched.
 */
export const claimVerdicts = ['true', 'half-true', 'answered', 'never-received'] as const;
export type ClaimVerdict = (typeof claimVerdicts)[number];

/** What a claim was matched by: a ticket number that it names, the same author, or the same address, hash, account, phone or mail address. */
export const matchReasons = ['ticket-number', 'same-customer', 'same-mention'] as const;
export type MatchReason = (typeof matchReasons)[number];

export const complaintStages = ['complaint-acknowledged', 'complaint-decided'] as const satisfies readonly PromiseStage[];
export type ComplaintStage = (typeof complaintStages)[number];

/** One clock of a complaint as the columns hold it. */
export type ComplaintClockRecord = Pick<
  Wait,
  'fromAt' | 'untilAt' | 'state' | 'exclusion' | 'dueAt' | 'workingMs' | 'calendarId' | 'promiseId' | 'promiseVersion'
> & { readonly stage: ComplaintStage };

/** What the columns read of a complaint. */
export type ComplaintRecord = {
  readonly rung: GivenRung;
  /** When it was voiced. */
  readonly at: Instant;
  readonly isByHand: boolean;
  readonly clocks: readonly ComplaintClockRecord[];
  /** When it claimed that nobody answers; null where it does not. */
  readonly claim: { readonly at: Instant; readonly verdict: ClaimVerdict; readonly isConfirmed: boolean } | null;
  /** The step below that the customer came from, within the time that counts as climbing. */
  readonly climb: { readonly from: ComplaintRung; readonly at: Instant } | null;
};

/** What a person can say of a complaint: on which rung it stands, or whether its claim is right. */
export const reviewKinds = ['rung', 'verdict'] as const;
export type ReviewKind = (typeof reviewKinds)[number];
