// Reviews of replies on both databases: drawn with known chances, lent to one person, kept once, changed by their author, settled on.
import { expect, it } from 'vitest';
import { day } from '#db/model/instant.ts';
import { type AutoMarks, type QualityMarks, shippedQualityTerms } from '#db/model/quality.ts';
import type { Db } from '#db/open.ts';
import { prescore } from '#db/quality/prescore.ts';
import { readChangeState, readFacts } from '#db/store/columns.ts';
import { getConversation } from '#db/store/conversations.ts';
import { findReplyCandidates } from '#db/store/quality-candidates.ts';
import { findBlindReviews, findReviewedReplies, findReviewList } from '#db/store/quality-list.ts';
import { findOwnStaff, saveOwner } from '#db/store/quality-own.ts';
import { chooseReply, countReviews, endReviewLeases, leaseReviews, reviewLeaseMs } from '#db/store/quality-queue.ts';
import { changeReview, saveAgreed, saveReview } from '#db/store/quality-reviews.ts';
import { closeRound, findRounds, saveRound } from '#db/store/quality-rounds.ts';
import { currentQualityTerms, saveQualitySetting } from '#db/store/quality-settings.ts';
import { removeDemo } from '#db/store/sources.ts';
import { monday } from '#test/support/incoming.ts';
import { repliedStore } from '#test/support/replied-store.ts';
import { describeStores, type OpenStore } from '#test/support/stores.ts';

const now = monday + 30 * day;
const everything = { filters: {}, from: null, to: null };
const good: QualityMarks = { speed: 2, language: 2, attitude: 2, expertise: 2, initiative: 2, safety: 2, solved: 2 };
const poor: QualityMarks = { ...good, expertise: 0, attitude: 1 };

async function open(openStore: OpenStore, { size = 10, reviewers = 1, isDemo = false } = {}) {
  const db = await repliedStore(await openStore(), 20);
  const round = await saveRound(db, {
    name: 'March',
    kind: reviewers === 1 ? 'review' : 'calibration',
    population: everything,
    sampling: { size, strata: ['channel'], seed: 'one' },
    reviewers,
    isDemo,
    by: 'lead',
    now,
  });
  return { db, id: round.id };
}

const lend = (db: Db, roundId: number, reviewer: string, limit: number, at = now) =>
  leaseReviews(db, { roundId, reviewer, limit, except: [], now: at });
const ids = (tasks: readonly { readonly id: number }[]) => tasks.map(({ id }) => id);

async function autoOf(db: Db, task: { conversationId: number; message: string }): Promise<AutoMarks> {
  const found = prescore(await getConversation(db, task.conversationId), task.message, now);
  if (found === null) throw new Error('no reply');
  return found;
}

async function give(db: Db, task: Awaited<ReturnType<typeof lend>>[number] | undefined, reviewer: string, marks = good, key = '') {
  if (task === undefined) throw new Error('no task');
  const clientKey = `key-${reviewer}-${task.id}${key}`;
  return await saveReview(db, { taskId: task.id, reviewer, marks, auto: await autoOf(db, task), note: null, tookMs: 900, clientKey, now });
}

await describeStores('reviews of replies', ({ openStore }) => {
  it('are drawn from replies that ended a wait, with chances that add up to the sample in each stratum', async () => {
    const { db, id } = await open(openStore);
    const candidates = await findReplyCandidates(db, { population: everything, strata: ['channel'], asOf: now });
    expect([candidates.length, new Set(candidates.map(({ stratum }) => stratum))]).toEqual([20, new Set(['email', 'chat'])]);
    const tasks = await lend(db, id, 'ann', 20);
    expect(tasks.map(({ inclusion }) => inclusion)).toEqual(Array.from({ length: 10 }, () => expect.closeTo(0.5, 9)));
    const byBo = await findReplyCandidates(db, { population: { ...everything, filters: { agent: ['Bo'] } }, strata: ['agent'], asOf: now });
    expect([byBo.length, byBo.every(({ stratum }) => stratum === 'Bo')]).toEqual([5, true]);
    const nobody = { ...everything, filters: { channel: ['fax'] } };
    const input = { name: 'x', kind: 'review', population: nobody, reviewers: 1, isDemo: false, by: 'lead', now } as const;
    await expect(saveRound(db, { ...input, sampling: { size: 3, strata: [], seed: 's' } })).rejects.toMatchObject({ code: 'invalid' });
  });

  it('are lent to one person each, until the lease ends or is given back', async () => {
    const { db, id } = await open(openStore);
    const [ann, ben] = [await lend(db, id, 'ann', 6), await lend(db, id, 'ben', 6)];
    expect([ann.length, ben.length, ids(ann).filter((task) => ids(ben).includes(task))]).toEqual([6, 4, []]);
    expect(ids(await lend(db, id, 'ann', 6))).toEqual(ids(ann));
    expect(await lend(db, id, 'cem', 5)).toEqual([]);
    await endReviewLeases(db, id, 'ben');
    expect(ids(await lend(db, id, 'cem', 5)).toSorted()).toEqual(ids(ben).toSorted());
    expect((await lend(db, id, 'dee', 20, now + reviewLeaseMs + 1)).length).toBe(10);
  });

  it('are kept once, and a second one of the same reply is refused', async () => {
    const { db, id } = await open(openStore);
    const [task] = await lend(db, id, 'ann', 1);
    const first = await give(db, task, 'ann');
    expect((await give(db, task, 'ann')).id).toBe(first.id);
    await expect(give(db, task, 'ann', good, 'again')).rejects.toMatchObject({ code: 'conflict' });
    await expect(give(db, task, 'ben')).rejects.toMatchObject({ code: 'conflict' });
    expect([...(await countReviews(db, 'ann'))]).toEqual([[id, { left: 9, mine: 1 }]]);
    expect((await findRounds(db)).map(({ tasks, done, decided }) => [tasks, done, decided])).toEqual([[10, 1, 1]]);
  });

  it('reach the columns with weight, score and whoever wrote the reply', async () => {
    const { db, id } = await open(openStore);
    const before = await readChangeState(db);
    const [task] = await lend(db, id, 'ann', 1);
    await give(db, task, 'ann', poor);
    const changed = await readFacts(db, { afterChange: before.change, afterId: Number.MAX_SAFE_INTEGER, limit: 100 });
    expect(changed.map(({ id: conversation, reviews }) => [conversation, reviews])).toEqual([
      [
        task?.conversationId,
        [
          {
            basis: 'sample',
            replyAt: task?.replyAt,
            reviewedAt: now,
            weight: expect.closeTo(2, 9),
            score: 0.675,
            outcome: 'below',
            agent: expect.stringMatching(/^(Ann|Bo|Chen|Dee)$/),
          },
        ],
      ],
    ]);
    const rest = await readFacts(db, { afterChange: 0, afterId: 0, limit: 100 });
    expect(rest.filter(({ reviews }) => reviews !== undefined).length).toBe(1);
  });

  it('are changed by their author alone, under the weights of their time, and are no longer blind then', async () => {
    const { db, id } = await open(openStore);
    const [task] = await lend(db, id, 'ann', 1);
    const { id: review } = await give(db, task, 'ann', poor);
    const weights = { ...shippedQualityTerms.weights, expertise: 100 };
    await saveQualitySetting(db, { version: 2, weights, passMark: 0.9, savedAt: now, savedBy: 'lead' });
    await expect(saveQualitySetting(db, { version: 2, weights, passMark: 0.9, savedAt: now, savedBy: 'lead' })).rejects.toMatchObject({
      code: 'conflict',
    });
    expect((await currentQualityTerms(db)).version).toBe(2);
    expect((await findBlindReviews(db, [task?.id ?? 0])).length).toBe(1);
    const change = { id: review, marks: { ...good, attitude: 1 as const }, note: 'kinder', now: now + 1 };
    await expect(changeReview(db, { ...change, reviewer: 'ben' })).rejects.toMatchObject({ code: 'not_found' });
    const { after } = await changeReview(db, { ...change, reviewer: 'ann' });
    expect([after.score, after.outcome, after.weightsVersion, after.note]).toEqual([0.925, 'passed', 1, 'kinder']);
    expect((await findReviewedReplies(db, { asOf: now + 1 })).map(({ score }) => score)).toEqual([0.925]);
    expect(await findBlindReviews(db, [task?.id ?? 0])).toEqual([]);
    const [second] = await lend(db, id, 'ann', 1);
    expect((await give(db, second, 'ann', poor)).weightsVersion).toBe(2);
  });

  it('of a calibration wait for a result, which several settle on; what others say stays hidden while it is open', async () => {
    const { db, id } = await open(openStore, { size: 4, reviewers: 2 });
    const [ann, ben] = [await lend(db, id, 'ann', 4), await lend(db, id, 'ben', 4)];
    expect(ids(ann)).toEqual(ids(ben));
    expect(await lend(db, id, 'cem', 4)).toEqual([]);
    const [task] = ann;
    await give(db, task, 'ann', good);
    const agreed = { taskId: task?.id ?? 0, marks: poor, by: 'lead', now };
    await expect(saveAgreed(db, agreed)).rejects.toMatchObject({ code: 'conflict' });
    await give(db, task, 'ben', poor);
    expect((await findReviewList(db, { blindFor: 'ann', limit: 9 })).map(({ reviewer }) => reviewer)).toEqual(['ann']);
    const bases = async () => (await readFacts(db, { afterChange: 0, afterId: 0, limit: 99 })).flatMap(({ reviews = [] }) => reviews);
    expect((await bases()).map(({ basis, score }) => [basis, score])).toEqual([['disputed', null]]);
    await closeRound(db, id, now);
    await expect(lend(db, id, 'ann', 4)).rejects.toMatchObject({ code: 'conflict' });
    expect((await findReviewList(db, { blindFor: 'ann', limit: 9 })).length).toBe(2);
    await saveAgreed(db, agreed);
    expect((await bases()).map(({ basis, score }) => [basis, score])).toEqual([['sample', 0.675]]);
    expect((await findReviewedReplies(db, { asOf: now })).map(({ taskId, weight }) => [taskId, weight])).toEqual([
      [task?.id, expect.closeTo(5, 9)],
    ]);
  });

  it('of replies chosen by hand go to whoever chose them, and into no sample', async () => {
    const { db } = await open(openStore);
    const [candidate] = await findReplyCandidates(db, { population: everything, strata: [], asOf: now });
    const chosen = { conversationId: candidate?.conversationId ?? 0, message: candidate?.message ?? '', now };
    const task = await chooseReply(db, { ...chosen, reviewer: 'ann' });
    expect((await chooseReply(db, { ...chosen, reviewer: 'ann' })).id).toBe(task.id);
    await expect(chooseReply(db, { ...chosen, reviewer: 'ben' })).rejects.toMatchObject({ code: 'conflict' });
    await expect(chooseReply(db, { ...chosen, message: 'c0-1', reviewer: 'ann' })).rejects.toMatchObject({ code: 'not_found' });
    await give(db, task, 'ann');
    await expect(chooseReply(db, { ...chosen, reviewer: 'ann' })).rejects.toMatchObject({ code: 'conflict' });
    expect(await findReviewedReplies(db, { asOf: now })).toEqual([]);
  });

  it('are shown to whoever wrote the replies once somebody has said who that is', async () => {
    const { db } = await open(openStore);
    await expect(saveOwner(db, 'nobody', 'Ann')).rejects.toMatchObject({ code: 'not_found' });
    const stamp = new Date(now);
    await db.query
      .insert(db.tables.user)
      .values({ id: 'u1', name: 'Ann K.', email: 'ann@example.com', createdAt: stamp, updatedAt: stamp });
    await expect(saveOwner(db, 'u1', 'Zoe')).rejects.toMatchObject({ code: 'not_found' });
    await saveOwner(db, 'u1', 'Ann');
    expect(await findOwnStaff(db, 'u1')).toEqual({ agent: 'Ann', keys: [expect.any(String)] });
    await saveOwner(db, 'u1', null);
    expect(await findOwnStaff(db, 'u1')).toBeNull();
  });

  it('go with the demo company', async () => {
    const { db, id } = await open(openStore, { isDemo: true });
    const [task] = await lend(db, id, 'ann', 1);
    await give(db, task, 'ann');
    await removeDemo(db);
    expect([await findRounds(db), await findReviewList(db, { limit: 9 })]).toEqual([[], []]);
  });
});
