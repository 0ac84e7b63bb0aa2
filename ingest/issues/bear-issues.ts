// Finds issues that are being born: several customers who are like each other and like no issue that there is.

import { lockChanges } from '#db/dialect/lock-changes.ts';
import { inTransaction } from '#db/dialect/transaction.ts';
import { day, type Instant } from '#db/model/instant.ts';
import type { Issue, IssueMember } from '#db/model/issue.ts';
import { groupBy } from '#db/store/group-by.ts';
import { findMembers, findPlacedSince, findPlacedTexts, savePlacements } from '#db/store/issue-members.ts';
import { addIssue, nextIssueId, saveIssueEdit } from '#db/store/issues.ts';
import { seededRandom } from '../learn/seeded.ts';
import { type Centre, centreOf, likenessTo, packCentre } from './centres.ts';
import { describeGroup, type Spoken } from './describe-group.ts';
import { groupMessages, leastLikeness } from './group-messages.ts';
import type { Point } from './message-space.ts';
import type { PlacingParts } from './place-new.ts';

/** Customers that make an issue of what they say; fewer may be chance. */
export const fewestCustomers = 5;
/** The newest lonely messages that are looked at: each is compared with each. */
const pool = 600;
const poolMs = 14 * day;

/**
 * So many customers who are like no issue begin one together with those who were placed elsewhere and are nearer to them: of five
 * customers with a new problem often one has words that an old issue is near to, and waiting for a fifth lonely one costs a day.
 */
export const fewestLonely = 3;
export const drawnMs = 2 * day;

type Heard = { readonly member: IssueMember; readonly spoken: Spoken };

const voicesOf = (heard: readonly Heard[]): number => new Set(heard.map(({ member }) => member.voice)).size;

/** Ids of the issues that were born. */
export async function bearIssues(parts: PlacingParts): Promise<string[]> {
  const { db, space } = parts;
  const newest = await findMembers(db, null, pool);
  const latest = newest[0]?.arrivedAt ?? 0;
  const lonely = await hear(
    parts,
    newest.filter(({ arrivedAt }) => arrivedAt !== null && arrivedAt >= latest - poolMs),
  );
  const groups = groupMessages(
    lonely.map(({ spoken }) => spoken.point),
    { leastLikeness, sample: pool, random: seededRandom(1) },
  );
  const byGroup = groupBy(
    lonely.map((heard, at) => ({ heard, group: groups[at] ?? 0 })),
    ({ group }) => group,
  );
  const candidates = [...byGroup.values()]
    .map((group) => group.map(({ heard }) => heard))
    .filter((group) => voicesOf(group) >= fewestLonely);
  if (candidates.length === 0) return [];
  const placed = await hear({ db, space }, await findPlacedSince(db, latest - drawnMs, pool));
  const drawn = new Set<number>();
  const born: string[] = [];
  for (const group of candidates) {
    const near = drawnTo(
      group,
      placed.filter(({ member }) => !drawn.has(member.conversationId)),
    );
    if (voicesOf([...group, ...near]) < fewestCustomers) continue;
    for (const { member } of near) drawn.add(member.conversationId);
    born.push(await bear(parts, [...group, ...near]));
  }
  return born;
}

/** Members with what they say and where that lies; those without a text that can be read are left out. */
async function hear({ db, space }: Pick<PlacingParts, 'db' | 'space'>, members: readonly IssueMember[]): Promise<Heard[]> {
  const texts = await findPlacedTexts(
    db,
    members.map(({ conversationId }) => conversationId),
  );
  return members.flatMap((member) => {
    const text = texts.get(member.conversationId);
    const point = text === undefined ? null : space.place(text.body);
    if (text === undefined || point === null || member.message === null) return [];
    const { conversationId, message } = member;
    return [{ member, spoken: { conversationId, message, text: text.body, language: text.language, point } }];
  });
}

/** Whether a message that was placed with an issue, as like it as its score, is nearer to this middle of a group that has none. */
export function isDrawn({ point, score }: { readonly point: Point; readonly score: number | null }, centre: Centre): boolean {
  const likeness = likenessTo(point, centre);
  return likeness >= leastLikeness && likeness > (score ?? 1);
}

function drawnTo(group: readonly Heard[], placed: readonly Heard[]): Heard[] {
  const centre = centreOf(group.map(({ spoken }) => spoken.point));
  return placed.filter(({ member, spoken }) => isDrawn({ point: spoken.point, score: member.score }, centre));
}

async function bear({ db, space, clock }: PlacingParts, group: readonly Heard[]): Promise<string> {
  const now = clock();
  return await inTransaction(db, async (tx) => {
    await lockChanges(tx);
    const spoken = group.map((one) => one.spoken);
    const centre = centreOf(spoken.map(({ point }) => point));
    const id = await nextIssueId(tx);
    await addIssue(tx, newIssue(id, { described: describeGroup(spoken, centre, space), centre: packCentre(centre), now }));
    await saveIssueEdit(tx, { issueId: id, at: now, actor: 'machine', action: 'born', details: { conversations: group.length } });
    await savePlacements(
      tx,
      group.map((one) => ({ ...one.member, issueId: id, score: likenessTo(one.spoken.point, centre), apart: null, placedAt: now })),
    );
    return id;
  });
}

type Newborn = { readonly described: ReturnType<typeof describeGroup>; readonly centre: string; readonly now: Instant };

/** An issue that nobody has touched yet. */
export function newIssue(id: string, { described, centre, now }: Newborn): Issue {
  return {
    id,
    ...described,
    labelBy: 'machine',
    centres: [centre],
    repelled: [],
    isIgnored: false,
    mergedInto: null,
    state: 'new',
    stateAt: now,
    owner: null,
    targetDay: null,
    link: null,
    fixedIn: null,
    fixedAt: null,
    bornAt: now,
    updatedAt: now,
  };
}
