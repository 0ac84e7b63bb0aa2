// Business events: what happened to the company while customers wrote, and what a source tells of one.
import type { Instant } from './instant.ts';

export const eventKinds = ['release', 'incident', 'market', 'campaign', 'holiday'] as const;
export type EventKind = (typeof eventKinds)[number];

/** An event as a source tells it; `externalId` is the same whenever it is told again. */
export type EventInput = {
  readonly externalId: string;
  readonly kind: EventKind;
  readonly label: string;
  readonly fromAt: Instant;
  /** The same as `fromAt` where it has no length. */
  readonly toAt: Instant;
  /** On the event's own scale: percent of a price move, hours of an incident; null where there is none. */
  readonly magnitude: number | null;
};
