// Conversations: search, filters, paging; and one conversation as a timeline.
import { createRoute, z } from '@hono/zod-openapi';
import { findCalendars } from '#db/store/calendars.ts';
import { findConversations, getConversation } from '#db/store/conversations.ts';
import { findPromises } from '#db/store/promises.ts';
import { findSources } from '#db/store/sources.ts';
import { getWorkspace } from '#db/store/workspace.ts';
import type { AppDeps } from '../http/app-env.ts';
import { findBehindList } from '../http/behind-sources.ts';
import { toConversationItem, toConversationJson } from '../http/conversation-json.ts';
import { permit } from '../http/permission.ts';
import { filterFields, rangeFields, toFilters } from '../http/question.ts';
import { toRange } from '../http/range.ts';
import { ok, openRouter } from '../http/route-parts.ts';
import { conversationListShape, conversationShape } from '../http/shapes/conversation.ts';

const listQuery = z.strictObject({
  ...rangeFields,
  ...filterFields,
  search: z.string().trim().max(200).optional().openapi({ description: 'Words of the messages; two Chinese characters are enough.' }),
  mention: z
    .string()
    .regex(/^m\d{1,4}_[\w-]{32}$/, 'must be the key of a mention, as a conversation gives it')
    .optional()
    .openapi({ description: 'Only conversations that mention the same address, hash, account, phone or mail address.' }),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().max(200).optional(),
});

const listConversations = createRoute({
  method: 'get',
  path: '/api/conversations',
  tags: ['conversations'],
  summary: 'Conversations that match, newest first',
  ...permit('conversations:read'),
  request: { query: listQuery },
  responses: ok(conversationListShape, 'One page.'),
});

const readConversation = createRoute({
  method: 'get',
  path: '/api/conversations/{id}',
  tags: ['conversations'],
  summary: 'One conversation with messages, waits, episodes, ratings and opening hours',
  ...permit('conversations:read'),
  request: { params: z.strictObject({ id: z.string().regex(/^\d{1,15}$/, 'must be the id of a conversation') }) },
  responses: ok(conversationShape, 'The conversation.'),
});

export function conversationRoutes({ db, clock }: AppDeps) {
  return openRouter()
    .openapi(listConversations, async (c) => {
      const { from, to, zone, search, mention, limit, cursor, ...filters } = c.req.valid('query');
      const { zone: home } = await getWorkspace(db);
      const range = toRange(from, to, zone ?? home, clock());
      const found = await findConversations(db, {
        search: search ?? null,
        mention: mention ?? null,
        filters: toFilters(filters),
        range,
        asOf: clock(),
        limit,
        cursor: cursor ?? null,
      });
      const conversations = found.conversations.map((one) => toConversationItem(one, clock()));
      const behind = await findBehindList({ db, clock }, { range, filters: toFilters(filters), asOf: clock() });
      return c.json({ n: found.n, conversations, nextCursor: found.nextCursor, behind }, 200);
    })
    .openapi(readConversation, async (c) => {
      const conversation = await getConversation(db, Number(c.req.valid('param').id));
      const [calendars, promises, sources] = await Promise.all([findCalendars(db), findPromises(db), findSources(db)]);
      return c.json(toConversationJson(conversation, { calendars, promises, sources, asOf: clock() }), 200);
    });
}
