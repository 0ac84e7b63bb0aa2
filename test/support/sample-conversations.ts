// Sample conversations with known waits, ready to be stored: no file, no detection, no chance.
import type { IncomingConversation, IncomingMessage, IncomingRating } from '#db/model/conversation.ts';
import type { Db } from '#db/open.ts';
import { saveConversations } from '#db/store/conversations.ts';
import { saveSource } from '#db/store/sources.ts';
import { redactText } from '#ingest/stages/redact.ts';

const minute = 60_000;
const day = 86_400_000;
/** Monday 2026-03-02, 10:00 in Shanghai. */
export const sampleStart = Date.parse('2026-03-02T02:00:00Z');

type Line = {
  readonly actor: 'customer' | 'agent' | 'system';
  readonly afterMs: number;
  readonly text: string;
  readonly isPrivate?: boolean;
};

function toMessage(key: string, index: number, at: number, line: Line): IncomingMessage {
  const isAgent = line.actor === 'agent';
  return {
    externalId: `${key}-m${index + 1}`,
    at,
    actor: line.actor,
    authorKey: isAgent ? 'agent:wang' : line.actor === 'system' ? null : `c1_customer-${key}`,
    agentName: isAgent ? '王芳' : null,
    visibility: line.isPrivate === true ? 'private' : 'public',
    kind: line.actor === 'system' ? 'survey' : 'message',
    body: redactText(line.text).text,
    language: 'en',
    languageConfidence: 1,
    needsAnswer: line.actor === 'customer',
    needsAnswerReason: null,
    inReplyTo: null,
    deletedAt: null,
    redactions: [],
  };
}

export function sampleConversation(
  index: number,
  lines: readonly Line[],
  changed: Partial<IncomingConversation> = {},
): IncomingConversation {
  const openedAt = sampleStart + index * day;
  const externalId = `s${index}`;
  return {
    externalId,
    channel: index % 2 === 0 ? 'email' : 'chat',
    subject: redactText(`Subject ${index}`).text,
    openedAt,
    status: 'open',
    statusChanges: [],
    customerKey: `c1_customer-${externalId}`,
    language: 'en',
    category: index % 3 === 0 ? '=cmd()' : 'transfer',
    team: null,
    country: null,
    tags: ['sample'],
    exclusion: null,
    mergedInto: null,
    isComplaint: false,
    messages: lines.map((line, position) => toMessage(externalId, position, openedAt + line.afterMs, line)),
    ratings: [],
    ...changed,
  };
}

/** Six conversations, one a day: answered after 7 minutes and rated, with a note and a nudge, never answered, and so on in turn; the fifth is asked for a rating in vain. */
export const sampleConversations: readonly IncomingConversation[] = Array.from({ length: 6 }, (_, index) =>
  sampleConversation(
    index,
    [
      { actor: 'customer', afterMs: 0, text: `Where is my transfer number ${index}? 转账去哪了` },
      ...(index % 3 === 1 ? ([{ actor: 'customer', afterMs: 3 * minute, text: 'Hello?' }] as const) : []),
      { actor: 'agent', afterMs: 5 * minute, text: 'Looks like the usual delay', isPrivate: true },
      ...(index % 3 === 2 ? [] : ([{ actor: 'agent', afterMs: 7 * minute, text: 'It arrived a minute ago.' }] as const)),
      ...(index === 1 || index % 3 === 2 ? [] : ([{ actor: 'system', afterMs: 9 * minute, text: 'How did we do?' }] as const)),
    ],
    { ratings: ratingsOf(index) },
  ),
);

/** The first was happy and says so. */
function commentOf(index: number): Pick<IncomingRating, 'comment'> {
  return index === 0 ? { comment: redactText('=Quick and kind').text } : {};
}

/** One of each kind, in every third conversation; the first of them answers what was asked. */
function ratingsOf(index: number): IncomingConversation['ratings'] {
  if (index % 3 !== 0) return [];
  const at = sampleStart + index * day + 20 * minute;
  return [
    { externalId: 'csat', kind: 'csat', value: index === 0 ? 5 : 2, scaleMin: 1, scaleMax: 5, at, ...commentOf(index) },
    { externalId: 'nps', kind: 'nps', value: index === 0 ? 9 : 3, scaleMin: 0, scaleMax: 10, at: at + minute },
    { externalId: 'ces', kind: 'ces', value: index === 0 ? 6 : 2, scaleMin: 1, scaleMax: 7, at: at + 2 * minute },
  ];
}

/** Saves them under the source `mail`. */
export async function saveSamples(db: Db, now: number, sourceId = 'mail'): Promise<void> {
  await saveSource(db, { id: sourceId, label: 'Mailbox', kind: sourceId === 'demo' ? 'demo' : 'file' });
  await saveConversations(db, { sourceId, conversations: [...sampleConversations], now });
}
