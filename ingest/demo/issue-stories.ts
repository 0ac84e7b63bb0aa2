// What the demo company did about its issues: one was born with a bad release, taken up, fixed and told; two are on their way.

import type { Db } from '#db/dialect/db.ts';
import { inTransaction } from '#db/dialect/transaction.ts';
import { day, hour, type Instant } from '#db/model/instant.ts';
import type { IssueState } from '#db/model/issue.ts';
import { findEvents } from '#db/store/events.ts';
import { findToTell, markTold, touchIssue } from '#db/store/issue-loop.ts';
import { findMembers } from '#db/store/issue-members.ts';
import { backdateIssue, changeIssue, findIssues, saveIssueEdit } from '#db/store/issues.ts';

const actor = 'demo';
/** Fewer conversations, or hardly more than before, are no story. */
const fewest = 20;
const leastGrowth = 2;
/** One customer in eight had left no way to be answered. */
const unreachable = 8;

type Grown = { readonly id: string; readonly during: number; readonly before: number; readonly naming: number };

/** The issue that grew while a release was out and not repaired, and whose customers name that release most. */
async function bornWith(
  db: Db,
  { from, to, release }: { readonly from: Instant; readonly to: Instant; readonly release: string },
): Promise<Grown | null> {
  const grown: Grown[] = [];
  for (const { id } of await findIssues(db)) {
    const members = await findMembers(db, id);
    const within = (start: Instant, end: Instant) =>
      members.filter(({ arrivedAt }) => arrivedAt !== null && arrivedAt >= start && arrivedAt < end);
    const during = within(from, to);
    const naming = during.filter(({ version }) => version?.startsWith(release) === true).length;
    grown.push({ id, during: during.length, before: within(from - (to - from), from).length, naming });
  }
  return (
    grown.filter(({ during, before }) => during >= fewest && during > leastGrowth * before).sort((a, b) => b.naming - a.naming)[0] ?? null
  );
}

async function step(db: Db, issueId: string, { to, at }: { readonly to: IssueState; readonly at: Instant }): Promise<void> {
  await changeIssue(db, issueId, { state: to, stateAt: at, updatedAt: at });
  await saveIssueEdit(db, { issueId, at, actor, action: 'state', details: { to } });
}

async function tellBadRelease(
  tx: Db,
  issueId: string,
  { bad, repair }: { readonly bad: Instant; readonly repair: Instant },
): Promise<void> {
  const noticedAt = bad + 30 * hour;
  const owner = '林晓';
  const link = 'https://github.com/larkfold/wallet-app/issues/2318';
  await backdateIssue(tx, issueId, noticedAt);
  await changeIssue(tx, issueId, {
    owner,
    targetDay: new Date(repair).toISOString().slice(0, 10),
    link,
    fixedIn: '7.4.2',
    fixedAt: repair,
  });
  await saveIssueEdit(tx, { issueId, at: noticedAt + 3 * hour, actor, action: 'owner', details: { owner } });
  await step(tx, issueId, { to: 'accepted', at: noticedAt + 3 * hour });
  await saveIssueEdit(tx, { issueId, at: noticedAt + 20 * hour, actor, action: 'link', details: { link } });
  await step(tx, issueId, { to: 'with-product', at: noticedAt + 20 * hour });
  await step(tx, issueId, { to: 'fixed', at: repair });
  await saveIssueEdit(tx, { issueId, at: repair, actor, action: 'fixed', details: { version: '7.4.2', at: repair } });
  const customers = await findToTell(tx, { id: issueId, fixedAt: repair });
  const reached = customers.filter((_, at) => at % unreachable !== 0).map(({ conversationId }) => conversationId);
  const toldAt = repair + 2 * day;
  const conversations = await markTold(tx, issueId, { conversations: reached, at: toldAt });
  await saveIssueEdit(tx, { issueId, at: toldAt, actor, action: 'told', details: { conversations } });
  await step(tx, issueId, { to: 'watched', at: toldAt + day });
  await touchIssue(tx, issueId);
}

/** Tells the stories of a seeded demo that has its issues; does nothing where the bad release lies outside of it. */
export async function tellIssueStories(db: Db, now: Instant): Promise<void> {
  const events = await findEvents(db, null, ['release']);
  const at = (label: string) => events.find((event) => event.label === label)?.fromAt ?? null;
  const [bad, repair] = [at('App 7.4.0'), at('App 7.4.2')];
  if (bad === null || repair === null) return;
  const born = await bornWith(db, { from: bad, to: repair, release: '7.4' });
  if (born === null) return;
  const others = (await findIssues(db)).filter(({ id }) => id !== born.id).slice(0, 2);
  await inTransaction(db, async (tx) => {
    await tellBadRelease(tx, born.id, { bad, repair });
    for (const [nth, { id }] of others.entries()) {
      const to = nth === 0 ? ('with-product' as const) : ('accepted' as const);
      const targetDay = new Date(now + (nth === 0 ? -3 : 12) * day).toISOString().slice(0, 10);
      await backdateIssue(tx, id, now - 20 * day);
      await changeIssue(tx, id, { owner: nth === 0 ? 'Jonas Weber' : '林晓', targetDay });
      await step(tx, id, { to: 'accepted', at: now - 12 * day });
      if (to === 'with-product') await step(tx, id, { to, at: now - 9 * day });
    }
  });
}
