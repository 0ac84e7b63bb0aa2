// The desk of issues: edits of people, written down and learned from, and the placing of what is new.

import type { Db } from '#db/dialect/db.ts';
import { lockChanges } from '#db/dialect/lock-changes.ts';
import { inTransaction } from '#db/dialect/transaction.ts';
import { AppError, failureReason } from '#db/model/errors.ts';
import type { Instant } from '#db/model/instant.ts';
import type { Issue } from '#db/model/issue.ts';
import type { IssueDesk, IssueMove } from '#db/model/issue-desk.ts';
import { adoptFaq } from '#db/store/faq.ts';
import { findPlacedTexts, findPlacements, moveAllMembers, moveMembers } from '#db/store/issue-members.ts';
import { adoptTicket } from '#db/store/issue-tickets.ts';
import { addIssue, changeIssue, getIssue, nextIssueId, saveIssueEdit } from '#db/store/issues.ts';
import { newIssue } from './bear-issues.ts';
import { centreOf, mostTaught, packCentre } from './centres.ts';
import { describeGroup } from './describe-group.ts';
import type { MessageSpace } from './message-space.ts';
import { placeNew } from './place-new.ts';
import { regroup } from './regroup.ts';
import { openRegroupings, type RegroupRun } from './regrouping.ts';

export type IssueDeskParts = {
  readonly db: Db;
  /** Read when it is first needed. */
  readonly space: () => MessageSpace;
  readonly clock: () => Instant;
  readonly signal: AbortSignal;
  readonly onFailure?: ((reason: string) => void) | undefined;
  /** Groups everything anew elsewhere, such as in a thread; left out: here. */
  readonly regroupAway?: RegroupRun | undefined;
};

export type OpenIssues = IssueDesk & {
  /** Resolves when nothing is being placed any more. */
  readonly settled: () => Promise<void>;
};

export function openIssueDesk(parts: IssueDeskParts): OpenIssues {
  let running: Promise<void> | null = null;
  let lastPlacedAt: Instant | null = null;
  const here: RegroupRun = (order, onProgress) => regroup({ db: parts.db, space: parts.space(), clock: parts.clock }, onProgress, order);
  const regroupings = openRegroupings(parts.regroupAway ?? here, parts.clock, parts.onFailure);
  return {
    beginRegroup: regroupings.begin,
    regrouping: regroupings.state,
    move: (move) => inWrite(parts.db, (tx) => moveThem(parts, tx, move)),
    split: (issueId, split) => inWrite(parts.db, (tx) => splitOff(parts, tx, { issueId, ...split })),
    merge: (merge) => inWrite(parts.db, (tx) => mergeThem(parts, tx, merge)),
    placeNew: async () => {
      running ??= placeNew({ db: parts.db, space: parts.space(), clock: parts.clock }, { signal: parts.signal })
        .then(() => {
          lastPlacedAt = parts.clock();
        })
        .catch((error: unknown) => {
          if (!parts.signal.aborted) parts.onFailure?.(failureReason(error));
        })
        .finally(() => {
          running = null;
        });
      await running;
    },
    lastPlacedAt: () => lastPlacedAt,
    settled: async () => {
      await running;
      await regroupings.settled();
    },
  };
}

async function inWrite<T>(db: Db, work: (tx: Db) => Promise<T>): Promise<T> {
  return await inTransaction(db, async (tx) => {
    await lockChanges(tx);
    return await work(tx);
  });
}

/** What people taught: the newest stay. */
const lately = (taught: readonly string[]): string[] => taught.slice(-mostTaught);

async function moveThem({ space, clock }: IssueDeskParts, tx: Db, { conversations, to, actor }: IssueMove): Promise<void> {
  const now = clock();
  const placements = await findPlacements(tx, conversations);
  if (placements.size !== new Set(conversations).size) throw new AppError('not_found', 'some of these conversations were never placed');
  const target = to === null ? null : await getIssue(tx, to);
  const texts = await findPlacedTexts(tx, conversations);
  const moved = [...placements].filter(([, issueId]) => issueId !== (target?.id ?? null));
  const packed = new Map(
    moved.flatMap(([id]) => {
      const point = space().place(texts.get(id)?.body ?? '');
      return point === null ? [] : [[id, packCentre(centreOf([point]))] as const];
    }),
  );
  if (target !== null) await changeIssue(tx, target.id, { centres: taughtCentres(target, [...packed.values()]), updatedAt: now });
  for (const from of new Set(moved.flatMap(([, issueId]) => issueId ?? []))) {
    const origin = await getIssue(tx, from);
    const out = moved.flatMap(([id, issueId]) => (issueId === from ? (packed.get(id) ?? []) : []));
    await changeIssue(tx, origin.id, { repelled: lately([...origin.repelled, ...out]), updatedAt: now });
    await saveIssueEdit(tx, {
      issueId: origin.id,
      at: now,
      actor,
      action: 'moved',
      details: { conversations: out.length, to: target?.id ?? null },
    });
  }
  if (target !== null)
    await saveIssueEdit(tx, {
      issueId: target.id,
      at: now,
      actor,
      action: 'moved',
      details: { conversations: moved.length, to: target.id },
    });
  await moveMembers(tx, conversations, { issueId: target?.id ?? null, placedBy: 'person', now });
}

/** The machine's own centre stays in front. */
function taughtCentres({ centres }: Issue, added: readonly string[]): string[] {
  return [...centres.slice(0, 1), ...lately([...centres.slice(1), ...added])];
}

type Split = { readonly issueId: string; readonly conversations: readonly number[]; readonly label: string | null; readonly actor: string };

async function splitOff(parts: IssueDeskParts, tx: Db, { issueId, conversations, label, actor }: Split): Promise<string> {
  const { space, clock } = parts;
  const now = clock();
  const origin = await getIssue(tx, issueId);
  const placements = await findPlacements(tx, conversations);
  if (conversations.length === 0 || conversations.some((id) => placements.get(id) !== origin.id))
    throw new AppError('invalid', 'conversations: name some that belong to this issue');
  const texts = await findPlacedTexts(tx, conversations);
  const spoken = [...texts].flatMap(([conversationId, { body, message, language }]) => {
    const point = space().place(body);
    return point === null ? [] : [{ conversationId, message, text: body, language, point }];
  });
  if (spoken.length === 0) throw new AppError('invalid', 'conversations: none of them holds a text to go by');
  const centre = centreOf(spoken.map(({ point }) => point));
  const id = await nextIssueId(tx);
  const made = newIssue(id, { described: describeGroup(spoken, centre, space()), centre: packCentre(centre), now });
  await addIssue(tx, label === null ? made : { ...made, label, labelBy: 'person' });
  await moveThem(parts, tx, { conversations, to: id, actor });
  for (const subject of [id, origin.id])
    await saveIssueEdit(tx, {
      issueId: subject,
      at: now,
      actor,
      action: 'split',
      details: { from: origin.id, into: id, conversations: conversations.length },
    });
  return id;
}

type Merge = { readonly from: string; readonly into: string; readonly actor: string };

async function mergeThem({ clock }: IssueDeskParts, tx: Db, { from, into, actor }: Merge): Promise<void> {
  const now = clock();
  const [gone, kept] = [await getIssue(tx, from), await getIssue(tx, into)];
  if (gone.id === kept.id) throw new AppError('conflict', 'these are one issue already');
  const conversations = await moveAllMembers(tx, gone.id, kept.id);
  await changeIssue(tx, kept.id, {
    centres: taughtCentres(kept, gone.centres),
    repelled: lately([...kept.repelled, ...gone.repelled]),
    updatedAt: now,
  });
  await changeIssue(tx, gone.id, { mergedInto: kept.id, updatedAt: now });
  await adoptFaq(tx, gone.id, kept.id);
  await adoptTicket(tx, gone.id, kept.id);
  for (const issueId of [gone.id, kept.id])
    await saveIssueEdit(tx, { issueId, at: now, actor, action: 'merged', details: { from: gone.id, into: kept.id, conversations } });
}
