// Channels that a promise is for: kinds of channels (`kind:chat`) or channels by the name that a source gives them.
import type { PromiseStage, ServicePromise } from '../shapes.ts';

export const channelKinds = ['chat', 'phone', 'email', 'form', 'forum', 'social', 'review', 'other'] as const;
export type ChannelKind = (typeof channelKinds)[number];

export const promiseStages = ['reply', 'complaint-acknowledged', 'complaint-decided'] as const satisfies readonly PromiseStage[];

/** The kind behind `kind:chat`; null for a channel by name. */
export function kindIn(channel: string): ChannelKind | null {
  return channelKinds.find((kind) => channel === `kind:${kind}`) ?? null;
}

/** True where a promise holds for every kind of channel. */
export function isForAll(channels: readonly string[]): boolean {
  return channelKinds.every((kind) => channels.includes(`kind:${kind}`));
}

export type StageGroup = { readonly stage: PromiseStage; readonly promises: readonly ServicePromise[] };

/** Promises by stage, replies first; stages without a promise are left out. */
export function byStage(promises: readonly ServicePromise[]): StageGroup[] {
  return promiseStages
    .map((stage) => ({ stage, promises: promises.filter((promise) => promise.stage === stage) }))
    .filter((group) => group.promises.length > 0);
}

/** Channels that another promise of the same stage names already: of two the one that stands first in the list holds. */
export function takenChannels(promises: readonly ServicePromise[], stage: PromiseStage): Set<string> {
  return new Set(promises.filter((promise) => promise.stage === stage).flatMap((promise) => promise.channels));
}
