// Mentions: what of a redacted text may still be told apart from others, by a keyed hash and never by its value.

/** `key`: the same for the same address, hash, account or mail address in any message of any source; not to be turned back without the key of the house. */
export type Mention = { readonly kind: string; readonly key: string };

/** One mention of a conversation: `others` are the further conversations in which the same is mentioned. */
export type MentionSeen = Mention & { readonly others: number };
