// The desk of what is sent to us, as the rooms know it: it makes sources and keys, and takes pushed records.
import type { Db } from '../dialect/db.ts';
import type { KeyUse, PushAnswer } from './push.ts';
import type { RedactedText } from './redacted-text.ts';

export type PushRequest = {
  readonly sourceId: string;
  /** In the shape of conversations-jsonl; each is checked on its own. */
  readonly records: readonly unknown[];
  /** Written in the same transaction as the records; where it throws nothing is kept. */
  readonly alongside?: (tx: Db, answer: PushAnswer) => Promise<void>;
};

/** `secret` null: one is made here. */
export type NewKey = {
  readonly sourceId: string;
  readonly use: KeyUse;
  readonly label: string;
  readonly secret: string | null;
  readonly createdBy: string;
};

export type PushDesk = {
  /** Makes a source that nothing reads: it only takes what is sent. */
  readonly addSource: (source: { readonly id: string; readonly label: string }) => Promise<void>;
  /** The secret is told here and never again. */
  readonly addKey: (key: NewKey) => Promise<{ readonly id: number; readonly secret: string }>;
  readonly take: (request: PushRequest) => Promise<PushAnswer>;
  /** Takes secrets and personal details out of what a customer wrote to us; `kinds` says of which kinds there were. */
  readonly redact: (text: string) => Promise<{ readonly text: RedactedText; readonly kinds: readonly string[] }>;
};
