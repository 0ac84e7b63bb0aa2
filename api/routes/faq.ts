// The FAQ of recurring issues: candidates, what helped, the words of people, and the file.
import { createRoute, z } from '@hono/zod-openapi';
import { readFaqCandidate } from '#api/faq/read-candidate.ts';
import { exportFaq, type FaqLine, readFaqList } from '#api/faq/read-faq.ts';
import { inTransaction } from '#db/dialect/transaction.ts';
import { AppError } from '#db/model/errors.ts';
import { saveAudit } from '#db/store/audit.ts';
import { findFaqEntries, removeFaqText, saveFaqEntry, saveFaqText } from '#db/store/faq.ts';
import { getIssue } from '#db/store/issues.ts';
import type { AppContext, AppDeps } from '../http/app-env.ts';
import { actorOf } from '../http/audit.ts';
import { permit } from '../http/permission.ts';
import { jsonBody, ok, openRouter } from '../http/route-parts.ts';
import { faqChangeInput, faqLanguage, faqListShape, faqShape, faqTextInput } from '../http/shapes/faq.ts';
import { doneShape } from '../http/shapes/operations.ts';
import { toIso, toIsoOrNull } from '../http/to-iso.ts';

const tags = ['issues'];
const issueId = z.string().min(1).max(40);
const edit = permit('annotations:write');

const listFaq = createRoute({
  method: 'get',
  path: '/api/faq',
  tags,
  summary: 'Issues that a public answer would serve, most customers and returning customers first',
  ...permit('metrics:read'),
  responses: ok(faqListShape, 'Issues of five and more customers, and all that somebody has worked on.'),
});

const readFaq = createRoute({
  method: 'get',
  path: '/api/issues/{id}/faq',
  tags,
  summary: 'How an issue is asked, which answers helped, and the text for the FAQ',
  // Quotes are what customers wrote.
  ...permit('conversations:read'),
  request: { params: z.strictObject({ id: issueId }) },
  responses: ok(faqShape, 'From the newest 400 conversations of the issue.'),
});

const changeFaq = createRoute({
  method: 'put',
  path: '/api/issues/{id}/faq',
  tags,
  summary: 'Mark as published, with its address, as dismissed, or as a candidate again',
  ...edit,
  request: { params: z.strictObject({ id: issueId }), body: jsonBody(faqChangeInput) },
  responses: ok(doneShape, 'Kept.'),
});

const textParams = z.strictObject({ id: issueId, language: faqLanguage });

const putText = createRoute({
  method: 'put',
  path: '/api/issues/{id}/faq/{language}',
  tags,
  summary: 'Keep question and answer in one language; secrets in them are taken out',
  ...edit,
  request: { params: textParams, body: jsonBody(faqTextInput) },
  responses: ok(doneShape, 'Kept.'),
});

const dropText = createRoute({
  method: 'delete',
  path: '/api/issues/{id}/faq/{language}',
  tags,
  summary: 'Drop the kept text: the proposal stands again',
  ...edit,
  request: { params: textParams },
  responses: ok(doneShape, 'Dropped.'),
});

const exportRoute = createRoute({
  method: 'get',
  path: '/api/faq/export',
  tags,
  summary: 'The FAQ as Markdown: one issue, or all',
  ...permit('export:read'),
  request: {
    query: z.strictObject({
      issue: z.union([issueId.transform((one) => [one]), z.array(issueId).max(200)]).optional(),
      kept: z.enum(['true', 'false']).default('false').openapi({ description: 'Only texts that a person kept.' }),
    }),
  },
  responses: { 200: { description: 'Markdown. What nobody has read is marked as a proposal.' } },
});

function toHead({ kept: _, publishedAt, ...line }: FaqLine) {
  return { ...line, publishedAt: toIsoOrNull(publishedAt) };
}

export function faqRoutes({ db, clock, scoring }: AppDeps) {
  const note = (c: AppContext, action: string, subject: string, details: Readonly<Record<string, unknown>>) =>
    saveAudit(db, { at: clock(), ...actorOf(c), action, subject, details });
  return openRouter()
    .openapi(listFaq, async (c) => {
      const lines = await readFaqList(db);
      return c.json({ entries: lines.map((line) => ({ ...toHead(line), kept: [...line.kept] })), asOf: toIso(clock()) }, 200);
    })
    .openapi(exportRoute, async (c) => {
      const { issue, kept } = c.req.valid('query');
      const issueIds = issue === undefined ? null : await Promise.all(issue.map(async (id) => (await getIssue(db, id)).id));
      const text = await exportFaq(db, { issueIds, isKeptOnly: kept === 'true' });
      await note(c, 'export', 'faq.md', { issues: issueIds ?? 'all' });
      c.header('Content-Type', 'text/markdown; charset=utf-8');
      c.header('Content-Disposition', 'attachment; filename="faq.md"');
      return c.body(text);
    })
    .openapi(readFaq, async (c) => {
      const issue = await getIssue(db, c.req.valid('param').id);
      const [lines, { questions, answers, drafts, read, short }] = await Promise.all([readFaqList(db), readFaqCandidate(db, issue.id)]);
      const { publishedAt, ...line } = lines.find((one) => one.issueId === issue.id) ?? emptyLine(issue.id, issue.label);
      const { kept: _, ...head } = line;
      return c.json(
        {
          ...head,
          publishedAt: toIsoOrNull(publishedAt),
          questions: questions.map(({ quotes, ...one }) => ({
            ...one,
            quotes: quotes.map(({ conversationId, text }) => ({ conversationId: String(conversationId), text })),
          })),
          answers: answers.map(({ interval, conversations, ...one }) => ({
            ...one,
            interval: interval === null ? null : ([interval[0], interval[1]] satisfies [number, number]),
            conversations: conversations.map(String),
          })),
          drafts: drafts.map(({ kept, ...draft }) => ({
            ...draft,
            kept: kept === null ? null : { at: toIso(kept.updatedAt), by: kept.updatedBy },
          })),
          read,
          short,
          asOf: toIso(clock()),
        },
        200,
      );
    })
    .openapi(changeFaq, async (c) => {
      const issue = await getIssue(db, c.req.valid('param').id);
      const change = c.req.valid('json');
      const { actor } = actorOf(c);
      await inTransaction(db, async (tx) => {
        const before = (await findFaqEntries(tx)).get(issue.id);
        const state = change.state ?? before?.state ?? 'candidate';
        const link = change.link === undefined ? (before?.link ?? null) : change.link;
        const publishedAt = state === 'published' ? (before?.publishedAt ?? clock()) : null;
        await saveFaqEntry(tx, { issueId: issue.id, state, link, publishedAt, updatedAt: clock(), updatedBy: actor });
      });
      await note(c, 'faq_changed', issue.id, change);
      return c.json({ done: true } as const, 200);
    })
    .openapi(putText, async (c) => {
      const { id, language } = c.req.valid('param');
      const issue = await getIssue(db, id);
      const written = c.req.valid('json');
      const [question, answer] = [await scoring.redact(written.question), await scoring.redact(written.answer)];
      await saveFaqText(db, { issueId: issue.id, language, question, answer, updatedAt: clock(), updatedBy: actorOf(c).actor });
      await note(c, 'faq_text_changed', issue.id, { language });
      return c.json({ done: true } as const, 200);
    })
    .openapi(dropText, async (c) => {
      const { id, language } = c.req.valid('param');
      const issue = await getIssue(db, id);
      if (!(await removeFaqText(db, issue.id, language))) throw new AppError('not_found', 'no text was kept in this language');
      await note(c, 'faq_text_dropped', issue.id, { language });
      return c.json({ done: true } as const, 200);
    });
}

/** An issue that nobody wrote about twice and that is ignored or too small: it can be read all the same. */
function emptyLine(id: string, label: string): FaqLine {
  return { issueId: id, label, state: 'candidate', link: null, publishedAt: null, customers: 0, returning: 0, conversations: 0, kept: [] };
}
