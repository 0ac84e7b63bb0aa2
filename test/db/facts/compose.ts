// Short words to compose calendars, promises and conversations in the tests of facts.

import { Temporal } from 'temporal-polyfill';
import { deriveFacts, type FactMessage, type Facts, type FactsInput } from '#db/facts/derive-facts.ts';
import {
  type Calendar,
  type CalendarException,
  type CalendarVersion,
  calendarVersionSchema,
  type OpenInterval,
} from '#db/model/calendar.ts';
import type { Closer, Status, StatusChange } from '#db/model/conversation.ts';
import type { Wait } from '#db/model/facts.ts';
import { daySchema, hour, type Instant } from '#db/model/instant.ts';
import type { PromiseVersion, ServicePromise } from '#db/model/promise.ts';

/** `local('2026-03-27T19:30', 'Europe/Berlin')`; of a time that comes twice the first, or with `later` the second. */
export function local(text: string, zone: string, disambiguation: 'compatible' | 'later' = 'compatible'): Instant {
  return Temporal.PlainDateTime.from(text).toZonedDateTime(zone, { disambiguation }).epochMilliseconds;
}

/** `utc('2026-01-05T09:00')`. */
export function utc(text: string): Instant {
  return Temporal.Instant.from(`${text}Z`).epochMilliseconds;
}

/** `hours('08:00-12:00', '13:00-30:00')`: an interval may run past 24:00 into the next day. */
export function hours(...texts: readonly string[]): OpenInterval[] {
  return texts.map((text) => {
    const [open = 0, close = 0] = text.split('-').map((time) => Number(time.slice(0, -3)) * 60 + Number(time.slice(-2)));
    return { open, close };
  });
}

/** Monday to Friday as given, the weekend as given (closed unless given). */
export function weekOf(workday: OpenInterval[], weekend: OpenInterval[] = []): OpenInterval[][] {
  return [workday, workday, workday, workday, workday, weekend, weekend];
}

export type VersionWords = {
  zone?: string;
  week?: OpenInterval[][];
  exceptions?: CalendarException[];
  validFrom?: string;
  version?: number;
};

export function versionOf(words: VersionWords = {}): CalendarVersion {
  return calendarVersionSchema.parse({
    calendarId: 'desk',
    version: words.version ?? 1,
    validFrom: words.validFrom ?? null,
    zone: words.zone ?? 'Europe/Berlin',
    week: words.week ?? weekOf(hours('08:00-20:00')),
    exceptions: words.exceptions ?? [],
  });
}

/** A calendar `desk`; without words Monday to Friday 08:00-20:00 in Berlin. */
export function calendarOf(...versions: readonly VersionWords[]): Calendar {
  const words = versions.length === 0 ? [{}] : versions;
  return { id: 'desk', label: 'Desk', versions: words.map((one, index) => versionOf({ version: index + 1, ...one })) };
}

export function exceptionOf(date: string, kind: CalendarException['kind'], ...intervals: readonly string[]): CalendarException {
  return { date: daySchema.parse(date), kind, label: kind, region: null, intervals: hours(...intervals) };
}

/** The calendar of the golden vectors: Monday to Friday 08:00-20:00 in Berlin, closed on 25 and 26 December 2026. */
export function goldenCalendar(): Calendar {
  return calendarOf({ exceptions: [exceptionOf('2026-12-25', 'holiday'), exceptionOf('2026-12-26', 'holiday')] });
}

export function termOf(type: PromiseVersion['type'], amount: number, words: Partial<PromiseVersion> = {}): PromiseVersion {
  const reading = type === 'working-days' ? { durationMs: null, workingDays: amount } : { durationMs: amount, workingDays: null };
  return { promiseId: 'reply', version: 1, validFrom: null, calendarId: 'desk', type, ...reading, ...words };
}

export function promiseOf(versions: readonly PromiseVersion[], words: Partial<ServicePromise> = {}): ServicePromise {
  return { id: 'reply', label: 'Reply', stage: 'reply', channels: ['kind:email'], versions, ...words };
}

/** A message; `by` is the actor, or `agent anna` for a named author. */
export function said(externalId: string, by: string, at: string | Instant | null, words: Partial<FactMessage> = {}): FactMessage {
  const [actor = '', author = actor] = by.split(' ');
  const known = (['customer', 'agent', 'bot', 'system', 'campaign', 'third_party'] as const).find((name) => name === actor);
  if (known === undefined) throw new Error(`no actor: ${by}`);
  return {
    externalId,
    at: typeof at === 'string' ? utc(at) : at,
    actor: known,
    authorKey: author,
    visibility: 'public',
    kind: 'message',
    body: 'Some words about the transfer.',
    language: 'en',
    needsAnswer: true,
    deletedAt: null,
    ...words,
  };
}

export function turned(at: string, status: Status, by: Closer = 'agent'): StatusChange {
  return { at: utc(at), status, by };
}

type ConversationWords = Partial<FactsInput['conversation']> & Partial<Omit<FactsInput, 'conversation' | 'messages'>>;

/** An e-mail conversation under a promise of 24 hours on the clock, on the calendar `desk`, open unless said otherwise. */
export function conversationOf(messages: readonly FactMessage[], words: ConversationWords = {}): FactsInput {
  const { mergedFirstAt = null, calendars = [calendarOf()], promises, reopenWindowMs = 0, ...conversation } = words;
  return {
    conversation: {
      channel: 'email',
      status: 'open',
      statusChanges: [],
      exclusion: null,
      mergedInto: null,
      openedAt: null,
      isComplaint: false,
      language: 'en',
      answersHidden: false,
      ...conversation,
    },
    messages,
    mergedFirstAt,
    calendars,
    promises: promises ?? [promiseOf([termOf('calendar', 24 * hour)])],
    reopenWindowMs,
  };
}

export function factsOf(messages: readonly FactMessage[], words: ConversationWords = {}): Facts {
  return deriveFacts(conversationOf(messages, words));
}

/** The part of a wait that most cases are about, with instants as text: `1 answered 09:00 -> 10:00`. */
export function told(wait: Pick<Wait, 'ordinal' | 'state' | 'exclusion' | 'fromAt' | 'untilAt' | 'nudges'>): string {
  const clock = (at: Instant | null) => (at === null ? '?' : Temporal.Instant.fromEpochMilliseconds(at).toString().slice(5, 16));
  const reason = wait.exclusion === null ? '' : `(${wait.exclusion})`;
  const nudges = wait.nudges === 0 ? '' : ` +${wait.nudges}`;
  return `${wait.ordinal} ${wait.state}${reason} ${clock(wait.fromAt)} -> ${clock(wait.untilAt)}${nudges}`;
}

export function toldWaits(messages: readonly FactMessage[], words: ConversationWords = {}): string[] {
  return factsOf(messages, words).waits.map(told);
}
