// The contract of a text language: the words the stages need in order to read feedback written in it.

/** Words around secrets. All lower case; accents may be written or not, both are found. */
export type SecretWords = {
  /** Names of a seed phrase. */
  readonly seed: readonly string[];
  /** Names of a private key. */
  readonly key: readonly string[];
  /** Names of a transaction or of its hash. */
  readonly transaction: readonly string[];
  /** Names of a password or PIN; a value may follow after a link. */
  readonly password: readonly string[];
  /** Words between the name of a password and its value: `is`, `est`, `是`. Colon and equals sign count everywhere. */
  readonly passwordLinks: readonly string[];
  /** What may follow a link without being a password: `wrong`, `forgotten`. */
  readonly passwordStops: readonly string[];
  /** Names of a one-time code that are clear on their own. */
  readonly oneTimeCode: readonly string[];
  /** Words that only mean a one-time code when nothing in `otherCode` stands beside them: `code`. */
  readonly code: readonly string[];
  /** What makes a code data: error codes, postcodes, promotion codes. */
  readonly otherCode: readonly string[];
  /** What behind a number makes it an amount or a duration. */
  readonly units: readonly string[];
  readonly phone: readonly string[];
  /** What makes a long number an order, ticket or account number. */
  readonly order: readonly string[];
  readonly passport: readonly string[];
  /** Names of identity, tax and social-security numbers. */
  readonly nationalId: readonly string[];
  /** Names of a bank card or of its number. */
  readonly card: readonly string[];
  /** Names of a wallet or blockchain address. */
  readonly address: readonly string[];
  /** Names of an API key or secret. */
  readonly apiSecret: readonly string[];
  readonly email: readonly string[];
  /** How `@` and `.` are spelled out. */
  readonly at: readonly string[];
  readonly dot: readonly string[];
  /** What before a dotted number makes it a version. */
  readonly version: readonly string[];
};

/** Phrases that end a conversation. A message made of nothing else needs no answer. */
export type ClosingWords = {
  readonly thanks: readonly string[];
  /** `ok`, `got it`, `it works now`. */
  readonly acknowledgements: readonly string[];
  readonly farewells: readonly string[];
  /** What may stand around the others without asking anything: `so much`, `for your help`. */
  readonly fillers: readonly string[];
};

export type TextLanguage = {
  /** ISO 639-1. */
  readonly id: string;
  readonly name: string;
  /** Words that turn a statement round. */
  readonly negations: readonly string[];
  /** Words that tell this language from its neighbours in a text of a few words. */
  readonly cues: readonly string[];
  readonly secrets: SecretWords;
  readonly closing: ClosingWords;
};

/** Reads a list of phrases written with commas between them. A long list of words reads better so than one word a line. */
export function words(list: string): readonly string[] {
  return list
    .split(',')
    .map((word) => word.trim().replace(/\s+/g, ' '))
    .filter((word) => word !== '');
}
