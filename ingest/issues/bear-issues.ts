// Finds issues that are being born: several customers who are like each other and like no issue that there is.

import { lockChanges } from '#db/dialect/lock-changes.ts';
import { inTransaction } from '#db/dialect/transaction.ts';
import { day, type Instant } from '#db/model/instant.ts';
import type { Issue, IssueMember } from '#db/model/issue.ts';
import { findMembers, findPlacedTexts, savePlacements } from '#db/store/issue-members.ts';
import { addIssue, nextIssueId, saveIssueEdit } from '#db/store/issues.ts';
import { seededRandom } from '../learn/seeded.ts';
import { centreOf, likenessTo, packCentre } from './centres.ts';
import { describeGroup, type Spoken } from './describe-group.ts';
import { groupMessages, leastLikeness } from './group-messages.ts';
import type { PlacingParts } from './place-new.ts';

/** Customers that make an issue of what they say; fewer may be chance. */
export const fewestCustomers = 5;
/** The newest lonely messages that are looked at: each is compared with each. */
const pool = 600;
const poolMs = 14 * day;

type Lonely = { readonly member: IssueMember; readonly spoken: Spoken };

/** Ids of the issues that were born. */
export async function bearIssues({ db, space, clock }: PlacingParts): Promise<string[]> {
  const newest = await findMembers(db, null, pool);
  const latest = newest[0]?.arrivedAt ?? 0;
  const members = newest.filter(({ arrivedAt }) => arrivedAt !== null && arrivedAt >= latest - poolMs);
  const texts = await findPlacedTexts(
    db,
    members.map(({ conversationId }) => conversationId),
  );
  const points = members.map(({ conversationId }) => {
    const text = texts.get(conversationId);
    return text === undefined ? null : space.place(text.body);
  });
  const groups = groupMessages(points, { leastLikeness, sample: pool, random: seededRandom(1) });
  const byGroup = new Map<number, Lonely[]>();
  members.forEach((member, at) => {
    const [point, text] = [points[at], texts.get(member.conversationId)];
    if (point === null || point === undefined || text === undefined || member.message === null) return;
    const spoken = { conversationId: member.conversationId, message: member.message, text: text.body, language: text.language, point };
    byGroup.set(groups[at] ?? 0, [...(byGroup.get(groups[at] ?? 0) ?? []), { member, spoken }]);
  });
  const born: string[] = [];
  for (const group of byGroup.values()) {
    if (new Set(group.map(({ member }) => member.voice)).size < fewestCustomers) continue;
    born.push(await bear({ db, space, clock }, group));
  }
  return born;
}

async function bear({ db, space, clock }: PlacingParts, group: readonly Lonely[]): Promise<string> {
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
