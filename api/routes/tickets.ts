// Tickets of issues: the repository and its token, the preview, the making, and how a ticket stands.
import { createRoute, z } from '@hono/zod-openapi';
import { type TicketFacts, ticketText } from '#api/tickets/ticket-text.ts';
import type { Issue } from '#db/model/issue.ts';
import type { IssueTicket } from '#db/model/issue-outcome.ts';
import { saveAudit } from '#db/store/audit.ts';
import { findTicket } from '#db/store/issue-tickets.ts';
import { getIssue } from '#db/store/issues.ts';
import type { AppContext, AppDeps } from '../http/app-env.ts';
import { actorOf } from '../http/audit.ts';
import { toIssueJson } from '../http/issue-json.ts';
import { permit } from '../http/permission.ts';
import { jsonBody, ok, openRouter } from '../http/route-parts.ts';
import { doneShape } from '../http/shapes/operations.ts';
import { ticketInput, ticketPlaceInput, ticketPlaceShape, ticketShape } from '../http/shapes/tickets.ts';
import { toIso, toIsoOrNull } from '../http/to-iso.ts';

const tags = ['issues'];
const params = z.strictObject({ id: z.string().min(1).max(40) });

const readPlace = createRoute({
  method: 'get',
  path: '/api/ticket-place',
  tags,
  summary: 'The repository that tickets are made in',
  ...permit('settings:read'),
  responses: ok(ticketPlaceShape, 'The repository; its token is never told.'),
});

const putPlace = createRoute({
  method: 'put',
  path: '/api/ticket-place',
  tags,
  summary: 'Set repository and token; both are tried first',
  ...permit('sources:write'),
  request: { body: jsonBody(ticketPlaceInput) },
  responses: ok(ticketPlaceShape, 'Kept, as GitHub writes the name.'),
});

const dropPlace = createRoute({
  method: 'delete',
  path: '/api/ticket-place',
  tags,
  summary: 'Forget repository and token',
  ...permit('sources:write'),
  responses: ok(doneShape, 'Forgotten; links that were made stay.'),
});

const readTicket = createRoute({
  method: 'get',
  path: '/api/issues/{id}/ticket',
  tags,
  summary: 'The ticket of an issue, or the preview of one',
  ...permit('conversations:read'),
  request: { params, query: z.strictObject({ quotes: z.enum(['true', 'false']).default('false') }) },
  responses: ok(ticketShape, 'The ticket as last read.'),
});

const makeTicket = createRoute({
  method: 'post',
  path: '/api/issues/{id}/ticket',
  tags,
  summary: 'Make the ticket of an issue on GitHub; a second call gives the first one',
  // What leaves the house this way is an export.
  ...permit('export:read'),
  request: { params, body: jsonBody(ticketInput) },
  responses: ok(ticketShape, 'Made, or there already.'),
});

const checkTicket = createRoute({
  method: 'post',
  path: '/api/issues/{id}/ticket/check',
  tags,
  summary: 'Read now how the ticket stands',
  ...permit('annotations:write'),
  request: { params },
  responses: ok(ticketShape, 'The ticket as read now.'),
});

function toTicket({ number, url, state, ...rest }: IssueTicket) {
  if (number === null || url === null || state === null) return null;
  const { repository, stateReason, closedAt, checkedAt } = rest;
  return { repository, number, url, state, stateReason, closedAt: toIsoOrNull(closedAt), checkedAt: toIsoOrNull(checkedAt) };
}

const unfixed: ReadonlySet<Issue['state']> = new Set(['new', 'accepted', 'with-product']);

export function ticketRoutes(deps: AppDeps) {
  const { db, clock, tickets, publicUrl } = deps;
  const note = (c: AppContext, action: string, subject: string, details: Readonly<Record<string, unknown>>) =>
    saveAudit(db, { at: clock(), ...actorOf(c), action, subject, details });

  const previewOf = async (issue: Issue, withQuotes: boolean) => {
    const asOf = Math.floor(clock() / 1000) * 1000;
    const facts: TicketFacts = await toIssueJson(deps, issue, { range: null, zone: 'UTC', filters: {}, asOf });
    return ticketText(facts, { withQuotes, pageUrl: publicUrl === null ? null : `${publicUrl}/issues/${encodeURIComponent(issue.id)}` });
  };
  const answer = async (issue: Issue, withQuotes: boolean) => {
    const [place, stored, preview] = await Promise.all([tickets.place(), findTicket(db, issue.id), previewOf(issue, withQuotes)]);
    const ticket = stored === null ? null : toTicket(stored);
    const isDone = ticket?.state === 'closed' && ticket.stateReason !== 'not_planned' && ticket.stateReason !== 'duplicate';
    const proposesFixed = isDone && unfixed.has(issue.state);
    return { repository: place?.repository ?? null, ticket, preview, proposesFixed, asOf: toIso(clock()) };
  };
  return openRouter()
    .openapi(readPlace, async (c) => {
      const place = await tickets.place();
      return c.json({ repository: place?.repository ?? null, url: place?.url ?? 'https://api.github.com' }, 200);
    })
    .openapi(putPlace, async (c) => {
      const { repository, url } = await tickets.savePlace(c.req.valid('json'));
      await note(c, 'ticket_place_changed', repository, { url, token: c.req.valid('json').token === null ? 'kept' : 'new' });
      return c.json({ repository, url }, 200);
    })
    .openapi(dropPlace, async (c) => {
      await tickets.forgetPlace();
      await note(c, 'ticket_place_forgotten', 'issues', {});
      return c.json({ done: true } as const, 200);
    })
    .openapi(readTicket, async (c) => {
      const issue = await getIssue(db, c.req.valid('param').id);
      return c.json(await answer(issue, c.req.valid('query').quotes === 'true'), 200);
    })
    .openapi(makeTicket, async (c) => {
      const issue = await getIssue(db, c.req.valid('param').id);
      const { title, withQuotes } = c.req.valid('json');
      const { body } = await previewOf(issue, withQuotes);
      const { repository, number } = await tickets.make({ issueId: issue.id, title, body, actor: actorOf(c).actor });
      await note(c, 'issue_ticket_made', issue.id, { ticket: `${repository}#${number}`, withQuotes });
      return c.json(await answer(await getIssue(db, issue.id), withQuotes), 200);
    })
    .openapi(checkTicket, async (c) => {
      const issue = await getIssue(db, c.req.valid('param').id);
      await tickets.check([issue.id]);
      await note(c, 'issue_ticket_checked', issue.id, {});
      return c.json(await answer(issue, false), 200);
    });
}
