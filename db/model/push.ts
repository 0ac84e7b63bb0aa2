// Feedback that is sent to us: keys of senders, how vendors sign, and the answer to what was pushed.
import type { Instant } from './instant.ts';

/** How vendors sign their webhooks; `telegram` signs nothing and shows a shared word instead. */
export const hookSchemes = ['standard-webhooks', 'zendesk', 'github', 'chatwoot', 'discourse', 'intercom', 'zammad', 'telegram'] as const;
export type HookScheme = (typeof hookSchemes)[number];

/** What a key opens: the push API, or webhooks that are signed in one way. */
export const keyUses = ['push', ...hookSchemes] as const;
export type KeyUse = (typeof keyUses)[number];

/** Vendors that make the secret themselves and show it to us; of the others it is ours to make. */
export const secretsOfVendors: readonly KeyUse[] = ['zendesk', 'chatwoot', 'intercom'];

/** Most conversations in one push: what one transaction may comfortably hold others up for. */
export const mostPushed = 200;
/** Most messages of all conversations in one push. */
export const mostPushedMessages = 2_000;

/** `place`: index in the list that was sent. The reason never quotes text. */
export type PushReject = { readonly place: number; readonly conversationId: string | null; readonly reason: string };

/** `fetched = inserted + updated + unchanged + rejected`. */
export type PushAnswer = {
  readonly fetched: number;
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly rejected: number;
  readonly rejects: readonly PushReject[];
};

/** A key as people see it: enough to know it again, not enough to use it. */
export type KeyRecord = {
  readonly id: number;
  readonly sourceId: string;
  readonly use: KeyUse;
  readonly label: string;
  readonly hint: string;
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly lastUsedAt: Instant | null;
  readonly revokedAt: Instant | null;
};
