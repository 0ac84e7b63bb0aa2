// On which rung of the ladder a conversation stands, since when, and why; and since when it claims that nobody answers.
import { type ChannelKind, channelKind } from '../model/channel.ts';
import type { ComplaintLevel, ComplaintReason, GivenRung } from '../model/complaint.ts';
import type { Instant } from '../model/instant.ts';
import type { SentimentState } from '../model/scored.ts';

/** What a customer message says, in the order of the messages; `at` null where the source gave no time. */
export type SaidAt = { readonly level: ComplaintLevel | null; readonly claimsNoReply: boolean; readonly at: Instant | null };

export type RungInput = {
  readonly channel: string;
  /** The source itself calls it a complaint: a ticket type, a label, a category of its own. */
  readonly isLabelled: boolean;
  readonly sentiment: SentimentState | null;
  /** A public rating of at most two of five stars, or as low on another scale. */
  readonly isRatedLow: boolean;
  readonly startedAt: Instant;
  readonly said: readonly SaidAt[];
};

export type Rung = {
  readonly rung: GivenRung;
  readonly at: Instant;
  readonly reasons: readonly ComplaintReason[];
  readonly claimAt: Instant | null;
};

/** Where others read along. */
export const publicKinds: readonly ChannelKind[] = ['forum', 'social', 'review'];

export function isPublicChannel(channel: string): boolean {
  return publicKinds.includes(channelKind(channel));
}

/** The rung of whoever says nothing louder: a private request is the lowest one, a public post is none. */
export function quietRung(channel: string): GivenRung {
  return isPublicChannel(channel) ? 'none' : 'ticket';
}

/** `regulator` needs words that say so; `formal` words or the label of the source; `public` a public channel with words, stars or a mood. */
export function complaintRung(input: RungInput): Rung {
  const { startedAt, said } = input;
  const firstOf = (level: ComplaintLevel): Instant | null => {
    const found = said.find((one) => one.level === level);
    return found === undefined ? null : (found.at ?? startedAt);
  };
  const claim = said.find(({ claimsNoReply }) => claimsNoReply);
  const claimAt = claim === undefined ? null : (claim.at ?? startedAt);
  const [regulatorAt, formalAt, plainAt] = [firstOf('regulator'), firstOf('formal'), firstOf('plain')];
  const label: readonly ComplaintReason[] = input.isLabelled ? ['source-label'] : [];
  if (regulatorAt !== null) return { rung: 'regulator', at: regulatorAt, reasons: [...label, 'regulator-words'], claimAt };
  if (formalAt !== null) return { rung: 'formal', at: formalAt, reasons: [...label, 'formal-words'], claimAt };
  if (input.isLabelled) return { rung: 'formal', at: startedAt, reasons: label, claimAt };
  const reasons: readonly ComplaintReason[] = [
    ...(plainAt === null ? [] : (['complains'] as const)),
    ...(claimAt === null ? [] : (['claims-no-reply'] as const)),
    ...(input.isRatedLow ? (['low-rating'] as const) : []),
    ...(input.sentiment === 'neg' ? (['negative-mood'] as const) : []),
  ];
  if (!isPublicChannel(input.channel)) return { rung: 'ticket', at: startedAt, reasons: [], claimAt };
  return { rung: reasons.length === 0 ? 'none' : 'public', at: plainAt ?? claimAt ?? startedAt, reasons, claimAt };
}
