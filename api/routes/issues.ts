// Recurring issues: the list with its figures, one in full, its conversations, and the edits of people.
import { createRoute, z } from '@hono/zod-openapi';
import { saveAudit } from '#db/store/audit.ts';
import { findTitles } from '#db/store/conversations.ts';
import { countApart, countIssueCustomers } from '#db/store/issue-counts.ts';
import { findMemberLines } from '#db/store/issue-members.ts';
import { findIssues, getIssue } from '#db/store/issues.ts';
import { getWorkspace } from '#db/store/workspace.ts';
import type { AppContext, AppDeps } from '../http/app-env.ts';
import { actorOf } from '../http/audit.ts';
import { changeByHand } from '../http/change-issue.ts';
import { type IssueQuestion, issueFigures, toldByIssue } from '../http/issue-figures.ts';
import { minutesPerReply, toIssueJson, toIssueRow } from '../http/issue-json.ts';
import { permit } from '../http/permission.ts';
import { filterFields, pagingFields, rangeFields, toFilters } from '../http/question.ts';
import { toRange } from '../http/range.ts';
import { created, jsonBody, ok, openRouter } from '../http/route-parts.ts';
import {
  issueChangeInput,
  issueMadeShape,
  issueMembersShape,
  issueMergeInput,
  issueMoveInput,
  issueShape,
  issueSplitInput,
  issuesShape,
} from '../http/shapes/issues.ts';
import { doneShape } from '../http/shapes/operations.ts';
import { toIso, toIsoOrNull } from '../http/to-iso.ts';

const query = z.strictObject({ ...rangeFields, ...filterFields });
const params = z.strictObject({ id: z.string().min(1).max(40) });
const edit = permit('annotations:write');
const tags = ['issues'];

const listIssues = createRoute({
  method: 'get',
  path: '/api/issues',
  tags,
  summary: 'Recurring issues with volume, customers, trend and mood in a range',
  ...permit('metrics:read'),
  request: { query },
  responses: ok(issuesShape, 'All issues that stand, most customers first; ignored ones too.'),
});

const readIssue = createRoute({
  method: 'get',
  path: '/api/issues/{id}',
  tags,
  summary: 'One issue with quotes, languages, channels, versions and history',
  // Quotes are what customers wrote.
  ...permit('conversations:read'),
  request: { params, query },
  responses: ok(issueShape, 'The issue, or the one that it was merged into.'),
});

const listMembers = createRoute({
  method: 'get',
  path: '/api/issues/{id}/conversations',
  tags,
  summary: 'Conversations of an issue, newest first',
  ...permit('conversations:read'),
  request: { params, query: z.strictObject(pagingFields) },
  responses: ok(issueMembersShape, 'One page, and how many there are.'),
});

const patchIssue = createRoute({
  method: 'patch',
  path: '/api/issues/{id}',
  tags,
  summary: 'Rename, ignore, and move through its states: owner, target day, link, fix',
  ...edit,
  request: { params, body: jsonBody(issueChangeInput) },
  responses: ok(doneShape, 'Changed.'),
});

const mergeIssue = createRoute({
  method: 'post',
  path: '/api/issues/{id}/merge',
  tags,
  summary: 'Make everything of this issue a part of another',
  ...edit,
  request: { params, body: jsonBody(issueMergeInput) },
  responses: ok(doneShape, 'Merged; the old id leads to the other issue.'),
});

const splitIssue = createRoute({
  method: 'post',
  path: '/api/issues/{id}/split',
  tags,
  summary: 'Make an issue of some of its conversations; the grouping learns from them',
  ...edit,
  request: { params, body: jsonBody(issueSplitInput) },
  responses: created(issueMadeShape, 'Split off.'),
});

const moveConversations = createRoute({
  method: 'post',
  path: '/api/issue-moves',
  tags,
  summary: 'Put conversations into another issue or into none; the grouping learns from them',
  ...edit,
  request: { body: jsonBody(issueMoveInput) },
  responses: ok(doneShape, 'Moved.'),
});

export function issueRoutes({ db, engine, clock, issues: desk }: AppDeps) {
  const parts = { db, engine };
  const toQuestion = async ({ from, to, zone, ...filters }: z.output<typeof query>): Promise<IssueQuestion> => {
    const home = zone ?? (await getWorkspace(db)).zone;
    const asOf = Math.floor(clock() / 1000) * 1000;
    return { range: toRange(from, to, home, asOf), zone: home, filters: toFilters(filters), asOf };
  };
  const note = (c: AppContext, action: string, subject: string, details: Readonly<Record<string, unknown>>) =>
    saveAudit(db, { at: clock(), ...actorOf(c), action, subject, details });
  const numbers = (ids: readonly string[]) => ids.map(Number);
  return openRouter()
    .openapi(listIssues, async (c) => {
      const question = await toQuestion(c.req.valid('query'));
      const [all, { byIssue, total }, customers, told, apart, freshness, minutes] = await Promise.all([
        findIssues(db),
        issueFigures(parts, question),
        countIssueCustomers(db, question),
        toldByIssue(engine, question),
        countApart(db),
        engine.freshness(),
        minutesPerReply(db),
      ]);
      const rows = all.map((issue) => toIssueRow(issue, byIssue.get(issue.id), { minutes, told: told.get(issue.id) ?? null }));
      const answer = {
        issues: rows.sort((a, b) => b.customers - a.customers || (a.id < b.id ? -1 : 1)),
        apart: { alone: 0, aside: 0, empty: 0, 'taken-out': 0, ...apart },
        conversations: total,
        customers,
        minutesPerReply: minutes,
        asOf: toIso(question.asOf),
        lastMessageAt: freshness.lastMessageAt,
      };
      return c.json(answer, 200);
    })
    .openapi(readIssue, async (c) => {
      const issue = await getIssue(db, c.req.valid('param').id);
      const question = await toQuestion(c.req.valid('query'));
      return c.json(await toIssueJson(parts, issue, question), 200);
    })
    .openapi(listMembers, async (c) => {
      const issue = await getIssue(db, c.req.valid('param').id);
      const { n, members } = await findMemberLines(db, issue.id, c.req.valid('query'));
      const titles = await findTitles(
        db,
        members.map(({ conversationId }) => conversationId),
      );
      const lines = members.map(({ conversationId, arrivedAt, copyOf, ...member }) => ({
        ...member,
        conversationId: String(conversationId),
        title: titles.get(conversationId) ?? '',
        at: toIsoOrNull(arrivedAt),
        copyOf: copyOf === null ? null : String(copyOf),
      }));
      return c.json({ n, members: lines }, 200);
    })
    .openapi(patchIssue, async (c) => {
      const issue = await getIssue(db, c.req.valid('param').id);
      const edits = await changeByHand(db, issue, { change: c.req.valid('json'), actor: actorOf(c).actor, at: clock() });
      for (const { action, details } of edits) await note(c, `issue_${action}`, issue.id, details);
      return c.json({ done: true } as const, 200);
    })
    .openapi(mergeIssue, async (c) => {
      const { id: from } = c.req.valid('param');
      const { into } = c.req.valid('json');
      await desk.merge({ from, into, actor: actorOf(c).actor });
      await note(c, 'issue_merged', from, { into });
      return c.json({ done: true } as const, 200);
    })
    .openapi(splitIssue, async (c) => {
      const { id } = c.req.valid('param');
      const { conversations, label } = c.req.valid('json');
      const made = await desk.split(id, { conversations: numbers(conversations), label, actor: actorOf(c).actor });
      await note(c, 'issue_split', id, { into: made, conversations: conversations.length });
      return c.json({ id: made }, 201);
    })
    .openapi(moveConversations, async (c) => {
      const { conversations, to } = c.req.valid('json');
      await desk.move({ conversations: numbers(conversations), to, actor: actorOf(c).actor });
      await note(c, 'issue_moved', to ?? 'none', { conversations: conversations.length });
      return c.json({ done: true } as const, 200);
    });
}
