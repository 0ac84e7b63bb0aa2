// Places new and changed conversations with the issues, a bounded batch at a time, and finds issues that are being born.
import { setImmediate } from 'node:timers/promises';
import { z } from 'zod';
import type { Db } from '#db/dialect/db.ts';
import { lockChanges } from '#db/dialect/lock-changes.ts';
import { inTransaction } from '#db/dialect/transaction.ts';
import { day, type Instant } from '#db/model/instant.ts';
import type { IssueMember } from '#db/model/issue.ts';
import { findFirstPostings, findToPlace, type PlacingPosition, savePlacements, type ToPlace } from '#db/store/issue-members.ts';
import { findIssues } from '#db/store/issues.ts';
import { findSetting, saveSetting } from '#db/store/setting-values.ts';
import { eachInPortions, inTurns } from '../stages/portions.ts';
import { bearIssues } from './bear-issues.ts';
import { type Stated, statedMatter, voiceOf } from './issue-text.ts';
import type { MessageSpace } from './message-space.ts';
import { openPlacer, type Placer } from './placer.ts';
import { renewCentres } from './renew-centres.ts';

export type PlacingParts = { readonly db: Db; readonly space: MessageSpace; readonly clock: () => Instant };
export type Placed = { readonly placed: number; readonly alone: number; readonly born: readonly string[] };

const key = 'issue-placing';
const positionShape = z.object({ afterChange: z.number(), afterId: z.number() });
const batchSize = 100;
/** A complaint that is copied to another place is copied soon. */
const copiedWithin = 3 * day;

/** Categories that tell of no problem. */
const asides = new Set(['praise', 'spam']);

/** Places all that is new up to now; `bearing` false leaves new issues to a whole run. */
export async function placeNew(
  { db, space, clock }: PlacingParts,
  { bearing = true, signal }: { readonly bearing?: boolean; readonly signal?: AbortSignal } = {},
): Promise<Placed> {
  await renewCentres({ db, space, clock }, signal);
  const placer = openPlacer(await findIssues(db), space.size);
  let position: PlacingPosition = positionShape.safeParse(await findSetting(db, key)).data ?? { afterChange: 0, afterId: 0 };
  let placed = 0;
  let alone = 0;
  for (;;) {
    signal?.throwIfAborted();
    const batch = await findToPlace(db, position, batchSize);
    position = batch.position;
    const members = await placeBatch(db, batch.toPlace, { placer, space, now: clock() });
    placed += members.filter(({ issueId }) => issueId !== null).length;
    alone += members.filter(({ apart }) => apart === 'alone').length;
    await inTransaction(db, async (tx) => {
      await lockChanges(tx);
      await savePlacements(tx, members);
      await saveSetting(tx, key, position);
    });
    if (batch.isEnd) break;
    await setImmediate();
  }
  const born = bearing && alone > 0 ? await bearIssues({ db, space, clock }) : [];
  return { placed, alone, born };
}

type Placing = { readonly placer: Placer; readonly space: MessageSpace; readonly now: Instant };

const lengthOf = ({ messages }: ToPlace): number => messages.reduce((sum, { body }) => sum + (body?.length ?? 0), 0);

async function placeBatch(db: Db, toPlace: readonly ToPlace[], placing: Placing): Promise<IssueMember[]> {
  // Whoever asks the server something meanwhile is answered in between.
  const read = await inTurns(eachInPortions(toPlace, lengthOf, (conversation) => ({ conversation, stated: statedMatter(conversation) })));
  const hashes = read.flatMap(({ stated }) => stated?.textHash ?? []);
  const firsts = new Map(await findFirstPostings(db, [...new Set(hashes)]));
  const placeOne = ({ conversation, stated }: (typeof read)[number]): IssueMember => {
    const member = toMember(conversation, stated, placing);
    const first = member.textHash === null ? undefined : firsts.get(member.textHash);
    if (first === undefined || first.conversationId === member.conversationId) {
      if (member.textHash !== null && first === undefined) firsts.set(member.textHash, { ...member, channel: conversation.channel });
      return member;
    }
    const isNear = Math.abs((first.arrivedAt ?? 0) - (member.arrivedAt ?? 0)) <= copiedWithin;
    // Two customers who say the same in one place are two; the same words in two places are one complaint.
    const isElsewhere = first.channel !== conversation.channel || first.voice === member.voice;
    return isNear && isElsewhere ? { ...member, copyOf: first.conversationId, voice: first.voice } : member;
  };
  return await inTurns(eachInPortions(read, ({ stated }) => stated?.text.length ?? 0, placeOne));
}

function toMember(conversation: ToPlace, stated: Stated | null, { placer, space, now }: Placing): IssueMember {
  const { id, revision, arrivedAt, exclusion, category, kept } = conversation;
  const known = {
    conversationId: id,
    revision,
    arrivedAt,
    voice: voiceOf(conversation),
    copyOf: null,
    message: stated?.message ?? null,
    textHash: stated?.textHash ?? null,
    version: stated?.version ?? null,
    replies: stated?.replies ?? 0,
    toldAt: kept?.toldAt ?? null,
  };
  if (kept !== null)
    return { ...known, issueId: kept.issueId, apart: kept.apart, score: null, placedBy: 'person', placedAt: kept.placedAt };
  const machine = { ...known, placedBy: 'machine', placedAt: now } as const;
  const point = stated === null ? null : space.place(stated.text);
  if (point === null) return { ...machine, issueId: null, score: null, apart: 'empty' };
  if (exclusion !== null || asides.has(category ?? '')) return { ...machine, issueId: null, score: null, apart: 'aside' };
  const placement = placer.place(point);
  if (placement === null) return { ...machine, issueId: null, score: null, apart: 'alone' };
  return { ...machine, ...placement, apart: null };
}
