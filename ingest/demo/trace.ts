// What the simulation writes down: who said what kind of thing when; the words come later.
import type { Actor, Closer, MessageKind, Status, Visibility } from '#db/model/conversation.ts';
import type { Instant } from '#db/model/instant.ts';
import type { Arrival } from './arrivals.ts';
import type { Channel, Team, TextLanguage } from './company.ts';

/** What a message does in its conversation; the composer has words for each. */
export const roles = [
  'opener',
  'more',
  'screenshot',
  'detail',
  'nudge',
  'formal-complaint',
  'withdraw',
  'thanks',
  'reopen',
  'public-complaint',
  'duplicate',
  'voicemail',
  'call-turn',
  'wrong-language-protest',
  'thumbs',
  'bot-hello',
  'bot-wait',
  'auto-ack',
  'survey',
  'campaign',
  'greet',
  'ask',
  'solve',
  'escalate',
  'hold',
  'goodbye',
  'call-back',
  'complaint-ack',
  'complaint-decision',
  'note',
  'fellow',
  'spam',
] as const;
export type Role = (typeof roles)[number];

/** 0 calm, 1 annoyed, 2 furious. */
export type Tone = 0 | 1 | 2;

export type Turn = {
  readonly at: Instant;
  role: Role;
  readonly actor: Actor;
  /** Index into `staff`, agents only. */
  readonly agent: number | null;
  readonly tone: Tone;
  /** The language it is written in: an agent's may differ from the customer's. */
  readonly language: TextLanguage;
  readonly visibility: Visibility;
  readonly kind: MessageKind;
  /** True for a ready-made answer without a personal line. */
  readonly macro: boolean;
  /** True for a first answer with kind words. */
  readonly isKind: boolean;
  /** How long the customer had waited when this was written. */
  readonly waitedMs: number;
};

export type TraceRating = { readonly value: number; readonly scaleMax: number; readonly at: Instant };

/** One conversation as lived through, before it has words. */
export type Trace = {
  readonly id: number;
  readonly arrival: Arrival;
  readonly channel: Channel;
  readonly language: TextLanguage;
  /** The conversation this one grew out of: a public complaint, a second ticket about the same thing. */
  readonly origin: Trace | null;
  team: Team;
  readonly turns: Turn[];
  readonly changes: { readonly at: Instant; readonly status: Status; readonly by: Closer }[];
  readonly ratings: TraceRating[];
  exclusion: 'spam' | 'merged_into' | null;
  isComplaint: boolean;
  /** How upset the customer is by now, 0 to 1. */
  upset: number;
  roundsLeft: number;
  /** Start of the open wait; null while the ball is with the customer. */
  waitingSince: Instant | null;
  /** Counts waits, so that timers of an ended wait fall silent. */
  waitNumber: number;
  /** Filed wrongly: in nobody's line until the customer asks again. */
  isLost: boolean;
  nudges: number;
  longestWaitMs: number;
  reopened: boolean;
  escalated: boolean;
  wasWrongLanguage: boolean;
  /** Its first answer was kind. */
  wasKind: boolean;
  isOver: boolean;
  lastAgent: number | null;
};

/** The tone of somebody this upset. */
export function toneOf(upset: number): Tone {
  if (upset < 0.5) return 0;
  return upset < 0.78 ? 1 : 2;
}
