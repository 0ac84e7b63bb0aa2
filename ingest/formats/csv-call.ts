// One call of a phone log as a conversation: the customer asks when the call comes into the queue, we reply when it is answered.
import { AppError } from '#db/model/errors.ts';
import { hour, type Instant, minute, second } from '#db/model/instant.ts';
import type { FetchedMessage } from '../fetched.ts';
import { type Fields, readWord, refuse } from './field-values.ts';
import { type RecordContext, toMessage } from './message-record.ts';

/**
 * Stands for a message whose text the file does not have: not empty, because a reply without a letter would not count as
 * one; and in the form of masks such as `__email__`, which language detection passes over.
 */
export const textNotInFile = '__notext__';

const outcomes = ['answered', 'abandoned'] as const;
type Outcome = (typeof outcomes)[number];

const outcomeSynonyms: Readonly<Record<string, Outcome>> = {
  answer: 'answered',
  connected: 'answered',
  completed: 'answered',
  handled: 'answered',
  abandon: 'abandoned',
  missed: 'abandoned',
  lost: 'abandoned',
  no_answer: 'abandoned',
  noanswer: 'abandoned',
  unanswered: 'abandoned',
  timeout: 'abandoned',
  hangup: 'abandoned',
};

export type CallFields = { readonly conversation: Fields; readonly message: Fields; readonly call: Fields };
export type Call = { readonly conversation: Fields; readonly messages: readonly FetchedMessage[] };

/** Seconds, `m:ss` or `h:mm:ss` in milliseconds; null where there is none. */
function readDuration(value: unknown, where: string): number | null {
  if (value === undefined || value === null) return null;
  const text = String(value).trim();
  const [, hours = '0', minutes = '0', seconds = '0'] =
    /^(?:(?:(\d{1,3}):)?(\d{1,4}):)?(\d{1,6}(?:\.\d{1,3})?)$/.exec(text) ?? refuse(where, value, 'seconds, m:ss or h:mm:ss');
  return Math.round(Number(hours) * hour + Number(minutes) * minute + Number(seconds) * second);
}

const timeOf = (value: unknown): Instant | null => (typeof value === 'number' ? value : null);

type Times = { readonly queuedAt: Instant; readonly answeredAt: Instant | null; readonly endedAt: Instant | null };

/** When the call was answered and when it ended. Refuses what contradicts itself: a wait that is guessed would look like one that was measured. */
function timesOf({ message, call }: CallFields): Times {
  const queuedAt = timeOf(message.at) ?? refuse('at', message.at ?? undefined, 'the time at which the call came into the queue');
  const wait = readDuration(call.wait, 'wait');
  const given = timeOf(call.answered_at);
  const outcome =
    call.outcome === undefined ? (given === null ? 'abandoned' : 'answered') : readWord(call.outcome, 'outcome', outcomes, outcomeSynonyms);
  if (outcome === 'abandoned' && given !== null) throw new AppError('invalid', 'answered_at is given for a call that was abandoned');
  const left = wait === null ? null : queuedAt + wait;
  const answeredAt = outcome === 'answered' ? (given ?? left) : null;
  const endedAt = timeOf(call.ended_at) ?? (outcome === 'abandoned' ? left : null);
  if (outcome === 'answered' && answeredAt === null) throw new AppError('invalid', 'an answered call needs answered_at or wait');
  if (outcome === 'abandoned' && endedAt === null) throw new AppError('invalid', 'an abandoned call needs ended_at or wait');
  if (answeredAt !== null && answeredAt < queuedAt) throw new AppError('invalid', 'answered_at is before at');
  if (endedAt !== null && endedAt < (answeredAt ?? queuedAt))
    throw new AppError('invalid', 'ended_at is before the call was answered or came in');
  return { queuedAt, answeredAt, endedAt };
}

/**
 * A call that was answered is solved at its end, one that was abandoned is closed unanswered when the caller hung up, unless the log gives
 * a status of its own. Hanging up is not the caller's word that it is settled: the wait stays among those never answered, for good.
 */
function endingOf({ answeredAt, endedAt }: Times, conversation: Fields): Fields {
  if (['status', 'solved_at', 'closed_at'].some((field) => Object.hasOwn(conversation, field))) return {};
  if (endedAt === null) return {};
  return answeredAt === null ? { closed_at: endedAt, closed_by: 'system' } : { solved_at: endedAt, solved_by: 'agent' };
}

/** The call as the fields of a conversation and its one or two messages. Throws AppError `invalid` with the field and the reason. */
export function toCall(fields: CallFields, context: RecordContext): Call {
  const { conversation, message, call } = fields;
  const times = timesOf(fields);
  const text = message.text === undefined || message.text === '' ? textNotInFile : message.text;
  const asked = toMessage({ ...message, text, message_id: 'call', role: 'customer' }, '', 0, context);
  const ending = { channel: 'phone', ...conversation, ...endingOf(times, conversation) };
  if (times.answeredAt === null) return { conversation: ending, messages: [asked] };
  const reply = { at: times.answeredAt, role: 'agent', author: call.agent ?? null, text: textNotInFile, message_id: 'answer' };
  return { conversation: ending, messages: [asked, toMessage(reply, 'answered_', 1, context)] };
}
