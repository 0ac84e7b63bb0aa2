// Groups everything anew: issues keep their ids by the conversations they share, edits of people stay, splits and merges are listed.

import type { Db } from '#db/dialect/db.ts';
import { lockChanges } from '#db/dialect/lock-changes.ts';
import { inTransaction } from '#db/dialect/transaction.ts';
import type { Issue, IssueMember } from '#db/model/issue.ts';
import type { Regrouped, RegroupStep } from '#db/model/issue-desk.ts';
import { adoptFaq } from '#db/store/faq.ts';
import { findGroupable, findPlacedTexts, savePlacements } from '#db/store/issue-members.ts';
import { adoptTicket } from '#db/store/issue-tickets.ts';
import { addIssue, changeIssue, findIssueLabels, findIssues, nextIssueId, saveIssueEdit } from '#db/store/issues.ts';
import { seededRandom } from '../learn/seeded.ts';
import { fewestCustomers, newIssue } from './bear-issues.ts';
import { type Centre, centreOf, likenessTo, packCentre } from './centres.ts';
import { describeGroup, type Spoken } from './describe-group.ts';
import { groupMessages, leastLikeness } from './group-messages.ts';
import { type Matched, type Matching, matchGroups } from './match-groups.ts';
import type { Point } from './message-space.ts';
import { type PlacingParts, placeNew } from './place-new.ts';
import { openPlacer } from './placer.ts';

type Read = { readonly member: IssueMember; readonly point: Point | null; readonly text: string; readonly language: string };
type Group = { readonly reads: readonly Read[]; readonly centre: Centre };
type Settled = Group & { readonly issueId: string; readonly isNew: boolean; readonly from: string | null };

const sample = 3000;
const slice = 2000;

/** Ends a transaction whose work is only to be looked at. */
class LookedAt extends Error {
  readonly result: Regrouped;
  constructor(result: Regrouped) {
    super('a preview keeps nothing');
    this.result = result;
  }
}

export type OnRegroup = (step: RegroupStep, done: number, total: number) => void;

/** With `isPreview` everything is worked out as it would be, in a transaction that is taken back. */
export async function regroup(parts: PlacingParts, onProgress: OnRegroup, { isPreview = false } = {}): Promise<Regrouped> {
  await placeNew(parts, { bearing: false });
  const reads = await readAll(parts, onProgress);
  onProgress('grouping', 0, reads.length);
  const machine = reads.filter(({ member }) => member.placedBy === 'machine');
  const groups = groupsOf(machine);
  const issues = await findIssues(parts.db);
  const numberOf = new Map(groups.flatMap(({ reads: own }, group) => own.map(({ member }) => [member.conversationId, group] as const)));
  const old = machine.map(({ member }) => ({ group: numberOf.get(member.conversationId) ?? null, issueId: member.issueId }));
  const joined = new Set(issues.filter(({ centres }) => centres.length > 1).map(({ id }) => id));
  const matching = matchGroups(old, groups.length, joined);
  onProgress('writing', 0, reads.length);
  try {
    return await inTransaction(parts.db, async (tx) => {
      await lockChanges(tx);
      const result = await write(parts, tx, { reads, machine, groups, issues, matching });
      if (isPreview) throw new LookedAt(result);
      return result;
    });
  } catch (error) {
    if (error instanceof LookedAt) return error.result;
    throw error;
  }
}

type Found = {
  readonly reads: readonly Read[];
  readonly machine: readonly Read[];
  readonly groups: readonly Group[];
  readonly issues: readonly Issue[];
  readonly matching: Matching;
};

async function write(parts: PlacingParts, tx: Db, { reads, machine, groups, issues, matching }: Found): Promise<Regrouped> {
  const settled = await settle(tx, groups, matching.groups);
  await writeIssues(parts, tx, { settled, issues });
  const goneTo = new Map(
    [...matching.gone].map(([issueId, group]) => [issueId, group === null ? null : (settled[group]?.issueId ?? null)]),
  );
  const merges = await closeGone(tx, { issues, goneTo, reads, now: parts.clock() });
  const moved = await writeMembers(parts, tx, { settled, machine });
  const born = settled.filter(({ isNew }) => isNew).map(({ issueId }) => issueId);
  const splits = settled.flatMap(({ isNew, from, issueId }) => (isNew && from !== null ? [{ from, into: issueId }] : []));
  const faded = [...goneTo].filter(([id, to]) => to === null && !merges.some(({ from }) => from === id)).map(([id]) => id);
  const told = new Set([...born, ...faded, ...[...splits, ...merges].flatMap(({ from, into }) => [from, into])]);
  const labels = Object.fromEntries([...(await findIssueLabels(tx))].filter(([id]) => told.has(id)));
  return {
    conversations: reads.length,
    issues: new Set(settled.map(({ issueId }) => issueId)).size,
    moved,
    born,
    splits,
    merges,
    faded,
    labels,
  };
}

async function readAll({ db, space }: PlacingParts, onProgress: OnRegroup): Promise<Read[]> {
  const members = await findGroupable(db);
  const reads: Read[] = [];
  for (let at = 0; at < members.length; at += slice) {
    const some = members.slice(at, at + slice);
    const texts = await findPlacedTexts(
      db,
      some.map(({ conversationId }) => conversationId),
    );
    for (const member of some) {
      const { body, language } = texts.get(member.conversationId) ?? { body: '', language: '' };
      reads.push({ member, text: body, language, point: body === '' ? null : space.place(body) });
    }
    onProgress('reading', at + some.length, members.length);
  }
  return reads;
}

/** Groups of enough customers, largest first. */
function groupsOf(reads: readonly Read[]): Group[] {
  const numbers = groupMessages(
    reads.map(({ point }) => point),
    { leastLikeness, sample, random: seededRandom(1) },
  );
  const byNumber = new Map<number, Read[]>();
  reads.forEach((read, at) => {
    const list = byNumber.get(numbers[at] ?? 0);
    if (list === undefined) byNumber.set(numbers[at] ?? 0, [read]);
    else list.push(read);
  });
  return [...byNumber.values()]
    .filter((list) => list.some(({ point }) => point !== null) && new Set(list.map(({ member }) => member.voice)).size >= fewestCustomers)
    .sort((a, b) => b.length - a.length)
    .map((list) => ({ reads: list, centre: centreOf(list.flatMap(({ point }) => point ?? [])) }));
}

async function settle(tx: Db, groups: readonly Group[], matched: readonly Matched[]): Promise<Settled[]> {
  const settled: Settled[] = [];
  for (const [at, group] of groups.entries()) {
    const { issueId, from } = matched[at] ?? { issueId: null, from: null };
    settled.push({ ...group, issueId: issueId ?? (await nextIssueId(tx)), isNew: issueId === null, from });
  }
  return settled;
}

type Writing = { readonly settled: readonly Settled[]; readonly issues: readonly Issue[] };

async function writeIssues({ space, clock }: PlacingParts, tx: Db, { settled, issues }: Writing): Promise<void> {
  const now = clock();
  const known = new Map(issues.map((issue) => [issue.id, issue]));
  const byIssue = new Map<string, Settled[]>();
  for (const group of settled) byIssue.set(group.issueId, [...(byIssue.get(group.issueId) ?? []), group]);
  for (const [id, groups] of byIssue) {
    const [first] = groups;
    if (first === undefined) continue;
    const described = describeGroup(first.reads.flatMap(toSpoken), first.centre, space);
    const issue = known.get(id);
    if (issue === undefined) {
      await addIssue(tx, newIssue(id, { described, centre: packCentre(first.centre), now }));
      await saveIssueEdit(tx, {
        issueId: id,
        at: now,
        actor: 'machine',
        action: 'born',
        details: { conversations: first.reads.length, from: first.from },
      });
      continue;
    }
    const words =
      issue.labelBy === 'person' ? { exemplars: [...described.exemplars] } : { ...described, exemplars: [...described.exemplars] };
    // What people taught follows the machine's own centre and is kept.
    const centres = [
      packCentre(first.centre),
      ...groups.slice(1).map(({ centre }) => packCentre(centre)),
      ...issue.centres.slice(groups.length),
    ];
    await changeIssue(tx, id, { ...words, centres, updatedAt: now });
  }
}

function toSpoken({ member, point, text, language }: Read): Spoken[] {
  return point === null || member.message === null
    ? []
    : [{ conversationId: member.conversationId, message: member.message, text, language, point }];
}

type Closing = {
  readonly issues: readonly Issue[];
  readonly goneTo: ReadonlyMap<string, string | null>;
  readonly reads: readonly Read[];
  readonly now: number;
};

/** Issues that were taken up by another are merged into it, unless a person holds something in them. */
async function closeGone(tx: Db, { issues, goneTo, reads, now }: Closing): Promise<{ from: string; into: string }[]> {
  const held = new Set(reads.flatMap(({ member }) => (member.placedBy === 'person' ? (member.issueId ?? []) : [])));
  const merges: { from: string; into: string }[] = [];
  for (const { id, labelBy, state, isIgnored } of issues) {
    const into = goneTo.get(id) ?? null;
    if (into === null || into === id || held.has(id) || labelBy === 'person' || state !== 'new' || isIgnored) continue;
    await changeIssue(tx, id, { mergedInto: into, updatedAt: now });
    await adoptFaq(tx, id, into);
    await adoptTicket(tx, id, into);
    for (const issueId of [id, into])
      await saveIssueEdit(tx, { issueId, at: now, actor: 'machine', action: 'merged', details: { from: id, into } });
    merges.push({ from: id, into });
  }
  return merges;
}

type Members = { readonly settled: readonly Settled[]; readonly machine: readonly Read[] };

/** Where people taught, their word comes before the grouping. Gives how many conversations have another issue now. */
async function writeMembers({ space, clock }: PlacingParts, tx: Db, { settled, machine }: Members): Promise<number> {
  const issues = await findIssues(tx);
  const taught = new Set(issues.filter(({ centres, repelled }) => centres.length > 1 || repelled.length > 0).map(({ id }) => id));
  const placer = openPlacer(issues, space.size);
  const groupOf = new Map(settled.flatMap((group) => group.reads.map(({ member }) => [member.conversationId, group] as const)));
  const now = clock();
  const members = machine.map(({ member, point }): IssueMember => {
    if (point === null) return { ...member, issueId: null, score: null, apart: 'empty', placedAt: now };
    const group = groupOf.get(member.conversationId);
    const own = group === undefined ? null : { issueId: group.issueId, score: likenessTo(point, group.centre) };
    const isHeard = own === null || taught.size > 0;
    const found = isHeard ? placer.place(point) : null;
    const isTaught = taught.has(found?.issueId ?? '') || taught.has(own?.issueId ?? '');
    const placement = own === null || isTaught ? found : own;
    if (placement === null) return { ...member, issueId: null, score: null, apart: 'alone', placedAt: now };
    return { ...member, ...placement, apart: null, placedAt: now };
  });
  for (let at = 0; at < members.length; at += slice) await savePlacements(tx, members.slice(at, at + slice));
  return members.filter(({ issueId }, at) => issueId !== (machine[at]?.member.issueId ?? null)).length;
}
