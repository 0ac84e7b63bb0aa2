// The demo's reviewers: made-up people who judge replies mostly as the facts suggest, each leaning a little their own way.
import type { Db } from '#db/dialect/db.ts';
import { inTransaction } from '#db/dialect/transaction.ts';
import { seededChance } from '#db/facts/seeded-chance.ts';
import { day, type Instant, minute } from '#db/model/instant.ts';
import {
  type AutoMarks,
  byCriterion,
  type QualityCriterion,
  type QualityMark,
  type QualityMarks,
  qualityCriteria,
} from '#db/model/quality.ts';
import { prescore } from '#db/quality/prescore.ts';
import { getConversation } from '#db/store/conversations.ts';
import { findReplyCandidates } from '#db/store/quality-candidates.ts';
import { leaseReviews, type ReviewTask } from '#db/store/quality-queue.ts';
import { saveAgreed, saveReview } from '#db/store/quality-reviews.ts';
import { closeRound, saveRound } from '#db/store/quality-rounds.ts';
import { type DemoReviewer, type DemoRound, demoReviewers, demoRounds } from './quality-rounds.ts';

const lead = 'Sofia (Demo)';

type CrewOptions = { readonly now: Instant; readonly seed: string; readonly rounds?: readonly DemoRound[] };

/** Gives a demo store its rounds of review. A round for which there are too few replies is left out. */
export async function seedQualityCrew(db: Db, { now, seed, rounds = demoRounds }: CrewOptions): Promise<void> {
  for (const round of rounds) await inTransaction(db, (tx) => playRound(tx, round, { now, seed }));
}

async function playRound(tx: Db, round: DemoRound, { now, seed }: { now: Instant; seed: string }): Promise<void> {
  const begunAt = now - round.daysAgo * day;
  const population = { filters: {}, from: begunAt - round.span * day, to: begunAt };
  if ((await findReplyCandidates(tx, { population, strata: [], asOf: begunAt })).length < round.size) return;
  const isShared = round.kind === 'calibration';
  const { id } = await saveRound(tx, {
    name: round.name,
    kind: round.kind,
    population,
    sampling: { size: round.size, strata: round.strata, seed: `${seed} ${round.name}` },
    reviewers: isShared ? demoReviewers.length : 1,
    isDemo: true,
    by: lead,
    now: begunAt,
  });
  const tasks = (await findTurns(tx, id)).slice(0, Math.round(round.size * round.share));
  const stepMs = Math.floor((Math.min(round.daysAgo, 20) * day * 0.9) / Math.max(1, tasks.length));
  for (const [at, task] of tasks.entries()) {
    const truth = await judge(tx, task, { seed, at: begunAt + at * stepMs });
    if (truth === null) continue;
    const people = isShared ? demoReviewers : demoReviewers.filter((_, place) => place === at % demoReviewers.length);
    for (const reviewer of people) await reviewAs(tx, reviewer, task, { ...truth, seed, at: begunAt + at * stepMs });
    if (at < round.settled) await saveAgreed(tx, { taskId: task.id, marks: truth.marks, by: lead, now: begunAt + at * stepMs + day });
  }
  if (round.isClosed) await closeRound(tx, id, begunAt + Math.min(round.daysAgo, 20) * day);
}

async function findTurns(tx: Db, roundId: number): Promise<ReviewTask[]> {
  // Nobody else is there to be kept out, so one lease as long as the round gives all turns in their order.
  const order = { roundId, reviewer: lead, except: [], now: 0 };
  return await leaseReviews(tx, { ...order, limit: 10_000 });
}

type Truth = { readonly auto: AutoMarks; readonly marks: QualityMarks };

/** What the demo takes for the truth: what was measured, mostly; else by lot, after the hand of whoever wrote the reply. */
async function judge(tx: Db, task: ReviewTask, { seed, at }: { seed: string; at: Instant }): Promise<Truth | null> {
  const auto = prescore(await getConversation(tx, task.conversationId), task.message, at);
  if (auto === null) return null;
  const hand = seededChance(`${seed} hand ${task.agentKey}`)();
  const chance = seededChance(`${seed} truth ${task.conversationId} ${task.message}`);
  const markOf = (criterion: QualityCriterion): QualityMark => {
    const measured = auto[criterion].mark;
    const lot = chance();
    if (criterion === 'safety') return lot < 0.012 ? 0 : lot < 0.04 ? 1 : 2;
    if (measured !== null && lot < (criterion === 'initiative' || criterion === 'attitude' ? 0.8 : 0.95)) return measured;
    if (criterion === 'initiative' && lot < 0.12) return null;
    const good = 0.5 + 0.35 * hand;
    const draw = chance();
    return draw < good ? 2 : draw < good + 0.28 ? 1 : 0;
  };
  return { auto, marks: byCriterion(markOf) };
}

/** What is a matter of facts is seen alike by everybody; what is a matter of taste is not. */
const taste: readonly QualityCriterion[] = ['attitude', 'expertise', 'initiative', 'solved'];

async function reviewAs(
  tx: Db,
  reviewer: DemoReviewer,
  task: ReviewTask,
  { auto, marks, seed, at }: Truth & { readonly seed: string; readonly at: Instant },
): Promise<void> {
  const chance = seededChance(`${seed} review ${task.id} ${reviewer.name}`);
  const seen: Record<QualityCriterion, QualityMark> = { ...marks };
  for (const criterion of qualityCriteria) {
    const lot = chance();
    const mark = seen[criterion];
    if (mark === null || !taste.includes(criterion)) continue;
    if (lot < reviewer.stricter) seen[criterion] = mark === 2 ? 1 : 0;
    else if (lot > 1 - reviewer.milder) seen[criterion] = mark === 0 ? 1 : 2;
  }
  await saveReview(tx, {
    taskId: task.id,
    reviewer: reviewer.name,
    marks: seen,
    auto,
    note: null,
    tookMs: Math.round(minute + chance() * 4 * minute),
    clientKey: `demo-review-${task.id}-${reviewer.name.slice(0, 3)}`,
    now: at + Math.round(chance() * 30) * minute,
  });
}
