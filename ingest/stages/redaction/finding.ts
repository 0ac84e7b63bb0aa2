// Findings: the classes of secrets and personal details that redaction takes out, and where one was found.

/** Classes whose loss costs somebody money at once. They win every overlap and are never kept, not even as a hash. */
export const criticalKinds = ['SEED_PHRASE', 'PRIVATE_KEY', 'EXT_PRIVATE_KEY', 'KEYSTORE', 'API_SECRET', 'SECRET_URI', 'CARD'] as const;

export const addressKinds = [
  'ADDR:BTC',
  'ADDR:LTC',
  'ADDR:DOGE',
  'ADDR:ZEC',
  'ADDR:EVM',
  'ADDR:TRON',
  'ADDR:SOL',
  'ADDR:TON',
  'ADDR:XRP',
  'ADDR:ADA',
  'ADDR:DOT',
  'ADDR:XMR',
  'ADDR:COSMOS',
] as const;

export const redactionKinds = [
  ...criticalKinds,
  'EXT_PUBLIC_KEY',
  'PASSWORD',
  'OTP',
  'NATIONAL_ID',
  'IBAN',
  'EMAIL',
  'PHONE',
  'IP',
  'TX_HASH',
  ...addressKinds,
  'ADDR_NAME',
] as const;
export type RedactionKind = (typeof redactionKinds)[number];

/** A stretch `[start, end)` of the original text, in UTF-16 code units, that was replaced by `token` (`[SEED_PHRASE]`). */
export type Finding = {
  readonly kind: RedactionKind;
  readonly token: string;
  readonly start: number;
  readonly end: number;
  /** `verified`: the checksum of a seed phrase holds. `private`: an address of a private network. */
  readonly note?: 'verified' | 'private';
};

const critical: ReadonlySet<string> = new Set(criticalKinds);

/** True for the classes that must never be missed. */
export function isCritical(kind: RedactionKind): boolean {
  return critical.has(kind);
}

/** What stands in the text in the place of a secret of this class. */
export function tokenOf(kind: RedactionKind): string {
  return `[${kind}]`;
}
