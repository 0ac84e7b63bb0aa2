// The case of the mailbox in the contract suite: customers' mails in one folder, our answers in another.
import { minute } from '#db/model/instant.ts';
import { imap } from '#ingest/connectors/imap.ts';
import { mailId } from '#ingest/mail/parse-mail.ts';
import { virtualStart } from '#test/support/virtual-http.ts';
import type { ConnectorCase, Vendor } from '../vendor.ts';
import { openMailServer } from './imap-server.ts';

const rootOf = (n: number) => `ask-${n}@mail.example.org`;
const from = (n: number) => `Jo <jo${n}@example.org>`;

function openBox(count: number): Vendor {
  const server = openMailServer();
  const present: number[] = [];
  let at = virtualStart - 2_000 * minute;
  let spoilt: number | null = null;
  const ask = (n: number, isReadable = true) => {
    at += minute;
    const letter = { id: rootOf(n), subject: `Withdrawal ${n}`, at, text: `Where is withdrawal ${n}?` };
    server.deliver('INBOX', isReadable ? { ...letter, from: from(n) } : letter);
  };
  const answer = (n: number) => {
    at += minute;
    const more = [`In-Reply-To: <${rootOf(n)}>`];
    const words = { subject: `Re: Withdrawal ${n}`, text: `We look into withdrawal ${n}.` };
    server.deliver('Sent', { id: `answer-${n}@acme.example`, from: 'Anna <anna@acme.example>', to: from(n), at, more, ...words });
  };
  const open = (): number => {
    const n = present.length + 1;
    present.push(n);
    ask(n);
    if (n % 2 === 0) answer(n);
    return n;
  };
  for (let n = 0; n < count; n += 1) open();
  return {
    upstream: server.upstream,
    ids: () => present.filter((n) => n !== spoilt).map((n) => mailId(`<${rootOf(n)}>`)),
    // A mail that was sent is never changed.
    edit: null,
    remove: () => {
      server.expunge('INBOX', rootOf(3));
      return mailId(`<${rootOf(3)}>`);
    },
    spoil: () => {
      spoilt = 5;
      server.expunge('INBOX', rootOf(5));
      ask(5, false);
      return mailId(`<${rootOf(5)}>`);
    },
    mend: () => {
      spoilt = null;
      server.expunge('INBOX', rootOf(5));
      ask(5);
    },
    add: () => mailId(`<${rootOf(open())}>`),
  };
}

export const imapCase: ConnectorCase = {
  connector: imap,
  settings: { host: 'imap.acme.example', user: 'support@acme.example', password: 'a-secret-word', staff: 'acme.example' },
  open: () => openBox(120),
  openEmpty: () => openBox(0),
};
