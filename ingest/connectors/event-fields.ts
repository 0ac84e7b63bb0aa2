// What the sources of business events have in common: no conversations, one address, and a probe that reads it.
import { z } from 'zod';
import type { ConnectorCard } from '#db/model/connector.ts';
import { AppError } from '#db/model/errors.ts';
import { eventKinds } from '#db/model/event.ts';
import { type HttpAnswer, textOf } from '../http/client.ts';
import { type ConnectorContext, settingNotes } from './connector.ts';

/** The parts of a connector that has no conversations. */
export const noConversations = {
  perMinute: () => 20,
  resumable: true,
  itemId: () => 'an event',
  toConversations: () => [],
} as const;

export const noRights: ConnectorCard['rights'] = { en: 'None: what is public.', zh: '无需权限：只读取公开内容。' };

export const kindField = z
  .enum(eventKinds)
  .default('campaign')
  .register(settingNotes, { label: { en: 'Kind of event', zh: '事件类型' } });

/** Where a source of events stands: its validators, so that an unchanged one is not sent again, and the settings these belong to. */
export const eventCursor = z.strictObject({
  version: z.literal(1),
  settings: z.string(),
  etag: z.string().nullable(),
  modified: z.string().nullable(),
});
export type EventCursor = z.infer<typeof eventCursor>;

const settingsKey = (settings: unknown) => JSON.stringify(settings);

/** A cursor after this answer; `settings` without secrets. */
export function cursorAfter(settings: unknown, answer: HttpAnswer): string {
  const cursor: EventCursor = {
    version: 1,
    settings: settingsKey(settings),
    etag: answer.header('etag'),
    modified: answer.header('last-modified'),
  };
  return JSON.stringify(cursor);
}

/** Asks for a text at an address; null where it has not changed since the cursor. Other settings ask for all of it again. */
export async function askText(
  { http, settings }: ConnectorContext<unknown>,
  { what, url, cursor }: { readonly what: string; readonly url: string; readonly cursor: string | null },
): Promise<{ readonly text: string; readonly answer: HttpAnswer } | null> {
  const known = cursor === null ? null : eventCursor.parse(JSON.parse(cursor));
  const isSame = known !== null && known.settings === settingsKey(settings);
  const headers = {
    ...(isSame && known.etag !== null ? { 'if-none-match': known.etag } : {}),
    ...(isSame && known.modified !== null ? { 'if-modified-since': known.modified } : {}),
  };
  const answer = await http.request({ what, url, headers, accept: [304] });
  if (answer.status === 304) {
    if (!isSame) throw new AppError('unavailable', `${what}: the server says that nothing has changed, though it was not asked`);
    return null;
  }
  return { text: textOf(answer), answer };
}
