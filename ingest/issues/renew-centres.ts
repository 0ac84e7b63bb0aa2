// Moves the centres of issues into another space of messages, when an update of the program brings one, by what their members say.
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import { lockChanges } from '#db/dialect/lock-changes.ts';
import { inTransaction } from '#db/dialect/transaction.ts';
import type { Issue, IssueMember } from '#db/model/issue.ts';
import { groupBy } from '#db/store/group-by.ts';
import { findGroupable, findPlacedTexts } from '#db/store/issue-members.ts';
import { changeIssue, findIssues } from '#db/store/issues.ts';
import { findSetting, saveSetting } from '#db/store/setting-values.ts';
import { seededRandom } from '../learn/seeded.ts';
import { type Centre, centreOf, isTaughtPacked, mostTaught, packCentre } from './centres.ts';
import { groupMessages, leastLikeness } from './group-messages.ts';
import type { MessageSpace, Point } from './message-space.ts';
import { indexCentres } from './nearest-centre.ts';
import type { PlacingParts } from './place-new.ts';

const key = 'issue-space';
const slice = 200;
const sample = 1000;

type Read = { readonly member: IssueMember; readonly point: Point };
type Renewed = Pick<Issue, 'centres' | 'repelled'>;

/**
 * Does nothing where the centres are of this space already. Else the machine's centre becomes the mean of what it placed, each message
 * that a person moved teaches again, and an issue that was merged out of several keeps as many centres as it had. From where a message
 * was moved is not kept: it is held against the issue that it would be placed with otherwise. Gives how many issues were renewed.
 */
export async function renewCentres(parts: PlacingParts, signal?: AbortSignal): Promise<number> {
  const { db, space, clock } = parts;
  for (;;) {
    if (z.string().safeParse(await findSetting(db, key)).data === space.version) return 0;
    const issues = await findIssues(db);
    const renewed = renew(issues, issues.length === 0 ? [] : await readMembers(parts, signal), space);
    const isWritten = await inTransaction(db, async (tx) => {
      await lockChanges(tx);
      const now = await findIssues(tx);
      // Somebody edited an issue while the messages were read: what they taught must not be written over.
      if (JSON.stringify(now) !== JSON.stringify(issues)) return false;
      for (const [id, change] of renewed) await changeIssue(tx, id, { ...change, updatedAt: clock() });
      await saveSetting(tx, key, space.version);
      return true;
    });
    if (isWritten) return renewed.size;
  }
}

async function readMembers({ db, space }: PlacingParts, signal?: AbortSignal): Promise<Read[]> {
  const members = await findGroupable(db);
  const reads: Read[] = [];
  for (let at = 0; at < members.length; at += slice) {
    signal?.throwIfAborted();
    const some = members.slice(at, at + slice);
    const texts = await findPlacedTexts(
      db,
      some.map(({ conversationId }) => conversationId),
    );
    for (const member of some) {
      const point = space.place(texts.get(member.conversationId)?.body ?? '');
      if (point !== null) reads.push({ member, point });
    }
    await setImmediate();
  }
  return reads;
}

function renew(issues: readonly Issue[], reads: readonly Read[], { size }: MessageSpace): Map<string, Renewed> {
  const byIssue = groupBy(reads, ({ member }) => member.issueId ?? '');
  const moved = reads.filter(({ member }) => member.placedBy === 'person').sort((a, b) => a.member.placedAt - b.member.placedAt);
  const means = issues.map((issue) => meansOf(issue, byIssue.get(issue.id) ?? []));
  const index = indexCentres(
    means.map(([first = centreOf([])]) => first),
    size,
  );
  const against = groupBy(moved, ({ member, point }) => {
    const nearest = index.nearest(point, leastLikeness, (at) => issues[at]?.id === member.issueId || means[at]?.length === 0);
    return nearest === null ? '' : (issues[nearest.index]?.id ?? '');
  });
  const packed = (some: readonly Read[]) => some.slice(-mostTaught).map(({ point }) => packCentre(centreOf([point])));
  return new Map(
    issues.map(({ id }, at) => {
      const taught = packed(moved.filter(({ member }) => member.issueId === id));
      return [id, { centres: [...(means[at] ?? []).map(packCentre), ...taught], repelled: packed(against.get(id) ?? []) }];
    }),
  );
}

/** As many means as the issue had, largest groups first; none where nothing of it can be read any more. */
function meansOf({ centres }: Issue, reads: readonly Read[]): Centre[] {
  const machine = reads.filter(({ member }) => member.placedBy === 'machine');
  const points = (machine.length > 0 ? machine : reads).map(({ point }) => point);
  const had = Math.max(1, centres.filter((one) => !isTaughtPacked(one)).length);
  if (points.length === 0) return [];
  if (had === 1) return [centreOf(points)];
  const numbers = groupMessages(points, { leastLikeness, sample, random: seededRandom(1) });
  const groups = groupBy(
    points.map((point, at) => ({ point, number: numbers[at] ?? 0 })),
    ({ number }) => number,
  );
  return [...groups.values()]
    .sort((a, b) => b.length - a.length)
    .slice(0, had)
    .map((group) => centreOf(group.map(({ point }) => point)));
}
