// Rounds of review: drawn once with known chances, how far each is, closed for good.
import { and, count, desc, eq, isNotNull, sql } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { lockChanges } from '../dialect/lock-changes.ts';
import { inTransaction } from '../dialect/transaction.ts';
import { drawSample } from '../facts/draw-sample.ts';
import { seededChance } from '../facts/seeded-chance.ts';
import { AppError } from '../model/errors.ts';
import type { Instant } from '../model/instant.ts';
import type { QualityPopulation, QualityRoundKind, QualitySampling } from '../model/quality.ts';
import { findReplyCandidates } from './quality-candidates.ts';
import { storableText } from './storable-text.ts';

export type RoundInput = {
  readonly name: string;
  readonly kind: QualityRoundKind;
  readonly population: QualityPopulation;
  readonly sampling: QualitySampling;
  /** How many people review each reply; 1 for a round of kind `review`. */
  readonly reviewers: number;
  readonly isDemo: boolean;
  readonly by: string;
  readonly now: Instant;
};

export type QualityRound = Db['tables']['qualityRound']['$inferSelect'];

export type RoundProgress = QualityRound & {
  readonly tasks: number;
  /** Replies with all the reviews they want. */
  readonly done: number;
  /** Replies of which one result stands. */
  readonly decided: number;
};

/** Draws the replies and stores the round. `invalid` where nothing matches. */
export async function saveRound(db: Db, input: RoundInput): Promise<QualityRound> {
  const { population, sampling, by, now, ...rest } = input;
  const candidates = await findReplyCandidates(db, { population, strata: sampling.strata, asOf: now });
  if (candidates.length === 0) throw new AppError('invalid', 'no reply matches these filters');
  const numbered = candidates.map(({ stratum }, id) => ({ id, stratum, doubt: 1 }));
  const drawn = drawSample(numbered, { size: sampling.size, uncertainShare: 0, chance: seededChance(sampling.seed) });
  return await inTransaction(db, async (tx) => {
    const { qualityRound, qualityTask } = tx.tables;
    const [saved] = await tx.query
      .insert(qualityRound)
      .values({
        ...rest,
        name: storableText(rest.name),
        population,
        sampling,
        populationSize: candidates.length,
        state: 'open',
        createdAt: now,
        createdBy: by,
        closedAt: null,
      })
      .returning();
    if (saved === undefined) throw new AppError('internal', 'the round was not stored');
    const rows = drawn.flatMap(({ id, inclusion }, place) => {
      const reply = candidates[id];
      return reply === undefined ? [] : [{ ...reply, roundId: saved.id, inclusion, place, wanted: input.reviewers, answers: 0 }];
    });
    for (let at = 0; at < rows.length; at += 200) await tx.query.insert(qualityTask).values(rows.slice(at, at + 200));
    return saved;
  });
}

/** All rounds, newest first. */
export async function findRounds(db: Db): Promise<RoundProgress[]> {
  const { qualityRound, qualityTask } = db.tables;
  const rounds = await db.query.select().from(qualityRound).orderBy(desc(qualityRound.id));
  const counts = await db.query
    .select({
      id: qualityTask.roundId,
      tasks: count(),
      done: sql`sum(case when ${qualityTask.answers} >= ${qualityTask.wanted} then 1 else 0 end)`.mapWith(Number),
      decided: count(qualityTask.decidedAt),
    })
    .from(qualityTask)
    .where(isNotNull(qualityTask.roundId))
    .groupBy(qualityTask.roundId);
  const byId = new Map(counts.map((one) => [one.id, one]));
  return rounds.map((round) => {
    const { tasks = 0, done = 0, decided = 0 } = byId.get(round.id) ?? {};
    return { ...round, tasks, done, decided };
  });
}

export async function getRound(db: Db, id: number): Promise<QualityRound> {
  const { qualityRound } = db.tables;
  const [found] = await db.query.select().from(qualityRound).where(eq(qualityRound.id, id));
  if (found === undefined) throw new AppError('not_found', 'no such round of reviews');
  return found;
}

/** Ends a round: nobody is given a reply of it any more, and its reviews stand as they are. Twice is as once. */
export async function closeRound(db: Db, id: number, now: Instant): Promise<void> {
  const { qualityRound } = db.tables;
  await inTransaction(db, async (tx) => {
    await lockChanges(tx);
    await getRound(tx, id);
    const isOpen = and(eq(qualityRound.id, id), eq(qualityRound.state, 'open'));
    await tx.query.update(qualityRound).set({ state: 'closed', closedAt: now }).where(isOpen);
  });
}

/** Removes the rounds of the demo company with all reviews in them. */
export async function removeDemoRounds(tx: Db): Promise<void> {
  const { qualityRound } = tx.tables;
  await tx.query.delete(qualityRound).where(eq(qualityRound.isDemo, true));
}
