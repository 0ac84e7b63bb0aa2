// One page of a source written to the store, inside a transaction.
import { eq } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { inList } from '../dialect/in-list.ts';
import { lockChanges } from '../dialect/lock-changes.ts';
import { openRest, type Rest } from '../dialect/rest.ts';
import { changeSearch } from '../dialect/search.ts';
import { insertRows, updateRows } from '../dialect/write-rows.ts';
import type { IncomingConversation } from '../model/conversation.ts';
import { AppError } from '../model/errors.ts';
import type { ScoredConversation } from '../model/scored.ts';
import { takeNumbers } from './change-state.ts';
import { toSignRows } from './complaint-rows.ts';
import { contentHash } from './content-hash.ts';
import { saveCursor } from './cursors.ts';
import { resolveDeadLetters, saveDeadLetters } from './dead-letters.ts';
import { deriveComplaints, markChanged } from './derive-complaints.ts';
import type { ConversationRow, DerivedRows } from './derived-rows.ts';
import { getFactSettings } from './fact-settings.ts';
import {
  toBareMessages,
  toMentionRows,
  toRatingRows,
  toStaffNames,
  toStatusChangeRows,
  toStatusChanges,
  toStorable,
  toTypedColumns,
} from './incoming-rows.ts';
import { type Draft, deriveDrafts } from './merged-records.ts';
import { ChangedMeanwhile, type Page, type SavedCounts } from './page.ts';
import { findRatingComments } from './rating-comments.ts';
import { toScoreRows } from './score-rows.ts';
import { toSearchEntry } from './search-entries.ts';
import { moveTally } from './source-tally.ts';
import { addStaff } from './staff.ts';
import { findMergedFirst, findMessages, findRows } from './stored-conversations.ts';
import { rederiveSurvivors } from './written-facts.ts';

type Incoming = IncomingConversation | ScoredConversation;
type Arrival = { readonly incoming: Incoming; readonly hash: string; readonly known: ConversationRow | null };
type Saved = Draft & { readonly incoming: Incoming; readonly known: ConversationRow | null };

export async function savePage(tx: Db, page: Page): Promise<SavedCounts> {
  const { sourceId, now } = page;
  await lockChanges(tx);
  await requireSource(tx, sourceId);
  const rest = openRest();
  const arrivals = await toArrivals(tx, page, rest);
  const fresh = arrivals.filter(({ known }) => known === null);
  const changed = arrivals.filter(({ known, hash }) => known !== null && known.contentHash !== hash);
  if (page.refusesUnscored && [...fresh, ...changed].some(({ incoming }) => !('scorer' in incoming))) throw new ChangedMeanwhile();
  if (fresh.length + changed.length > 0) await write(tx, page, [...fresh, ...changed], rest);
  await resolveDeadLetters(tx, sourceId, [...arrivals.map(({ incoming }) => incoming.externalId), ...(page.closes ?? [])], now);
  if (page.deadLetters !== undefined && page.deadLetters.length > 0) await saveDeadLetters(tx, sourceId, page.deadLetters, now);
  if (page.cursor !== undefined) await saveCursor(tx, sourceId, page.cursor, now);
  const saved = { inserted: fresh.length, updated: changed.length, unchanged: arrivals.length - fresh.length - changed.length };
  await page.alongside?.(tx, saved);
  return saved;
}

async function requireSource(tx: Db, sourceId: string): Promise<void> {
  const { source } = tx.tables;
  const [found] = await tx.query.select({ id: source.id }).from(source).where(eq(source.id, sourceId));
  if (found === undefined) throw new AppError('not_found', `no source "${sourceId}"; add it before its first page`);
}

/** One for each external id: the last that came. */
async function toArrivals(tx: Db, { sourceId, conversations }: Page, rest: Rest): Promise<Arrival[]> {
  const distinct = new Map<string, Incoming>();
  for (const conversation of conversations) {
    const incoming = toStorable(conversation);
    distinct.set(incoming.externalId, incoming);
    await rest(incoming.messages.length);
  }
  const known = await findRows(tx, sourceId, [...distinct.keys()]);
  const arrivals: Arrival[] = [];
  for (const incoming of distinct.values()) {
    arrivals.push({ incoming, hash: contentHash(incoming), known: known.get(incoming.externalId) ?? null });
    await rest(incoming.messages.length);
  }
  return arrivals;
}

async function write(tx: Db, page: Page, arrivals: readonly Arrival[], rest: Rest): Promise<void> {
  const { sourceId } = page;
  const settings = page.settings ?? (await getFactSettings(tx));
  const { change, firstId } = await takeNumbers(tx, arrivals.filter(({ known }) => known === null).length);
  const saved = await toDrafts(tx, page, arrivals, { change, firstId });
  const length = saved.reduce((total, { messages }) => total + messages.length, 0);
  await rest(length);
  const storedFirst = await findMergedFirst(tx, {
    sourceId,
    survivors: saved.map(({ conversation }) => conversation.externalId),
    except: saved.flatMap(({ known }) => known?.id ?? []),
  });
  const derived = deriveDrafts(saved, storedFirst, settings);
  await rest(length);
  await writeRows(tx, saved, derived, () => rest(length));
  await rest(length);
  await moveTally(
    tx,
    saved.map(({ conversation, known }) => ({ sourceId, from: known === null ? undefined : known.scorer, to: conversation.scorer })),
  );
  await addStaff(tx, sourceId, toStaffNames(saved.map(({ incoming }) => incoming)));
  await rederiveSurvivors(tx, { sourceId, externalIds: survivorsOutside(saved), change, settings });
  const ids = saved.map(({ conversation }) => conversation.id);
  const complaints = await deriveComplaints(tx, { ids, settings });
  await markChanged(tx, [...complaints], change);
}

type Numbers = { readonly change: number; readonly firstId: number };

async function toDrafts(tx: Db, { sourceId, now }: Page, arrivals: readonly Arrival[], { change, firstId }: Numbers): Promise<Saved[]> {
  const stored = await findMessages(
    tx,
    arrivals.flatMap(({ known }) => known?.id ?? []),
  );
  let nextId = firstId;
  return arrivals.map(({ incoming, hash, known }) => {
    const id = known?.id ?? nextId++;
    const stamp = { id, sourceId, contentHash: hash, revision: (known?.revision ?? 0) + 1, change, savedAt: now };
    return {
      incoming,
      known,
      conversation: toTypedColumns(incoming, stamp),
      messages: toBareMessages(incoming, stored.get(id) ?? [], stamp),
      statusChanges: toStatusChanges(incoming),
    };
  });
}

async function writeRows(tx: Db, saved: readonly Saved[], derived: readonly DerivedRows[], rest: () => Promise<void>): Promise<void> {
  const { complaintSign, conversation, episode, mention, message, rating, score, statusChange, wait } = tx.tables;
  const known = saved.flatMap((one) => (one.known === null ? [] : [one.known]));
  const knownIds = new Set(known.map(({ id }) => id));
  if (known.length > 0) {
    for (const table of [message, statusChange, wait, episode, rating, score, mention, complaintSign]) {
      await tx.query.delete(table).where(inList(tx, table.conversationId, [...knownIds]));
      await rest();
    }
  }
  const rows = derived.map((one) => one.conversation);
  await insertRows(
    tx,
    conversation,
    rows.filter(({ id }) => !knownIds.has(id)),
  );
  await updateRows(
    tx,
    conversation,
    rows.filter(({ id }) => knownIds.has(id)),
  );
  await insertRows(
    tx,
    message,
    derived.flatMap((one) => one.messages),
  );
  await insertRows(
    tx,
    statusChange,
    saved.flatMap((one) => toStatusChangeRows(one.statusChanges, one.conversation.id)),
  );
  await insertRows(
    tx,
    wait,
    derived.flatMap((one) => one.waits),
  );
  await insertRows(
    tx,
    episode,
    derived.flatMap((one) => one.episodes),
  );
  await insertRows(
    tx,
    rating,
    saved.flatMap((one) => toRatingRows(one.incoming, one.conversation.id)),
  );
  await insertRows(
    tx,
    mention,
    saved.flatMap((one) => toMentionRows(one.incoming, one.conversation.id)),
  );
  await insertRows(
    tx,
    score,
    saved.flatMap((one) => toScoreRows(one.incoming, one.conversation.id)),
  );
  await insertRows(
    tx,
    complaintSign,
    saved.flatMap((one) => toSignRows(one.incoming, one.conversation.id)),
  );
  const commented = saved.filter((one) => one.known !== null || one.incoming.ratings.length > 0);
  const comments = await findRatingComments(
    tx,
    commented.map((one) => one.conversation.id),
  );
  await rest();
  await changeSearch(
    tx,
    derived.map((one) => toSearchEntry(one, comments.get(one.conversation.id))),
    known.map(({ place }) => place),
  );
}

/** Survivors that these records were merged into, or were before, and that are not in this page themselves. */
function survivorsOutside(saved: readonly Saved[]): string[] {
  const inside = new Set(saved.map(({ conversation }) => conversation.externalId));
  const named = saved.flatMap(({ conversation, known }) => [conversation.mergedInto, known?.mergedInto ?? null]);
  return [...new Set(named.flatMap((name) => (name === null || inside.has(name) ? [] : [name])))];
}
