// Mentions: what of a redacted text may still be told apart from others, by a keyed hash and never by its value.
import type { Instant } from './instant.ts';

/** `key`: the same for the same address, hash, account or mail address in any message of any source; not to be turned back without the key of the house. */
export type Mention = { readonly kind: string; readonly key: string };

/**
 * One mention of a conversation: `others` are the further conversations in which the same is mentioned. `ours` is the label of an address of
 * our own: many mention it, and it ties none of them together.
 */
export type MentionSeen = Mention & { readonly others: number; readonly ours: string | null };

/** Something of ours that customers mention: the address of support, a hot wallet. Its value is not kept. */
export type OwnAddress = Mention & { readonly label: string; readonly addedAt: Instant };
