// The mailbox connector against a real Dovecot: counted, read again, renumbered, moved, expunged, refused.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ImapFlow } from 'imapflow';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day, minute } from '#db/model/instant.ts';
import { saveCursor } from '#db/store/cursors.ts';
import { changeConnection } from '#db/store/source-connections.ts';
import { imap } from '#ingest/connectors/imap.ts';
import { openAddressGuard } from '#ingest/http/address-guard.ts';
import { openImap } from '#ingest/mail/imap-mailbox.ts';
import { mailId } from '#ingest/mail/parse-mail.ts';
import { letterSource } from '#test/ingest/connectors/vendors/imap-server.ts';
import { temporaryFolder } from '#test/support/import-files.ts';
import { runCommand } from '#test/support/running-server.ts';
import { houseSource, openSourceHouse } from '#test/support/source-house.ts';
import { nobody } from '#test/support/test-sources.ts';
import { virtualStart } from '#test/support/virtual-http.ts';
import { type Dovecot, dovecotMissing, startDovecot } from './dovecot.ts';
import { openTokenServer, type TokenServer } from './token-server.ts';

const missing = dovecotMissing();
const recorded = path.resolve(import.meta.dirname, '../../../shared/connectors/fixtures/email');
const recordedMails = (() => {
  try {
    return readdirSync(recorded).filter((name) => name.endsWith('.eml'));
  } catch {
    return [];
  }
})();

const asks = 130;
const id = (n: number) => `ask-${n}@mail.example.org`;
const root = (n: number) => mailId(`<${id(n)}>`);

describe.skipIf(missing !== null)(
  `a mailbox on a real Dovecot${missing === null ? '' : ` (skipped: ${missing})`}`,
  { timeout: 300_000 },
  () => {
    let server: Dovecot;
    let tokens: TokenServer;
    beforeAll(async () => {
      tokens = await openTokenServer();
      server = await startDovecot(tokens.url);
    });
    afterAll(async () => {
      await server.stop();
      await tokens.close();
    });

    const client = async (user: string) => {
      const opened = new ImapFlow({
        host: '127.0.0.1',
        port: server.plainPort,
        secure: false,
        doSTARTTLS: false,
        auth: { user, pass: server.password },
        logger: false,
      });
      opened.on('error', () => undefined);
      await opened.connect();
      return opened;
    };
    const settingsOf = (user: string) => ({
      host: '127.0.0.1',
      port: server.plainPort,
      security: 'none',
      user,
      password: server.password,
      staff: 'acme.example',
    });
    const houseOf = (user: string) =>
      openSourceHouse({
        connector: imap,
        settings: settingsOf(user),
        upstream: nobody,
        connectMail: openImap(openAddressGuard([`127.0.0.1:${server.plainPort}`, `localhost:${server.tlsPort}`])),
      });

    /** Every second ask is answered; answers name only the mail before them. */
    const fill = async (user: string) => {
      const box = await client(user);
      for (let n = 1; n <= asks; n += 1) {
        const at = virtualStart - (asks - n + 1) * 10 * minute;
        const subject = `Withdrawal ${n}`;
        const ask = letterSource({ id: id(n), from: `Jo <jo${n}@example.org>`, subject, at, text: `Where is withdrawal ${n}?` });
        await box.append('INBOX', ask, [], new Date(at));
        if (n % 2 === 1) continue;
        const more = [`In-Reply-To: <${id(n)}>`];
        const answer = {
          id: `answer-${n}@acme.example`,
          from: 'Anna <anna@acme.example>',
          to: `jo${n}@example.org`,
          at: at + minute,
          more,
        };
        await box.append(
          'Sent',
          letterSource({ ...answer, subject: `Re: ${subject}`, text: `We look into ${n}.` }),
          ['\\Seen'],
          new Date(at + minute),
        );
      }
      return box;
    };

    it('reads everything once, marks nothing as seen, and finds nothing new the second time', async () => {
      const box = await fill('first');
      const house = await houseOf('first');
      expect(await house.run()).toEqual({ fetched: 195, inserted: 130, updated: 1, unchanged: 64, rejected: 0, pages: 4, gaps: 0 });
      const stored = await house.stored();
      expect(Object.keys(stored).sort()).toEqual(Array.from({ length: asks }, (_, n) => root(n + 1)).sort());
      expect(stored[root(8)]).toEqual(['customer: Where is withdrawal 8?', 'agent: We look into 8.']);
      expect(await house.run()).toMatchObject({ fetched: 0, pages: 0 });
      const status = await box.status('INBOX', { unseen: true });
      expect(status === false ? null : status.unseen).toBe(asks);
      await box.logout();
    });

    it('reads a renumbered folder again and finds every mail known', async () => {
      const box = await fill('renumbered');
      const house = await houseOf('renumbered');
      await house.run();
      await box.logout();
      server.admin(['mailbox', 'update', '-u', 'renumbered', '--uid-validity', '77', 'INBOX']);
      expect(await house.run()).toMatchObject({ fetched: asks, inserted: 0, updated: 0, unchanged: asks, rejected: 0 });
      expect(await house.run()).toMatchObject({ fetched: 0 });
      await saveCursor(house.db, houseSource, null, virtualStart);
      expect(await house.run()).toMatchObject({ fetched: 195, inserted: 0, updated: 0, unchanged: 195 });
    });

    it('keeps one copy of a moved mail, reads what is new, and takes the text out of what was expunged', async () => {
      const box = await fill('moved');
      const house = await houseOf('moved');
      await house.change({ ...settingsOf('moved'), folders: 'INBOX, Archive' });
      await house.run();
      const lock = await box.getMailboxLock('INBOX');
      await box.messageMove({ header: { 'message-id': `<${id(3)}>` } }, 'Archive');
      await box.messageDelete({ header: { 'message-id': `<${id(5)}>` } });
      lock.release();
      const late = letterSource({
        id: id(131),
        from: 'Jo <jo3@example.org>',
        subject: 'AW: Withdrawal 3',
        at: virtualStart,
        text: 'Still nothing.',
      });
      await box.append('INBOX', late, [], new Date(virtualStart));
      expect(await house.run()).toMatchObject({ fetched: 2, inserted: 0, updated: 1, unchanged: 1 });
      house.later(2 * day);
      await changeConnection(house.db, houseSource, { checkedGoneAt: virtualStart });
      await house.run();
      const stored = await house.stored();
      expect(stored[root(3)]).toEqual(['customer: Where is withdrawal 3?', 'customer: Still nothing.']);
      expect(stored[root(5)]).toEqual(['customer: ']);
      expect(Object.values(stored).filter((messages) => messages.join('') === 'customer: ')).toHaveLength(1);
      await box.logout();
    });

    it.skipIf(recordedMails.length === 0)('reads recorded mails, whatever their writers did to them (needs ../shared)', async () => {
      const box = await client('recorded');
      for (const name of recordedMails) {
        const source = readFileSync(path.join(recorded, name), 'latin1').replaceAll(/\r?\n/g, '\r\n');
        await box.append('INBOX', Buffer.from(source, 'latin1'), [], new Date(virtualStart - day));
      }
      await box.logout();
      const house = await houseOf('recorded');
      const first = await house.run();
      const stored = await house.stored();
      const letters = await house.letters();
      expect(first).toMatchObject({ fetched: recordedMails.length, rejected: letters.length });
      expect(letters.map(([, reason]) => reason)).toEqual(letters.map(() => 'the mail names no sender'));
      // Counted apart from this program: 52 files, 40 different Message-IDs, two of them on mails without a sender; one mail answers another.
      const texts = Object.values(stored).flat();
      expect([recordedMails.length, letters.length, texts.length, Object.keys(stored).length]).toEqual([52, 2, 38, 37]);
      expect(texts).toContain('customer: すみません。');
      expect(texts).toContain('customer: 스티해');
      expect(await house.run()).toMatchObject({ fetched: 0 });
    });

    it('lets an application in with a token, and not with one that has run out', async () => {
      const box = await fill('tokened');
      await box.logout();
      const house = await houseOf('tokened');
      const { password: _password, ...words } = settingsOf('tokened');
      await house.change({ ...words, signIn: 'microsoft', tenant: 'acme.example', client: 'reader', clientSecret: 'kept' });
      const withToken = (token: string) => house.run({ upstream: () => ({ body: { access_token: token, expires_in: 3599 } }) });
      await expect(withToken('run-out')).rejects.toThrow('127.0.0.1: the credentials are wrong or have expired');
      expect(await withToken('good-tokened')).toMatchObject({ fetched: 195, inserted: 130, rejected: 0 });
    });

    it('is refused with a wrong password, by a host that nobody named, and where the certificate is nobody we trust', async () => {
      const house = await houseOf('refused');
      const reasonOf = (work: Promise<unknown>) =>
        work.then(
          () => 'it worked',
          (error: Error) => error.message,
        );
      await house.change({ ...settingsOf('refused'), password: 'a-wrong-word' });
      expect(await reasonOf(house.run())).toBe('127.0.0.1: the credentials are wrong or have expired');
      await house.change({ ...settingsOf('refused'), host: 'localhost', port: server.tlsPort, security: 'tls' });
      expect(await reasonOf(house.run())).toBe('localhost: the encrypted connection cannot be trusted (DEPTH_ZERO_SELF_SIGNED_CERT)');
      await house.change({ ...settingsOf('refused'), host: '127.0.0.2' });
      expect(await reasonOf(house.run())).toMatch(/^127\.0\.0\.2:\d+ may not be reached: only the ports 143 and 993 are allowed$/);
      await house.change({ ...settingsOf('refused'), folders: 'No such folder' });
      expect(await reasonOf(house.run())).toBe('127.0.0.1: there is no such folder');
    });

    it('reads over TLS by the command line, with the certificate checked against the name that was typed', async () => {
      const box = await fill('secure');
      await box.logout();
      const folder = temporaryFolder();
      const port = server.tlsPort;
      const environment = { NODE_EXTRA_CA_CERTS: server.certificate, HUIYIN_ALLOW_HOSTS: `localhost:${port}` };
      const words = { host: 'localhost', port, user: 'secure', password: server.password, staff: 'acme.example' };
      const set = Object.entries(words).flatMap(([name, value]) => ['--set', `${name}=${value}`]);
      const added = runCommand(folder, ['sources', 'add', 'imap', 'box', '--since', '2026-10-01', ...set], environment);
      expect(added).toEqual({ status: 0, stdout: 'added box; read it now with: huiyin sync box\n', stderr: '' });
      expect(runCommand(folder, ['sources', 'test', 'box'], environment).stdout).toBe('found: INBOX (130), Sent (65)\n');
      const read = runCommand(folder, ['sync', 'box'], environment);
      expect(read.stdout).toContain('box: fetched 195 = inserted 130 + updated 1 + unchanged 64 + rejected 0\n');
    });
  },
);
