// A conversation as it is read: messages, waits, changes of status, days.
import { describe, expect, it } from 'vitest';
import type { Conversation, ConversationMessage, ConversationWait } from '../../../dashboard/src/lib/api/shapes.ts';
import { toTimeline } from '../../../dashboard/src/lib/conversation/timeline.ts';

const message = (
  id: string,
  at: string | null,
  actor: ConversationMessage['actor'],
  visibility: ConversationMessage['visibility'] = 'public',
): ConversationMessage => ({
  id,
  at,
  actor,
  agent: null,
  author: null,
  visibility,
  kind: 'message',
  body: id,
  language: 'en',
  needsAnswer: actor === 'customer',
  needsAnswerReason: null,
  countsAsReply: actor === 'agent',
  replyReason: 'substantive',
  inReplyTo: null,
  redactions: [],
  deletedAt: null,
  score: null,
});

const wait = (ordinal: number, from: string, until: string | null, more: Partial<ConversationWait> = {}): ConversationWait => ({
  ordinal,
  from,
  until,
  state: until === null ? 'open_not_due' : 'answered',
  exclusion: null,
  nudges: 0,
  calendarMs: null,
  workingMs: null,
  dueAt: null,
  promise: null,
  calendar: null,
  fromMessage: '',
  untilMessage: null,
  answeredBy: null,
  firstAnyAt: null,
  languageMatch: null,
  arrivedOutOfHours: false,
  repliedOutOfHours: false,
  clamped: false,
  ...more,
});

const conversation = (parts: Pick<Conversation, 'messages' | 'waits'> & Partial<Conversation>): Conversation => ({
  id: '1',
  externalId: 'x',
  source: 's',
  channel: 'email',
  subject: null,
  language: 'en',
  category: null,
  team: null,
  country: null,
  status: 'open',
  exclusion: null,
  isComplaint: false,
  sentiment: null,
  sentimentScore: null,
  urgency: null,
  risks: [],
  sentimentOpening: null,
  sentimentClosing: null,
  sourceCategory: null,
  scoredCategory: null,
  scoredCategoryConfidence: null,
  scorer: null,
  openedAt: null,
  arrivedAt: null,
  lastMessageAt: null,
  channelKind: 'email',
  sourceLabel: 's',
  customer: null,
  tags: [],
  mentions: [],
  mergedInto: null,
  revision: 1,
  asOf: '2026-03-20T00:00:00.000Z',
  episodes: [],
  ratings: [],
  statusChanges: [],
  openHours: [],
  ...parts,
});

const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);
const shape = (of: Conversation) =>
  toTimeline(of, dayOf).map((item) =>
    item.kind === 'message' ? `${item.message.id}${item.isNudge ? ' nudge' : ''}` : item.kind === 'day' ? item.day : item.kind,
  );

describe('toTimeline', () => {
  it('puts a wait right before the reply that ended it, and a new day above both', () => {
    expect(
      shape(
        conversation({
          messages: [message('ask', '2026-03-18T10:00:00Z', 'customer'), message('reply', '2026-03-19T09:00:00Z', 'agent')],
          waits: [wait(1, '2026-03-18T10:00:00Z', '2026-03-19T09:00:00Z', { fromMessage: 'ask' })],
        }),
      ),
    ).toEqual(['2026-03-18', 'ask', '2026-03-19', 'wait', 'reply']);
  });

  it('marks as many nudges as the facts count, never the message that began the wait', () => {
    expect(
      shape(
        conversation({
          messages: [
            message('ask', '2026-03-18T10:00:00Z', 'customer'),
            message('again', '2026-03-18T11:00:00Z', 'customer'),
            message('note', '2026-03-18T11:30:00Z', 'agent', 'private'),
            message('reply', '2026-03-18T12:00:00Z', 'agent'),
          ],
          waits: [wait(1, '2026-03-18T10:00:00Z', '2026-03-18T12:00:00Z', { fromMessage: 'ask', nudges: 1 })],
        }),
      ),
    ).toEqual(['2026-03-18', 'ask', 'again nudge', 'note', 'wait', 'reply']);
  });

  it('ends with the wait that is still open and leaves excluded ones out', () => {
    expect(
      shape(
        conversation({
          messages: [message('ask', '2026-03-18T10:00:00Z', 'customer'), message('thanks', '2026-03-18T12:00:00Z', 'customer')],
          waits: [
            wait(1, '2026-03-18T10:00:00Z', null, { fromMessage: 'ask' }),
            wait(0, '2026-03-18T12:00:00Z', null, { exclusion: 'no_reply_needed' }),
          ],
          statusChanges: [{ at: '2026-03-18T13:00:00Z', status: 'pending', by: 'agent' }],
        }),
      ),
    ).toEqual(['2026-03-18', 'ask', 'thanks', 'status', 'wait']);
  });

  it('keeps messages without a time where they stood', () => {
    expect(
      shape(
        conversation({
          messages: [message('a', null, 'customer'), message('b', '2026-03-18T10:00:00Z', 'agent'), message('c', null, 'customer')],
          waits: [],
        }),
      ),
    ).toEqual(['a', '2026-03-18', 'b', 'c']);
  });
});
