// The brand of text that may be stored: everything secret has been taken out of it.

declare const redactedBrand: unique symbol;

/** Text that went through `ingest/stages/redact.ts`, the only maker. The store accepts nothing else, so storing raw text does not compile. */
export type RedactedText = string & { readonly [redactedBrand]: true };
