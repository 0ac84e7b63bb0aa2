// Mailboxes that behave as mailboxes do: renumbered, mails moved, chains of answers over pages and folders, forms and reports.
import { describe, expect, it } from 'vitest';
import { day, hour, minute } from '#db/model/instant.ts';
import { imap } from '#ingest/connectors/imap.ts';
import { mailId } from '#ingest/mail/parse-mail.ts';
import { openSourceHouse } from '#test/support/source-house.ts';
import { virtualStart } from '#test/support/virtual-http.ts';
import { imapCase } from './vendors/imap.ts';
import { openMailServer } from './vendors/imap-server.ts';

const jo = 'Jo <jo@example.org>';
const anna = 'Anna <anna@acme.example>';
const rootOf = (id: string) => mailId(`<${id}>`);
const at = (hours: number) => virtualStart - 20 * day + hours * hour;

async function openBox(settings = {}) {
  const server = openMailServer();
  const house = await openSourceHouse({ connector: imap, settings: { ...imapCase.settings, ...settings }, upstream: server.upstream });
  return { server, house };
}

describe('a mailbox', () => {
  it('ties a chain in which each mail names only the one before it, over folders and runs', async () => {
    const { server, house } = await openBox();
    server.deliver('INBOX', { id: 'a@x', from: jo, at: at(0), text: 'Where is it?' });
    await house.run();
    server.deliver('Sent', {
      id: 'b@acme',
      from: anna,
      to: jo,
      subject: 'Re: Withdrawal',
      at: at(1),
      text: 'We look.',
      more: ['In-Reply-To: <a@x>'],
    });
    await house.run();
    server.deliver('INBOX', { id: 'c@x', from: jo, subject: 'other words', at: at(2), text: 'Any news?', more: ['In-Reply-To: <b@acme>'] });
    await house.run();
    expect(await house.stored()).toEqual({ [rootOf('a@x')]: ['customer: Where is it?', 'agent: We look.', 'customer: Any news?'] });
  });

  it('finds the beginning also where the client cut it from the list, and a circle does not hold it up', async () => {
    const { server, house } = await openBox();
    server.deliver('INBOX', { id: 'a@x', from: jo, at: at(0), text: 'one' });
    server.deliver('INBOX', { id: 'b@x', from: jo, at: at(1), text: 'two', more: ['References: <a@x>'] });
    await house.run();
    server.deliver('INBOX', { id: 'c@x', from: jo, subject: 'x', at: at(2), text: 'three', more: ['References: <b@x>'] });
    server.deliver('INBOX', { id: 'd@x', from: jo, subject: 'y', at: at(3), text: 'four', more: ['In-Reply-To: <e@x>'] });
    server.deliver('INBOX', { id: 'e@x', from: jo, subject: 'z', at: at(4), text: 'five', more: ['In-Reply-To: <d@x>'] });
    await house.run();
    const stored = await house.stored();
    expect(stored[rootOf('a@x')]).toEqual(['customer: one', 'customer: two', 'customer: three']);
    expect(Object.values(stored).flat()).toHaveLength(5);
  });

  it('ties by subject and correspondent within thirty days, whoever dropped the headers, and what answers that', async () => {
    const { server, house } = await openBox();
    server.deliver('INBOX', { id: 'a@x', from: jo, at: at(0), text: 'one' });
    server.deliver('INBOX', { id: 'k@x', from: 'Kim <kim@example.org>', at: at(1), text: 'mine' });
    await house.run();
    server.deliver('Sent', { id: 'b@acme', from: anna, to: jo, subject: 'AW: RE: withdrawal', at: at(2), text: 'two' });
    await house.run();
    server.deliver('INBOX', { id: 'c@x', from: jo, subject: 'hm', at: at(3), text: 'three', more: ['In-Reply-To: <b@acme>'] });
    server.deliver('INBOX', { id: 'd@x', from: jo, subject: 'Re: Withdrawal', at: at(3 + 31 * 24), text: 'a new matter' });
    await house.run();
    expect(await house.stored()).toEqual({
      [rootOf('a@x')]: ['customer: one', 'agent: two', 'customer: three'],
      [rootOf('k@x')]: ['customer: mine'],
      [rootOf('d@x')]: ['customer: a new matter'],
    });
  });

  it('keeps one copy of a mail that is moved, copied or renumbered', async () => {
    const { server, house } = await openBox({ folders: 'INBOX, Trash' });
    for (const n of [1, 2, 3]) server.deliver('INBOX', { id: `${n}@x`, from: jo, subject: `${n}`, at: at(n), text: `no ${n}` });
    expect(await house.run()).toMatchObject({ inserted: 3 });
    const before = await house.stored();
    server.move('INBOX', 'Trash', '2@x');
    expect(await house.run()).toMatchObject({ fetched: 1, unchanged: 1 });
    server.renumber('INBOX');
    expect(await house.run()).toMatchObject({ fetched: 2, inserted: 0, updated: 0, unchanged: 2 });
    expect(await house.run()).toMatchObject({ fetched: 0 });
    expect(await house.stored()).toEqual(before);
  });

  it('knows who speaks: staff, whoever writes from the folder of sent mails, forms, reports and absence notes', async () => {
    const { server, house } = await openBox({ staff: 'anna@acme.example 2026-01-01 2026-12-31' });
    const thread = { subject: 'Re: Withdrawal', more: ['In-Reply-To: <a@x>'] };
    server.deliver('INBOX', { id: 'a@x', from: 'Site <forms@acme.example>', at: at(0), text: 'form', more: [`Reply-To: ${jo}`] });
    server.deliver('INBOX', {
      id: 'b@x',
      from: jo,
      at: at(1),
      text: 'I am away.',
      ...thread,
      more: [...thread.more, 'Auto-Submitted: auto-replied'],
    });
    server.deliver('INBOX', { id: 'c@acme', from: anna, to: jo, at: at(2), text: 'by list', ...thread });
    server.deliver('Sent', { id: 'd@acme', from: 'Ben <ben@partner.example>', to: jo, at: at(3), text: 'by folder', ...thread });
    server.deliver('INBOX', { id: 'e@acme', from: 'Ben <ben@partner.example>', to: jo, at: at(4), text: 'known by now', ...thread });
    server.deliver('INBOX', { id: 'f@x', from: 'Anna <anna@acme-support.example>', at: at(5), text: 'not she', ...thread });
    await house.run();
    const stored = await house.stored();
    expect(stored[rootOf('a@x')]).toEqual([
      'customer: form',
      'system: I am away.',
      'agent: by list',
      'agent: by folder',
      'agent: known by now',
      'customer: not she',
    ]);
  });

  it('reads no mail from before its first day, and a back-fill reads the days that were asked for', async () => {
    const { server, house } = await openBox();
    server.deliver('INBOX', { id: 'old@x', from: jo, subject: 'old', at: virtualStart - 200 * day, text: 'old' });
    server.deliver('INBOX', { id: 'new@x', from: jo, subject: 'new', at: at(0), text: 'new' });
    await house.run();
    expect(Object.keys(await house.stored())).toEqual([rootOf('new@x')]);
    const asked = { from: virtualStart - 201 * day, to: virtualStart - 199 * day };
    expect(await house.run({}, { window: asked })).toMatchObject({ fetched: 1, inserted: 1 });
    expect(Object.keys(await house.stored()).sort()).toEqual([rootOf('new@x'), rootOf('old@x')].sort());
    expect(await house.run()).toMatchObject({ fetched: 0 });
  });

  it('goes on where it stopped after an answer came into the middle of two folders', async () => {
    const { server, house } = await openBox();
    for (let n = 0; n < 70; n += 1)
      server.deliver('INBOX', { id: `${n}@x`, from: `j${n}@example.org`, subject: `${n}`, at: at(0) + n * minute, text: 'q' });
    await house.run();
    server.deliver('Sent', {
      id: 'z@acme',
      from: anna,
      to: 'j5@example.org',
      subject: 'x',
      at: at(9),
      text: 'a',
      more: ['References: <5@x>'],
    });
    expect(await house.run()).toMatchObject({ fetched: 1, updated: 1 });
    expect((await house.stored())[rootOf('5@x')]).toEqual(['customer: q', 'agent: a']);
  });
});
