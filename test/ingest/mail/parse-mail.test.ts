// Single mails: times that lie, character sets, mails that no person wrote, and headers that are broken.
import { describe, expect, it } from 'vitest';
import { day, hour } from '#db/model/instant.ts';
import { idsIn, mailId, parseMail } from '#ingest/mail/parse-mail.ts';

const arrived = Date.parse('2026-11-02T08:00:00Z');
const read = (lines: readonly string[], body: string | Uint8Array = 'Hello', at = arrived) =>
  parseMail({
    uid: 1,
    at,
    source: Buffer.concat([Buffer.from(`${['From: Jo <Jo@Example.org>', ...lines].join('\r\n')}\r\n\r\n`), Buffer.from(body)]),
  });

describe('parseMail', () => {
  it('reads who wrote to whom, in answer to what', async () => {
    const lines = [
      'Message-ID: <c@x.example>',
      'Subject: =?utf-8?B?5o+Q546w?=',
      'To: Support <Support@acme.example>, b@acme.example',
      'Cc: boss@acme.example',
      'Date: Mon, 2 Nov 2026 07:59:00 +0000',
      'References: <a@x.example> <> garbage',
      ' <b@x.example>',
      'In-Reply-To: Your message <b@x.example>',
    ];
    expect(await read(lines, 'Where is it?\r\n')).toEqual({
      messageId: '<c@x.example>',
      id: mailId('<c@x.example>'),
      at: arrived - 60_000,
      subject: '提现',
      from: 'jo@example.org',
      fromName: 'Jo',
      replyTo: null,
      to: ['support@acme.example', 'b@acme.example', 'boss@acme.example'],
      parents: ['<a@x.example>', '<b@x.example>'],
      isAutomatic: false,
      text: 'Where is it?',
    });
  });

  it.each([
    ['agrees within two days', ['Date: Sun, 1 Nov 2026 09:00:00 +0100'], Date.parse('2026-11-01T08:00:00Z')],
    ['lies in the future, by a day', ['Date: Tue, 3 Nov 2026 08:00:00 +0000'], arrived],
    ['is of 1970', ['Date: Thu, 1 Jan 1970 00:00:00 +0000'], arrived],
    ['is of the year 3609', ['Date: Thu, 1 Jan 3609 00:00:00 +0000'], arrived],
    ['is no date', ['Date: yesterday'], arrived],
    ['is absent', [], arrived],
    [
      'is old, and the last relay agrees: the mailbox was moved',
      [
        'Received: from a by b; Tue, 3 Mar 2026 08:00:05 +0000',
        'Received: from c by a; Tue, 3 Mar 2026 07:00:00 +0000',
        'Date: Tue, 3 Mar 2026 08:00:00 +0000',
      ],
      Date.parse('2026-03-03T08:00:00Z'),
    ],
  ])('tells the time where the Date header %s', async (_title, lines, at) => {
    expect((await read(lines)).at).toBe(at);
  });

  it.each([
    ['gb18030', 'text/plain; charset=gb18030', [0xce, 0xd2, 0xb5, 0xc4], '我的'],
    ['shift_jis', 'text/plain; charset=shift_jis', [0x93, 0xfa, 0x96, 0x7b], '日本'],
    ['iso-2022-jp', 'text/plain; charset=iso-2022-jp', [0x1b, 0x24, 0x42, 0x46, 0x7c, 0x4b, 0x5c, 0x1b, 0x28, 0x42], '日本'],
    ['ks_c_5601-1987', 'text/plain; charset=ks_c_5601-1987', [0xc7, 0xd1], '한'],
    ['utf-8 that says us-ascii', 'text/plain; charset=us-ascii', [...Buffer.from('我的')], '我的'],
    ['windows-1252 that says utf-8', 'text/plain; charset=utf-8', [0x63, 0x61, 0x66, 0xe9, 0x20, 0x80], 'café €'],
    ['windows-1252 that says nothing', null, [0x63, 0x61, 0x66, 0xe9], 'café'],
  ])('reads %s', async (_title, type, bytes, text) => {
    expect((await read(type === null ? [] : [`Content-Type: ${type}`], Buffer.from(bytes))).text).toBe(text);
  });

  it('reads HTML where there is nothing else, and leaves the quotation out', async () => {
    const html =
      '<p>Still <b>nothing</b>.</p><div>On Mon, 2 Nov 2026 at 08:00, Acme &lt;a@b.example&gt; wrote:</div><blockquote>old</blockquote>';
    expect((await read(['Content-Type: text/html', 'In-Reply-To: <a@b.example>'], html)).text).toBe('Still nothing.');
  });

  it.each([
    ['an absence note', ['Auto-Submitted: auto-replied'], true],
    ['a person', ['Auto-Submitted: no'], false],
    ['a mass mail', ['Precedence: bulk'], true],
    ['a mailing list', ['Precedence: list'], false],
    ['an empty return path', ['Return-Path: <>'], true],
    ['a return path', ['Return-Path: <jo@example.org>'], false],
  ])('knows %s', async (_title, lines, isAutomatic) => {
    expect((await read(lines)).isAutomatic).toBe(isAutomatic);
  });

  it('ties a report to the mail that could not be delivered', async () => {
    const body = [
      '--b',
      'Content-Type: text/plain',
      '',
      'It could not be delivered.',
      '--b',
      'Content-Type: text/rfc822-headers',
      '',
      'Message-ID: <lost@acme.example>',
      'Subject: Re: x',
      '',
      '--b--',
      '',
    ].join('\r\n');
    const report = await read(['Message-ID: <r@x.example>', 'Content-Type: multipart/report; boundary=b'], body);
    expect([report.isAutomatic, report.parents]).toEqual([true, ['<lost@acme.example>']]);
  });

  it('gives a mail without an id the same one each time, and another mail another one', async () => {
    const lines = ['Date: Mon, 2 Nov 2026 07:59:00 +0000', 'Subject: x'];
    const [first, again, other] = [await read(lines), await read(lines, 'Hello', arrived + 9 * day), await read(lines, 'Bye')];
    expect(first.id).toMatch(/^nameless-[0-9a-f]{32}$/);
    expect([again.id === first.id, other.id === first.id, first.messageId]).toEqual([true, false, null]);
  });

  it('refuses a mail without a sender', async () => {
    await expect(parseMail({ uid: 1, at: arrived - hour, source: Buffer.from('Subject: x\r\n\r\nHello') })).rejects.toThrow(
      'the mail names no sender',
    );
  });
});

describe('idsIn', () => {
  it('takes what stands in angle brackets without spaces', () => {
    expect(idsIn('<a@b> <> < c@d > e@f <g> <h\ti@j>')).toEqual(['<a@b>', '<g>']);
  });
});
