// What a language needs to tell risks: patterns for each signal, and the phrases that say who speaks and why.

/** Signals that are told by words; patterns as in a taxonomy. */
export const wordRisks = [
  'asks-for-secret',
  'enter-secret',
  'told-of-asking',
  'wallet-validation',
  'private-channel',
  'remote-control',
  'unlock-payment',
  'recovery-offer',
  'drainer',
  'address-poisoning',
  'fake-app',
  'letter',
  'hacked',
  'gave-secret',
] as const;
export type WordRisk = (typeof wordRisks)[number];

export type RiskWords = {
  readonly signals: Readonly<Record<WordRisk, readonly string[]>>;
  /** Warns or denies ("never share", "we do not ask"), or tells of the own app's screen: takes back what stands in the same sentence. */
  readonly warnings: readonly string[];
  /** Tells of somebody else's request or asks whether it is real. */
  readonly reports: readonly string[];
  /** Says that it has happened to the writer. */
  readonly victims: readonly string[];
};
