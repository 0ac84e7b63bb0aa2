// Records that were pushed, through the same stages as everything else: each is taken or rejected with its reason, all in one transaction.
import { AppError } from '#db/model/errors.ts';
import type { Instant } from '#db/model/instant.ts';
import { mostPushed, mostPushedMessages, type PushAnswer, type PushReject } from '#db/model/push.ts';
import type { PushRequest } from '#db/model/push-desk.ts';
import type { DeadLetterInput } from '#db/store/dead-letters.ts';
import { countPush } from '#db/store/job-runs.ts';
import type { FetchedConversation } from './fetched.ts';
import { conversationId } from './formats/conversation-record.ts';
import { parseConversation } from './formats/conversations-jsonl.ts';
import { isFields, toFields } from './formats/field-values.ts';
import { defaultLimits } from './formats/limits.ts';
import type { PageCounts, Pipeline } from './pipeline.ts';
import { quotableId } from './stages/redact-conversation.ts';

type Parsed = {
  readonly conversations: readonly FetchedConversation[];
  /** Place in the request, by conversation id. */
  readonly places: ReadonlyMap<string, number>;
  readonly rejects: readonly Reject[];
};

/** The id is as it came: it is written down and answered in a form that holds no secret. */
type Reject = { readonly place: number; readonly externalId: string | null; readonly reason: string };

export type TakeParts = { readonly pipeline: Pipeline; readonly clock: () => Instant };

/**
 * Takes a push. Throws `invalid` where the request as a whole cannot be taken: too large, or the same conversation twice. A record that is
 * wrong by itself is a reject and keeps no other out.
 */
export async function takePushed({ pipeline, clock }: TakeParts, { sourceId, records, alongside }: PushRequest): Promise<PushAnswer> {
  if (records.length > mostPushed) throw new AppError('invalid', `conversations: at most ${mostPushed} at once`);
  const now = clock();
  const parsed = parseAll(records, now);
  const messages = parsed.conversations.reduce((sum, conversation) => sum + conversation.messages.length, 0);
  if (messages > mostPushedMessages) throw new AppError('invalid', `conversations: at most ${mostPushedMessages} messages at once`);
  const answers: PushAnswer[] = [];
  await pipeline.take(sourceId, parsed.conversations, {
    deadLetters: parsed.rejects.map((reject) => toDeadLetter(reject, now)),
    alongside: async (tx, page) => {
      const answer = toAnswer(records.length, parsed, page);
      await countPush(tx, sourceId, answer, now);
      await alongside?.(tx, answer);
      answers.push(answer);
    },
  });
  const answer = answers.at(-1);
  if (answer === undefined) throw new AppError('internal', 'the push was not stored');
  return answer;
}

function parseAll(records: readonly unknown[], now: Instant): Parsed {
  const conversations: FetchedConversation[] = [];
  const places = new Map<string, number>();
  const rejects: Reject[] = [];
  records.forEach((record, place) => {
    const parsed = parseOne(record, place, now);
    if ('reason' in parsed) {
      rejects.push(parsed);
      return;
    }
    const earlier = places.get(parsed.externalId);
    if (earlier !== undefined)
      throw new AppError('invalid', `conversations.${place}: is the same conversation as conversations.${earlier}`);
    conversations.push(parsed);
    places.set(parsed.externalId, place);
  });
  return { conversations, places, rejects };
}

function parseOne(record: unknown, place: number, now: Instant): FetchedConversation | Reject {
  try {
    return parseConversation(toFields(record, 'the record'), { now, limits: defaultLimits });
  } catch (error) {
    if (error instanceof AppError) return { place, externalId: idOf(record), reason: error.message };
    throw error;
  }
}

function idOf(record: unknown): string | null {
  try {
    return isFields(record) ? conversationId(record) : null;
  } catch {
    return null;
  }
}

function toDeadLetter({ place, externalId: id, reason }: Reject, now: Instant): DeadLetterInput {
  const where = `push of ${new Date(now).toISOString()}, record ${place}`;
  return { item: id ?? where, stage: 'parse', reason: id === null ? reason : `${where}: ${reason}`, body: null };
}

function toAnswered({ place, externalId, reason }: Reject): PushReject {
  return { place, conversationId: externalId === null ? null : quotableId(externalId), reason };
}

/** Every record has one outcome. */
function toAnswer(fetched: number, { places, rejects }: Parsed, page: PageCounts): PushAnswer {
  const refused = page.refused.map(({ externalId, reason }) => ({ place: places.get(externalId) ?? 0, externalId, reason }));
  const all = [...rejects, ...refused].sort((a, b) => a.place - b.place).map(toAnswered);
  const { inserted, updated, unchanged } = page;
  return { fetched, inserted, updated, unchanged, rejected: all.length, rejects: all };
}
