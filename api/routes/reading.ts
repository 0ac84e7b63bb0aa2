// What the English messages of a conversation name and negate: read when somebody looks, never stored, never on the way of a message in.
import { createRoute, z } from '@hono/zod-openapi';
import { getConversation } from '#db/store/conversations.ts';
import type { AppDeps } from '../http/app-env.ts';
import { permit } from '../http/permission.ts';
import { ok, openRouter } from '../http/route-parts.ts';
import { readingShape } from '../http/shapes/reading.ts';

const mostMessages = 60;
const mostCharacters = 5000;

const readReading = createRoute({
  method: 'get',
  path: '/api/conversations/{id}/reading',
  tags: ['conversations'],
  summary: 'Amounts, times, durations and negated words in the English messages of the customer',
  ...permit('conversations:read'),
  request: { params: z.strictObject({ id: z.string().regex(/^\d{1,15}$/, 'must be the id of a conversation') }) },
  responses: ok(readingShape, 'Message by message, with what was left out.'),
});

export function readingRoutes({ db, reader }: AppDeps) {
  return openRouter().openapi(readReading, async (c) => {
    const { messages } = await getConversation(db, Number(c.req.valid('param').id));
    const theirs = messages.filter(({ actor, deletedAt, body }) => actor === 'customer' && deletedAt === null && body.trim() !== '');
    const english = theirs.filter(({ language }) => language === 'en');
    const read = english.filter(({ body }) => body.length <= mostCharacters).slice(0, mostMessages);
    const readings = read.length === 0 ? [] : await reader.read(read.map(({ body }) => body));
    const found = read.map(({ externalId, body }, at) => {
      const cut = <Place extends { readonly start: number; readonly end: number }>(places: readonly Place[] = []) =>
        places.map((place) => ({ ...place, text: body.slice(place.start, place.end) }));
      return { id: externalId, named: cut(readings[at]?.named), negated: cut(readings[at]?.negated) };
    });
    const leftOut = { otherLanguage: theirs.length - english.length, tooMuch: english.length - read.length };
    return c.json({ messages: found, leftOut }, 200);
  });
}
