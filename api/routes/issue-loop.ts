// The loop of an issue: where it stands, who has to be told, with which words.
import { createRoute, z } from '@hono/zod-openapi';
import { lockChanges } from '#db/dialect/lock-changes.ts';
import { inTransaction } from '#db/dialect/transaction.ts';
import { saveAudit } from '#db/store/audit.ts';
import { findTitles } from '#db/store/conversations.ts';
import { findToTell, markTold, saveTemplate } from '#db/store/issue-loop.ts';
import { getIssue, saveIssueEdit } from '#db/store/issues.ts';
import type { AppDeps } from '../http/app-env.ts';
import { actorOf } from '../http/audit.ts';
import { toLoopJson } from '../http/issue-loop-json.ts';
import { permit } from '../http/permission.ts';
import { pagingFields } from '../http/question.ts';
import { jsonBody, ok, openRouter } from '../http/route-parts.ts';
import { loopShape, templateInput, toldInput, toTellShape } from '../http/shapes/issue-loop.ts';
import { doneShape } from '../http/shapes/operations.ts';
import { toIsoOrNull } from '../http/to-iso.ts';

const params = z.strictObject({ id: z.string().min(1).max(40) });
const tags = ['issues'];
const edit = permit('annotations:write');

const readLoop = createRoute({
  method: 'get',
  path: '/api/issues/{id}/loop',
  tags,
  summary: 'State, steps on one clock, recurrence after the fix, and the words for customers',
  ...permit('metrics:read'),
  request: { params },
  responses: ok(loopShape, 'The loop.'),
});

const listToTell = createRoute({
  method: 'get',
  path: '/api/issues/{id}/customers',
  tags,
  summary: 'Customers who told of the issue before its fix, those still to be told first',
  ...permit('conversations:read'),
  request: { params, query: z.strictObject(pagingFields) },
  responses: ok(toTellShape, 'One page; none before the issue is fixed.'),
});

const tell = createRoute({
  method: 'post',
  path: '/api/issues/{id}/told',
  tags,
  summary: 'Write down that the customers of these conversations were told, or take it back',
  ...edit,
  request: { params, body: jsonBody(toldInput) },
  responses: ok(doneShape, 'Kept.'),
});

const putTemplate = createRoute({
  method: 'put',
  path: '/api/issues/{id}/templates/{language}',
  tags,
  summary: 'The words for customers of one language; {issue} and {version} are filled in',
  ...edit,
  request: {
    params: z.strictObject({ id: z.string().min(1).max(40), language: z.string().min(2).max(20) }),
    body: jsonBody(templateInput),
  },
  responses: ok(doneShape, 'Kept.'),
});

export function issueLoopRoutes({ db, clock }: AppDeps) {
  return openRouter()
    .openapi(readLoop, async (c) => c.json(await toLoopJson(db, await getIssue(db, c.req.valid('param').id), clock()), 200))
    .openapi(listToTell, async (c) => {
      const { offset, limit } = c.req.valid('query');
      const all = await findToTell(db, await getIssue(db, c.req.valid('param').id));
      const page = all.slice(offset, offset + limit);
      const titles = await findTitles(
        db,
        page.map(({ conversationId }) => conversationId),
      );
      const customers = page.map(({ conversationId, at, toldAt, ...rest }) => ({
        ...rest,
        conversationId: String(conversationId),
        title: titles.get(conversationId) ?? '',
        at: toIsoOrNull(at),
        toldAt: toIsoOrNull(toldAt),
      }));
      return c.json({ n: all.length, customers }, 200);
    })
    .openapi(tell, async (c) => {
      const { conversations, told } = c.req.valid('json');
      const issue = await getIssue(db, c.req.valid('param').id);
      const at = clock();
      const n = await inTransaction(db, async (tx) => {
        await lockChanges(tx);
        const marked = await markTold(tx, issue.id, { conversations: conversations.map(Number), at: told ? at : null });
        await saveIssueEdit(tx, {
          issueId: issue.id,
          at,
          actor: actorOf(c).actor,
          action: 'told',
          details: { conversations: told ? marked : -marked },
        });
        return marked;
      });
      await saveAudit(db, { at, ...actorOf(c), action: 'issue_told', subject: issue.id, details: { conversations: n, told } });
      return c.json({ done: true } as const, 200);
    })
    .openapi(putTemplate, async (c) => {
      const { id, language } = c.req.valid('param');
      const issue = await getIssue(db, id);
      await saveTemplate(db, { issueId: issue.id, language, body: c.req.valid('json').body, updatedAt: clock() });
      await saveAudit(db, { at: clock(), ...actorOf(c), action: 'issue_template_changed', subject: issue.id, details: { language } });
      return c.json({ done: true } as const, 200);
    });
}
