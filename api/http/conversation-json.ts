// Conversations as JSON: list items, and one conversation as a timeline that can be drawn.
import type { z } from '@hono/zod-openapi';
import type { OpenWait } from '#db/facts/urgency.ts';
import { waitStateAt } from '#db/facts/wait-state-at.ts';
import type { Calendar } from '#db/model/calendar.ts';
import { channelKind } from '#db/model/channel.ts';
import type { Instant } from '#db/model/instant.ts';
import type { ServicePromise } from '#db/model/promise.ts';
import type { ConversationDetail, ConversationHead, ConversationItem } from '#db/store/conversations.ts';
import { openStretches } from './open-stretches.ts';
import { toMessageScore, toScoreDetail, toScoreHead } from './score-json.ts';
import type { conversationItemShape, conversationShape } from './shapes/conversation.ts';
import { toIso, toIsoOrNull } from './to-iso.ts';

type Json = z.infer<typeof conversationShape>;

/** What a conversation is shown with: names of sources, calendars and promises, and the instant at which open waits are judged. */
export type Surroundings = {
  readonly calendars: readonly Calendar[];
  readonly promises: readonly ServicePromise[];
  readonly sources: readonly { readonly id: string; readonly label: string }[];
  readonly asOf: Instant;
};

function toHead(one: ConversationHead, waits: readonly OpenWait[], asOf: Instant) {
  return {
    ...toScoreHead(one, waits, asOf),
    id: String(one.id),
    externalId: one.externalId,
    source: one.sourceId,
    channel: one.channel,
    subject: one.subject,
    language: one.language,
    category: one.category,
    team: one.team,
    country: one.country,
    status: one.status,
    exclusion: one.exclusion,
    isComplaint: one.isComplaint,
    openedAt: toIsoOrNull(one.openedAt),
    arrivedAt: toIsoOrNull(one.arrivedAt),
    lastMessageAt: toIsoOrNull(one.lastMessageAt),
  };
}

export function toConversationItem(one: ConversationItem, asOf: Instant): z.infer<typeof conversationItemShape> {
  return {
    ...toHead(one, one.latestWait?.state === 'open' ? [one.latestWait] : [], asOf),
    snippet: one.snippet,
    agent: one.agent,
    messageCount: one.messageCount,
    state: one.latestWait === null ? null : waitStateAt(one.latestWait, asOf),
    dueAt: toIsoOrNull(one.latestWait?.dueAt ?? null),
    firstReplyMs: one.firstReplyMs,
  };
}

/** Enough of a keyed hash to tell people apart on one screen. */
const shortKey = (key: string | null) => (key === null ? null : key.slice(0, 12));

function toMessages({ messages }: ConversationDetail): Json['messages'] {
  return messages.map((message) => ({
    id: message.externalId,
    at: toIsoOrNull(message.at),
    actor: message.actor,
    agent: message.agentName,
    author: shortKey(message.authorKey),
    visibility: message.visibility,
    kind: message.kind,
    body: message.body,
    language: message.language,
    needsAnswer: message.needsAnswer,
    needsAnswerReason: message.needsAnswerReason,
    countsAsReply: message.countsAsReply,
    replyReason: message.replyReason,
    inReplyTo: message.inReplyTo,
    redactions: [...message.redactions],
    score: message.score === null ? null : toMessageScore(message.score),
    deletedAt: toIsoOrNull(message.deletedAt),
  }));
}

function toWaits({ waits }: ConversationDetail, { calendars, promises, asOf }: Surroundings): Json['waits'] {
  const labelIn = (things: readonly { readonly id: string; readonly label: string }[], id: string) =>
    things.find((thing) => thing.id === id)?.label ?? id;
  const named = (things: readonly { readonly id: string; readonly label: string }[], id: string | null, version: number | null) =>
    id === null || version === null ? null : { id, version, label: labelIn(things, id) };
  return waits.map((wait) => ({
    ordinal: wait.ordinal,
    from: toIso(wait.fromAt),
    until: toIsoOrNull(wait.untilAt),
    state: waitStateAt(wait, asOf),
    exclusion: wait.exclusion,
    nudges: wait.nudges,
    calendarMs: wait.calendarMs,
    workingMs: wait.workingMs,
    dueAt: toIsoOrNull(wait.dueAt),
    promise: promised(promises, named(promises, wait.promiseId, wait.promiseVersion)),
    calendar: named(calendars, wait.calendarId, wait.calendarVersion),
    fromMessage: wait.fromMessage,
    untilMessage: wait.untilMessage,
    answeredBy: wait.agent,
    firstAnyAt: toIsoOrNull(wait.firstAnyAt),
    languageMatch: wait.languageMatch,
    arrivedOutOfHours: wait.arrivedOutOfHours,
    repliedOutOfHours: wait.repliedOutOfHours,
    clamped: wait.clamped,
  }));
}

type Named = { readonly id: string; readonly version: number; readonly label: string };

/** What was promised in that version, beside the promise's name. */
function promised(promises: readonly ServicePromise[], named: Named | null): Json['waits'][number]['promise'] {
  if (named === null) return null;
  const found = promises.find(({ id }) => id === named.id)?.versions.find(({ version }) => version === named.version);
  if (found === undefined) return { ...named, terms: null };
  const { type, durationMs, workingDays, calendarId } = found;
  return { ...named, terms: { type, durationMs, workingDays, calendarId } };
}

function toOpenHours(one: ConversationDetail, { calendars, asOf }: Surroundings): Json['openHours'] {
  const calendar = calendars.find((candidate) => one.waits.some((wait) => wait.calendarId === candidate.id));
  const instants = [
    ...one.messages.map((message) => message.at),
    ...one.waits.flatMap((wait) => [wait.dueAt, wait.state === 'open' ? asOf : null]),
  ];
  const known = instants.filter((at) => at !== null);
  if (calendar === undefined || known.length === 0) return [];
  const [from, to] = [Math.min(...known), Math.max(...known)];
  return openStretches(calendar, from, to).map((stretch) => ({ from: toIso(stretch.from), to: toIso(stretch.to) }));
}

export function toConversationJson(one: ConversationDetail, around: Surroundings): Json {
  return {
    ...toHead(
      one,
      one.waits.filter(({ state }) => state === 'open'),
      around.asOf,
    ),
    ...toScoreDetail(one),
    channelKind: channelKind(one.channel),
    sourceLabel: around.sources.find((source) => source.id === one.sourceId)?.label ?? one.sourceId,
    customer: shortKey(one.customerKey),
    tags: [...one.tags],
    mentions: one.mentions.map(({ kind, key, others, ours }) => ({ kind, key, others, ours })),
    mergedInto: one.mergedInto,
    revision: one.revision,
    asOf: toIso(around.asOf),
    messages: toMessages(one),
    waits: toWaits(one, around),
    episodes: one.episodes.map((episode) => ({
      ordinal: episode.ordinal,
      openedAt: toIso(episode.openedAt),
      solvedAt: toIsoOrNull(episode.solvedAt),
      solvedBy: episode.solvedBy,
      calendarMs: episode.calendarMs,
      workingMs: episode.workingMs,
      countsAsSolved: episode.countsAsSolved,
      reopened: episode.reopened,
    })),
    ratings: one.ratings.map(({ kind, value, scaleMin, scaleMax, at, comment }) => ({
      kind,
      value,
      scaleMin,
      scaleMax,
      at: toIsoOrNull(at),
      comment,
    })),
    statusChanges: one.statusChanges.map(({ at, status, by }) => ({ at: toIso(at), status, by })),
    openHours: toOpenHours(one, around),
  };
}
