// What a language needs to tell harm: patterns for each reason and the words that take a reason back.

/** The closed list of reasons. */
export const harmReasons = [
  'funds-lost',
  'account-taken-over',
  'secret-exposed',
  'self-harm',
  'vulnerable-customer',
  'funds-stuck',
  'legal-threat',
  'data-breach',
  'public-threat',
  'deadline',
] as const;
export type HarmReason = (typeof harmReasons)[number];

export type HarmWords = {
  /** Patterns as in a taxonomy. */
  readonly reasons: Readonly<Record<HarmReason, readonly string[]>>;
  /** Says that it is over: the money came, the matter is solved. */
  readonly solved: readonly string[];
  /** Asks, thanks or wishes without any trouble. */
  readonly calm: readonly string[];
  /** A case that is imagined, feared or told of others; it takes back what follows in the sentence. */
  readonly imagined: readonly string[];
  /** Single words that turn what follows round. */
  readonly negations: readonly string[];
  /** Phrases with such a word that turn nothing round, such as "I don't know who". */
  readonly noNegations: readonly string[];
};
