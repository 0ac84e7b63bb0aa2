// Tickets over the API: who may set the repository, who may send something out, and what is proposed once the ticket is closed.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEngine } from '#api/engine/engine.ts';
import { ticketPlaceShape, ticketShape } from '#api/http/shapes/tickets.ts';
import { findAudit } from '#db/store/audit.ts';
import { addIssue } from '#db/store/issues.ts';
import { newIssue } from '#ingest/issues/bear-issues.ts';
import { openTestApp, readAs, type TestApp } from '#test/support/app.ts';
import { openTicketSide, staff, ticketToken } from '#test/support/github-tickets.ts';

const side = openTicketSide();
let house: TestApp;

beforeAll(async () => {
  house = await openTestApp({
    upstream: side.upstream,
    publicUrl: 'https://huiyin.example.com',
    openEngine: (location, clock) => openEngine({ location, clock, inProcess: true }),
  });
  const described = { label: 'No sync', summary: 'The watch does not sync', exemplars: [] };
  await addIssue(house.db, newIssue('issue-1', { described, centre: '', now: 0 }));
});
afterAll(() => house.close());

describe('tickets over the API', () => {
  it('need a repository, set by an admin alone, whose token is never told', async () => {
    const [admin, product] = [await house.signInAs('admin'), await house.signInAs('product_manager')];
    const body = { repository: 'acme/wallet', token: ticketToken };
    const headers = { origin: 'https://huiyin.example.com' };
    const put = (cookie: string, wanted: unknown) => house.ask('/api/ticket-place', { method: 'PUT', cookie, body: wanted, headers });
    expect((await put(product, body)).status).toBe(403);
    for (const wrong of [
      { ...body, repository: 'acme' },
      { ...body, token: 'another' },
      { ...body, repository: 'acme/../x' },
    ])
      expect((await put(admin, wrong)).status).toBe(400);
    const kept = { repository: 'acme/wallet', url: 'https://api.github.com' };
    expect(await readAs(ticketPlaceShape, await put(admin, body))).toEqual(kept);
    expect(await readAs(ticketPlaceShape, await house.ask('/api/ticket-place', { cookie: product }))).toEqual(kept);
    expect(JSON.stringify(await findAudit(house.db))).not.toContain(ticketToken);
  });

  it('are made from a preview by those who may take something out, once, and propose the fix when they are closed', async () => {
    const [product, annotator] = [await house.signInAs('product_manager', 'p@example.com'), await house.signInAs('annotator')];
    const headers = { origin: 'https://huiyin.example.com' };
    const url = '/api/issues/issue-1/ticket';
    const { preview, ticket } = await readAs(ticketShape, await house.ask(url, { cookie: product }));
    expect([ticket, preview.title]).toEqual([null, 'No sync']);
    expect(preview.body).toMatch(/^The watch does not sync\n[\s\S]*\[issue-1\]\(https:\/\/huiyin\.example\.com\/issues\/issue-1\)$/);
    const post = (cookie: string) => house.ask(url, { method: 'POST', cookie, body: { title: 'Watch: no sync' }, headers });
    expect((await post(annotator)).status).toBe(403);
    const made = await readAs(ticketShape, await post(product));
    expect(made).toMatchObject({ ticket: { number: 1, state: 'open', repository: 'acme/wallet' }, proposesFixed: false });
    expect((await readAs(ticketShape, await post(product))).ticket?.number).toBe(1);
    expect(side.asked.map(({ title }) => title)).toEqual(['Watch: no sync']);
    const [issue] = side.repository.issues;
    if (issue === undefined) throw new Error('no issue was made');
    side.repository.close(issue, staff);
    const checked = await readAs(ticketShape, await house.ask(`${url}/check`, { method: 'POST', cookie: annotator, headers }));
    expect(checked).toMatchObject({ ticket: { state: 'closed' }, proposesFixed: true });
    issue.reason = 'not_planned';
    expect(await readAs(ticketShape, await house.ask(`${url}/check`, { method: 'POST', cookie: annotator, headers }))).toMatchObject({
      ticket: { state: 'closed', stateReason: 'not_planned' },
      proposesFixed: false,
    });
    const actions = (await findAudit(house.db)).map(({ action }) => action).filter((action) => action.startsWith('issue_ticket'));
    expect(actions).toEqual(['issue_ticket_checked', 'issue_ticket_checked', 'issue_ticket_made', 'issue_ticket_made']);
  });
});
