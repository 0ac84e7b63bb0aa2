// What a source listed and did not find when it was asked for it: asked for again by rule, until it is there or given up.
import type { Db } from '#db/dialect/db.ts';
import { day, hour, type Instant } from '#db/model/instant.ts';
import { type DeadLetter, type DeadLetterInput, findMissing, missingStage, resolveDeadLetters } from '#db/store/dead-letters.ts';
import type { Access, OpenedConnector } from './connectors/connector.ts';
import { type GoneParts, markGone } from './gone.ts';

// Pauses of 0, 1, 2, 4, 8 and 16 hours lie between seven questions. A list that names it in every run asks more often, so the time counts too.
const leastAsked = 7;
const leastTime = day;
const mostDue = 200;

const pauseAfter = (attempts: number): number => (attempts <= 1 ? 0 : hour * 2 ** Math.min(attempts - 2, 4));

const isDue = ({ attempts, lastAt }: DeadLetter, now: Instant): boolean => lastAt + pauseAfter(attempts) <= now;

/** Ids of a source that are to be asked for again now; not all at once where there are very many. */
export async function findDueMissing(db: Db, sourceId: string, now: Instant): Promise<readonly string[]> {
  const letters = await findMissing(db, { sourceId, below: { attempts: leastAsked, ms: leastTime } });
  return letters
    .filter((letter) => isDue(letter, now))
    .slice(0, mostDue)
    .map(({ item }) => item);
}

/** What is written down of ids that are missing now. */
export type Missed = {
  readonly letters: readonly DeadLetterInput[];
  /** Those that were asked for often enough. */
  readonly givenUp: readonly string[];
};

const asksOn = 'it was listed, but not found when it was asked for; it is asked for again in the next runs';
const givesUp = (first: Instant, times: number): string =>
  `it was listed, but not found ${times} times since ${new Date(first).toISOString()}; it is not asked for any more: deleted at the source, or hidden from this account`;

/** Each stays a dead letter as long as nobody has it. */
export async function toMissed(
  db: Db,
  { sourceId, ids, now }: { sourceId: string; ids: readonly string[]; now: Instant },
): Promise<Missed> {
  const distinct = [...new Set(ids)];
  if (distinct.length === 0) return { letters: [], givenUp: [] };
  const known = new Map((await findMissing(db, { sourceId, items: distinct })).map((letter) => [letter.item, letter]));
  const letterOf = (item: string) => {
    const { attempts = 0, firstAt = now } = known.get(item) ?? {};
    const isOver = attempts + 1 >= leastAsked && now - firstAt >= leastTime;
    return { item, isOver, reason: isOver ? givesUp(firstAt, attempts + 1) : asksOn };
  };
  const all = distinct.map(letterOf);
  return {
    letters: all.map(({ item, reason }) => ({ item, stage: missingStage, reason, body: null })),
    givenUp: all.filter(({ isOver }) => isOver).map(({ item }) => item),
  };
}

export type GivenUp = {
  readonly sourceId: string;
  readonly connector: OpenedConnector;
  readonly access: Access;
  readonly ids: readonly string[];
};

/** What was given up, is stored, and is gone by the source's own word loses its text as every deletion does; nothing is left to ask for. */
export async function closeGone(parts: GoneParts, { sourceId, connector, access, ids }: GivenUp): Promise<void> {
  if (ids.length === 0 || connector.findGone === null) return;
  const marked = await markGone(parts, sourceId, await connector.findGone(access, ids));
  if (marked.length > 0) await resolveDeadLetters(parts.db, sourceId, marked, parts.clock());
}
