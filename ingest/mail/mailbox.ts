// What the house asks of a mailbox: folders, places of mails in them, and the mails; nothing is ever marked or moved.
import type { Instant } from '#db/model/instant.ts';

export const mailSecurities = ['tls', 'starttls', 'none'] as const;
export type MailSecurity = (typeof mailSecurities)[number];

/** A password, or a token that stands for the application that reads. */
export type MailSecret = { readonly pass: string } | { readonly accessToken: string };

export type MailServer = {
  readonly host: string;
  readonly port: number;
  readonly security: MailSecurity;
  readonly user: string;
  /** Asked anew for each connection: a token may have run out since the last one. */
  readonly signIn: () => Promise<MailSecret>;
};

export type MailFolder = {
  readonly path: string;
  /** Where our own mails are kept once they are sent. */
  readonly isSent: boolean;
};

/** A folder as it is now. Where `uidValidity` is another one, all numbers that were known of it mean nothing any more. */
export type FolderState = { readonly uidValidity: string; readonly count: number };

/** `at` is when the mail came in, by the server's own clock. */
export type MailPlace = { readonly uid: number; readonly at: Instant };

/** `source`: the mail as it was sent, cut where it is very long; or only its headers where only those were asked for. */
export type RawMail = MailPlace & { readonly source: Uint8Array };

export type ListedSince = {
  readonly afterUid: number;
  /** Mails that came in before are left out, give or take a day: servers search by whole days in a zone of their own. */
  readonly since: Instant | null;
};

/** Errors are AppError: `unauthorized`, `not_found` for a folder, `unavailable` for all that patience could mend. */
export type Mailbox = {
  readonly folders: () => Promise<readonly MailFolder[]>;
  readonly stateOf: (folder: string) => Promise<FolderState>;
  /** In the order of their numbers. */
  readonly list: (folder: string, listed: ListedSince) => Promise<readonly MailPlace[]>;
  /** Those that are still there, in the order of their numbers. */
  readonly read: (folder: string, uids: readonly number[]) => Promise<readonly RawMail[]>;
  /** The headers of the mail with a Message-ID, `<` and `>` included; null where the folder has none. */
  readonly find: (folder: string, messageId: string) => Promise<RawMail | null>;
  /** The headers that tie mails together, of every mail of a folder. */
  readonly ties: (folder: string) => AsyncIterable<string>;
  readonly close: () => Promise<void>;
};

/** Connects and signs in. */
export type MailConnect = (server: MailServer, signal: AbortSignal) => Promise<Mailbox>;
