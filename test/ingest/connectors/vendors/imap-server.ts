// A stand-in for a mail server: folders with growing numbers, mails that can be moved, expunged and renumbered.
import type { Instant } from '#db/model/instant.ts';
import type { RawMail } from '#ingest/mail/mailbox.ts';
import { mailUpstream } from '#test/support/virtual-mail.ts';

export type Letter = {
  readonly id?: string;
  readonly from?: string;
  readonly to?: string;
  readonly subject?: string;
  readonly at: Instant;
  readonly text?: string;
  /** Further header lines. */
  readonly more?: readonly string[];
};

/** A mail as it goes over the wire. */
export function letterSource({ id, from, to = 'support@acme.example', subject = 'Withdrawal', at, text = '', more = [] }: Letter): Buffer {
  const lines = [
    ...(id === undefined ? [] : [`Message-ID: <${id}>`]),
    ...(from === undefined ? [] : [`From: ${from}`]),
    `To: ${to}`,
    `Subject: ${subject}`,
    `Date: ${new Date(at).toUTCString()}`,
    'Content-Type: text/plain; charset=utf-8',
    ...more,
  ];
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${text}\r\n`);
}

type Stored = RawMail;
type Folder = { uidValidity: number; next: number; mails: Stored[] };

const headersOf = (source: Uint8Array) => `${Buffer.from(source).toString('latin1').split('\r\n\r\n')[0]}\r\n\r\n`;
const wholeSecond = (at: Instant) => Math.floor(at / 1000) * 1000;

export function openMailServer(password = 'a-secret-word') {
  const folders = new Map<string, Folder>();
  const folderOf = (name: string): Folder => {
    const known = folders.get(name) ?? { uidValidity: 1000 + folders.size, next: 1, mails: [] };
    folders.set(name, known);
    return known;
  };
  for (const name of ['INBOX', 'Sent', 'Trash']) folderOf(name);
  const place = (name: string, source: Uint8Array, at: Instant) => {
    const folder = folderOf(name);
    folder.mails.push({ uid: folder.next, at: wholeSecond(at), source });
    folder.next += 1;
  };
  const named = (source: Uint8Array, id: string) => headersOf(source).includes(`Message-ID: ${id}`);
  const takeOut = (name: string, id: string): Stored | undefined => {
    const folder = folderOf(name);
    const found = folder.mails.find(({ source }) => named(source, `<${id}>`));
    folder.mails = folder.mails.filter((mail) => mail !== found);
    return found;
  };
  return {
    /** Arrives at the time at which it was written, unless told otherwise. */
    deliver: (name: string, letter: Letter, arrivedAt: Instant = letter.at) => place(name, letterSource(letter), arrivedAt),
    deliverRaw: place,
    expunge: (name: string, id: string) => {
      takeOut(name, id);
    },
    /** A move gives a new number and keeps the time of arrival. */
    move: (from: string, to: string, id: string) => {
      const mail = takeOut(from, id);
      if (mail !== undefined) place(to, mail.source, mail.at);
    },
    /** What a rebuilt server does: same mails, other numbers, another UIDVALIDITY. */
    renumber: (name: string) => {
      const folder = folderOf(name);
      folder.uidValidity += 500;
      folder.mails = folder.mails.map((mail, index) => ({ ...mail, uid: index * 3 + 7 }));
      folder.next = folder.mails.length * 3 + 8;
    },
    upstream: mailUpstream(
      {
        folders: () => [...folders.keys()].map((path) => ({ path, isSent: path === 'Sent' })),
        state: (name) => {
          const folder = folders.get(name);
          return folder === undefined ? null : { uidValidity: String(folder.uidValidity), count: folder.mails.length };
        },
        list: (name, afterUid, since) =>
          folderOf(name)
            .mails.filter(({ uid, at }) => uid > afterUid && (since === null || at >= since - 86_400_000))
            .map(({ uid, at }) => ({ uid, at })),
        read: (name, uids) => folderOf(name).mails.filter(({ uid }) => uids.includes(uid)),
        find: (name, id) => {
          const found = folderOf(name).mails.find(({ source }) => named(source, id));
          return found === undefined ? null : { ...found, source: Buffer.from(headersOf(found.source), 'latin1') };
        },
        ties: (name) => folderOf(name).mails.map(({ source }) => headersOf(source)),
      },
      password,
    ),
  };
}
