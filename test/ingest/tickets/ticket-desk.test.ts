// Tickets on GitHub: made once whatever is lost in between, refused in words, read back, their token sealed.
import { afterEach, describe, expect, it } from 'vitest';
import { openKeys } from '#db/keys.ts';
import { AppError } from '#db/model/errors.ts';
import { findTicket } from '#db/store/issue-tickets.ts';
import { addIssue, findIssueEdits, getIssue } from '#db/store/issues.ts';
import { findSetting } from '#db/store/setting-values.ts';
import { newIssue } from '#ingest/issues/bear-issues.ts';
import { openTicketDesk } from '#ingest/tickets/ticket-desk.ts';
import { openTicketSide, staff, ticketToken } from '#test/support/github-tickets.ts';
import { openApiJudge } from '#test/support/official-schemas.ts';
import { hasSharedAnswers } from '#test/support/shared-answers.ts';
import { sqliteKind } from '#test/support/stores.ts';
import { virtualHttp, virtualStart } from '#test/support/virtual-http.ts';

const { openStore, cleanUp } = sqliteKind();
afterEach(cleanUp);

const place = { repository: 'acme/wallet', url: 'https://api.github.com', token: ticketToken };
const order = { issueId: 'issue-1', title: 'No sync', body: 'Counted.', actor: 'u-1' };
const lost = () => new AppError('unavailable', 'the connection was lost');

async function openDesk() {
  const db = await openStore();
  await addIssue(db, newIssue('issue-1', { described: { label: 'No sync', summary: '', exemplars: [] }, centre: '', now: virtualStart }));
  const side = openTicketSide(lost);
  const virtual = virtualHttp(side.upstream);
  const keys = await openKeys(db.location.replace(/[^/]+$/, ''));
  let tokens = 0;
  const parts = {
    db,
    keys,
    clock: virtual.clock,
    runner: { accessTo: () => virtual.access },
    randomToken: () => {
      tokens += 1;
      return `${tokens}`.padStart(24, 'm');
    },
    signal: virtual.signal,
  };
  return { db, side, virtual, parts, desk: openTicketDesk(parts) };
}

const refusal = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => null,
    (error: unknown) => (error instanceof AppError ? `${error.code}: ${error.message}` : error),
  );

describe('the repository of tickets', () => {
  it('is tried before it is kept; its token is sealed, and goes to no other address', async () => {
    const { db, desk } = await openDesk();
    expect(await refusal(desk.make(order))).toBe('invalid: no repository is set up for tickets');
    expect(await refusal(desk.savePlace({ ...place, token: 'wrong' }))).toBe(
      'invalid: GitHub does not accept the token: it is wrong or has expired',
    );
    expect(await refusal(desk.savePlace({ ...place, repository: 'acme/none' }))).toMatch(/^invalid: GitHub knows no such repository/);
    expect([await desk.place(), await refusal(desk.savePlace({ ...place, token: null }))]).toEqual([
      null,
      expect.stringMatching(/^invalid: token/),
    ]);
    expect(await desk.savePlace(place)).toEqual({ repository: 'acme/wallet', url: place.url });
    expect(await desk.savePlace({ ...place, token: null })).toEqual({ repository: 'acme/wallet', url: place.url });
    expect(await refusal(desk.savePlace({ ...place, url: 'https://evil.example', token: null }))).toMatch(/^invalid: token/);
    expect(JSON.stringify(await findSetting(db, 'issue-tracker'))).not.toContain(ticketToken);
    await desk.forgetPlace();
    expect(await desk.place()).toBeNull();
  });
});

describe('a ticket', () => {
  it('is made with a mark that nobody sees, and its address becomes the link of the issue', async () => {
    const { db, desk, side } = await openDesk();
    await desk.savePlace(place);
    const ticket = await desk.make(order);
    expect(ticket).toMatchObject({ issueId: 'issue-1', number: 1, url: 'https://github.com/acme/wallet/issues/1', state: 'open' });
    expect(side.asked).toEqual([{ title: 'No sync', body: `Counted.\n\n<!-- ${ticket.marker} -->\n` }]);
    expect((await getIssue(db, 'issue-1')).link).toBe(ticket.url);
    expect((await findIssueEdits(db, 'issue-1')).map(({ action, details }) => [action, details])).toEqual([['link', { link: ticket.url }]]);
  });

  it('is one where two ask at once, where somebody asks again, and where the answer to its making was lost', async () => {
    const { desk, side, parts } = await openDesk();
    await desk.savePlace(place);
    side.next('lost');
    const [first, second] = await Promise.all([desk.make(order), desk.make(order)]);
    expect([first.number, second.number, (await desk.make(order)).number]).toEqual([1, 1, 1]);
    // Another process over the same store, such as one that was started after a crash.
    expect((await openTicketDesk(parts).make(order)).number).toBe(1);
    expect([side.asked.length, side.repository.issues.length]).toEqual([1, 1]);
  });

  it('is found by its mark where the program stopped between its making and the answer', async () => {
    const { db, desk, side, parts } = await openDesk();
    await desk.savePlace(place);
    // It is made, the answer cannot be read, and looking for it fails too: all that is left is what was written down before.
    side.next('garbled');
    const upstream = side.upstream;
    let posts = 0;
    const blind = virtualHttp((request, now) => {
      if (request.method === 'POST') posts += 1;
      return posts > 0 && request.method === 'GET' ? lost() : upstream(request, now);
    });
    const cutOff = openTicketDesk({ ...parts, runner: { accessTo: () => blind.access } });
    expect(await refusal(cutOff.make(order))).toMatch(/^unavailable: /);
    expect(await findTicket(db, 'issue-1')).toMatchObject({ number: null });
    side.repository.open({ text: 'another one' });
    expect(await desk.make(order)).toMatchObject({ number: 1, state: 'open' });
    expect(side.repository.issues.length).toBe(2);
  });

  it('is made anew where the connection broke before it was', async () => {
    const { desk, side } = await openDesk();
    await desk.savePlace(place);
    side.next('broken');
    expect(await refusal(desk.make(order))).toMatch(/^unavailable: /);
    expect([(await desk.make(order)).number, side.asked.length, side.repository.issues.length]).toEqual([1, 2, 1]);
  });

  it.each([
    [401, /^invalid: GitHub does not accept the token/],
    [403, /^invalid: GitHub refuses: the token needs "Issues: read and write"/],
    [404, /^invalid: GitHub knows no such repository/],
    [410, /^invalid: GitHub knows no such repository for this token, or its issues are switched off/],
    [422, /^invalid: a new issue: api.github.com answered 422/],
  ] as const)('is refused with %d in words, and nothing is remembered of it', async (status, words) => {
    const { db, desk, side } = await openDesk();
    await desk.savePlace(place);
    side.next(status);
    expect(await refusal(desk.make(order))).toMatch(words);
    expect([await findTicket(db, 'issue-1'), (await getIssue(db, 'issue-1')).link]).toEqual([null, null]);
    expect((await desk.make(order)).number).toBe(1);
  });

  it.each([429, 500] as const)('is not tried again by itself after %d, and no second one comes of the next try', async (status) => {
    const { desk, side } = await openDesk();
    await desk.savePlace(place);
    side.next(status);
    expect(await refusal(desk.make(order))).toMatch(/^unavailable: a new issue: api.github.com answered/);
    expect(side.asked.length).toBe(1);
    expect([(await desk.make(order)).number, side.repository.issues.length]).toEqual([1, 1]);
  });

  it('tells how it stands: closed with its day, or gone; the issue itself stays as people left it', async () => {
    const { db, desk, side } = await openDesk();
    await desk.savePlace(place);
    await desk.make(order);
    const [issue] = side.repository.issues;
    if (issue === undefined) throw new Error('no issue was made');
    expect(await desk.check(null)).toBe(1);
    side.repository.tick(60);
    side.repository.close(issue, staff);
    expect(await desk.check(null)).toBe(1);
    expect(await findTicket(db, 'issue-1')).toMatchObject({ state: 'closed', stateReason: 'completed', closedAt: issue.closedAt });
    expect((await getIssue(db, 'issue-1')).state).toBe('new');
    issue.fate = 301;
    expect(await desk.check(['issue-1'])).toBe(1);
    expect(await findTicket(db, 'issue-1')).toMatchObject({ state: 'gone' });
    await desk.forgetPlace();
    expect([await desk.check(null), await refusal(desk.check(['issue-1']))]).toEqual([0, 'invalid: no repository is set up for tickets']);
  });

  it.skipIf(!hasSharedAnswers)('is answered by the stand-in as the official description says (needs ../shared)', async () => {
    const { desk, side } = await openDesk();
    await desk.savePlace(place);
    await desk.make(order);
    await desk.check(null);
    const judge = openApiJudge('specs/github/issues.openapi.json');
    const described = side.answers.filter(({ operation }) => operation !== 'the repository');
    expect(new Set(described.map(({ operation }) => operation)).size).toBe(2);
    const problems = described.flatMap(({ operation, body }) => judge.problems({ path: operation, body }) ?? [`${operation} is unknown`]);
    expect(problems).toEqual([]);
    expect(judge.problems({ path: '/repos/acme/wallet/issues/1', body: { number: 'one' } })).not.toEqual([]);
  });
});
