// JSON of conversations: the list, and one conversation as a timeline with its waits.
import { z } from '@hono/zod-openapi';
import { channelKinds } from '#db/model/channel.ts';
import { actors, closers, conversationExclusions, messageKinds, ratingKinds, statuses, visibilities } from '#db/model/conversation.ts';
import { type ReplyReason, waitExclusions, waitStatesAt } from '#db/model/facts.ts';
import { promiseTypes } from '#db/model/promise.ts';
import { behindShape } from './metric.ts';
import { instantText } from './scalars.ts';
import { messageScoreShape, scoreDetail, scoreHead } from './scores.ts';

const counted = z.number().int();

export const replyReasons = [
  'substantive',
  'not_an_agent',
  'private_note',
  'auto_reply',
  'campaign',
  'reaction_only',
  'survey',
  'status_change',
  'attachment_only',
  'empty',
  'deleted',
  'bot',
] as const satisfies readonly ReplyReason[];

const head = {
  id: z.string(),
  externalId: z.string(),
  source: z.string(),
  channel: z.string(),
  subject: z.string().nullable(),
  language: z.string(),
  category: z.string().nullable().openapi({ description: "The source's own; where it gives none, the scored one." }),
  team: z.string().nullable(),
  country: z.string().nullable(),
  status: z.enum(statuses),
  exclusion: z.enum(conversationExclusions).nullable(),
  isComplaint: z.boolean(),
  openedAt: instantText.nullable(),
  arrivedAt: instantText
    .nullable()
    .openapi({ description: 'The first customer message; null where no customer wrote or no time is known.' }),
  lastMessageAt: instantText.nullable(),
  ...scoreHead,
};

export const conversationItemShape = z
  .object({
    ...head,
    snippet: z.string().openapi({ description: 'Beginning of the first customer message, redacted.' }),
    agent: z.string().nullable().openapi({ description: 'Who gave the first substantive reply.' }),
    messageCount: counted,
    state: z
      .enum(waitStatesAt)
      .nullable()
      .openapi({ description: 'State of the latest counted wait now; null where the customer never waited.' }),
    dueAt: instantText.nullable().openapi({ description: 'Due instant of that wait.' }),
    firstReplyMs: z.number().nullable().openapi({ description: 'Calendar milliseconds of the first wait, where it was answered.' }),
  })
  .openapi('ConversationItem');

export const conversationListShape = z
  .object({
    n: counted.openapi({ description: 'How many conversations match in all.' }),
    conversations: z.array(conversationItemShape),
    nextCursor: z.string().nullable().openapi({ description: 'Give it back as `cursor` for the next page; null on the last one.' }),
    behind: behindShape,
  })
  .openapi('ConversationList');

const messageShape = z
  .object({
    id: z.string(),
    at: instantText.nullable(),
    actor: z.enum(actors),
    agent: z.string().nullable().openapi({ description: 'Display name, agents only.' }),
    author: z.string().nullable().openapi({ description: 'Short pseudonym that tells authors apart; never a customer name.' }),
    visibility: z.enum(visibilities),
    kind: z.enum(messageKinds),
    body: z.string().openapi({ description: 'Redacted plain text. Render it as text.' }),
    language: z.string(),
    needsAnswer: z.boolean(),
    needsAnswerReason: z.string().nullable(),
    countsAsReply: z.boolean(),
    replyReason: z.enum(replyReasons),
    inReplyTo: z.string().nullable(),
    redactions: z.array(z.string()).openapi({ description: 'Classes of secrets that were taken out, such as SEED_PHRASE.' }),
    deletedAt: instantText.nullable(),
    score: messageScoreShape.nullable().openapi({ description: 'What the scorers say; null where they had nothing to say.' }),
  })
  .openapi('Message');

const waitShape = z
  .object({
    ordinal: counted,
    from: instantText,
    until: instantText.nullable(),
    state: z.enum(waitStatesAt),
    exclusion: z.enum(waitExclusions).nullable(),
    nudges: counted,
    calendarMs: z.number().nullable().openapi({ description: 'Null while the wait is open.' }),
    workingMs: z.number().nullable(),
    dueAt: instantText.nullable(),
    promise: z
      .object({
        id: z.string(),
        version: counted,
        label: z.string(),
        /** Of that version; null where it is not known any more. The label may speak of another version. */
        terms: z
          .object({ type: z.enum(promiseTypes), durationMs: counted.nullable(), workingDays: counted.nullable(), calendarId: z.string() })
          .nullable(),
      })
      .nullable(),
    calendar: z.object({ id: z.string(), version: counted, label: z.string() }).nullable(),
    fromMessage: z.string(),
    untilMessage: z.string().nullable(),
    answeredBy: z.string().nullable().openapi({ description: 'Display name of the agent whose reply ended the wait.' }),
    firstAnyAt: instantText.nullable(),
    languageMatch: z.boolean().nullable(),
    arrivedOutOfHours: z.boolean(),
    repliedOutOfHours: z.boolean(),
    clamped: z.boolean(),
  })
  .openapi('Wait');

const episodeShape = z
  .object({
    ordinal: counted,
    openedAt: instantText,
    solvedAt: instantText.nullable(),
    solvedBy: z.enum(closers).nullable(),
    calendarMs: z.number().nullable(),
    workingMs: z.number().nullable(),
    countsAsSolved: z.boolean(),
    reopened: z.boolean(),
  })
  .openapi('Episode');

export const conversationShape = z
  .object({
    ...head,
    channelKind: z.enum(channelKinds),
    sourceLabel: z.string(),
    customer: z
      .string()
      .nullable()
      .openapi({ description: 'Short pseudonym of the customer; the same person in one source has the same one.' }),
    tags: z.array(z.string()),
    mentions: z.array(z.object({ kind: z.string(), key: z.string(), others: counted, ours: z.string().nullable() })).openapi({
      description:
        'What the messages mention, by keyed hash, and how many other conversations mention it; `ours` is the label of an address of our own, which ties nothing together.',
    }),
    mergedInto: z.string().nullable(),
    ...scoreDetail,
    revision: counted,
    asOf: instantText.openapi({ description: 'The instant at which open waits were judged.' }),
    messages: z.array(messageShape),
    waits: z.array(waitShape),
    episodes: z.array(episodeShape),
    ratings: z.array(
      z.object({
        kind: z.enum(ratingKinds),
        value: z.number(),
        scaleMin: z.number(),
        scaleMax: z.number(),
        at: instantText.nullable(),
        comment: z.string().nullable().openapi({ description: 'What was written with it, redacted.' }),
      }),
    ),
    statusChanges: z.array(z.object({ at: instantText, status: z.enum(statuses), by: z.enum(closers) })),
    openHours: z.array(z.object({ from: instantText, to: instantText })).openapi({
      description:
        'Opening hours between the first and the last instant of the timeline, for shading; at most 400 stretches, empty for none.',
    }),
  })
  .openapi('Conversation');
