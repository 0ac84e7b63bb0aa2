// Finds issues that are being born: several customers who are like each other and like no issue that there is.

import { lockChanges } from '#db/dialect/lock-changes.ts';
import { inTransaction } from '#db/dialect/transaction.ts';
import { day, type Instant } from '#db/model/instant.ts';
import type { Issue, IssueMember } from '#db/model/issue.ts';
import { groupBy } from '#db/store/group-by.ts';
import { findMembers, findPlacedSince, findPlacedTexts, savePlacements } from '#db/store/issue-members.ts';
import { addIssue, nextIssueId, saveIssueEdit } from '#db/store/issues.ts';
import { seededRandom } from '../learn/seeded.ts';
import { eachInPortions, inTurns } from '../stages/portions.ts';
import { type Centre, centreOf, likenessTo, packCentre } from './centres.ts';
import { describeGroup, type Spoken } from './describe-group.ts';
import { groupMessages, leastLikeness } from './group-messages.ts';
import type { Point } from './message-space.ts';
import type { PlacingParts } from './place-new.ts';

/** Customers that make an issue of what was said over a long time; fewer may be chance. */
export const fewestCustomers = 5;
/** Within days fewer are enough: of five customers with a new problem one is often read as an old one. */
const fewestNewborn = 3;
/** The newest lonely messages that are looked at: each is compared with each. */
const pool = 600;
const poolMs = 14 * day;

/**
 * So many customers who are like no issue begin one together with those who were placed elsewhere and are nearer to them: customers with
 * a new problem often have words that an old issue is near to, and waiting for more lonely ones costs a day.
 */
export const fewestLonely = 2;
export const drawnMs = 2 * day;
const mostRounds = 3;

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
    if (voicesOf([...group, ...near]) < fewestNewborn) continue;
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
  const lengthOf = ({ conversationId }: IssueMember): number => texts.get(conversationId)?.body.length ?? 0;
  const hearOne = (member: IssueMember): Heard[] => {
    const text = texts.get(member.conversationId);
    const point = text === undefined ? null : space.place(text.body);
    if (text === undefined || point === null || member.message === null) return [];
    const { conversationId, message } = member;
    return [{ member, spoken: { conversationId, message, text: text.body, language: text.language, point } }];
  };
  return (await inTurns(eachInPortions(members, lengthOf, hearOne))).flat();
}

type Drawable = { readonly point: Point; readonly score: number | null };

/** Whether a message that was placed with an issue, as like it as its score, is nearer to this middle of a group that has none. */
function isDrawn({ point, score }: Drawable, centre: Centre): boolean {
  const likeness = likenessTo(point, centre);
  return likeness >= leastLikeness && likeness > (score ?? 1);
}

/** The placed messages that are drawn to a group; whoever joins moves its middle, which may draw more. */
export function drawTo<One extends Drawable>(points: readonly Point[], placed: readonly One[]): One[] {
  let drawn: One[] = [];
  for (let round = 0; round < mostRounds; round += 1) {
    const centre = centreOf([...points, ...drawn.map(({ point }) => point)]);
    const next = placed.filter((one) => isDrawn(one, centre));
    if (next.length <= drawn.length) break;
    drawn = next;
  }
  return drawn;
}

function drawnTo(group: readonly Heard[], placed: readonly Heard[]): Heard[] {
  return drawTo(
    group.map(({ spoken }) => spoken.point),
    placed.map((heard) => ({ heard, point: heard.spoken.point, score: heard.member.score })),
  ).map(({ heard }) => heard);
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
