// The desk of tickets: one repository with a sealed token, tickets that are never made twice, and their state read back.
import { z } from 'zod';
import type { Db } from '#db/dialect/db.ts';
import { inTransaction } from '#db/dialect/transaction.ts';
import type { Keys } from '#db/keys.ts';
import { AppError, failureReason } from '#db/model/errors.ts';
import { type Instant, second } from '#db/model/instant.ts';
import type { IssueTicket } from '#db/model/issue-outcome.ts';
import type { TicketDesk, TicketOrder, TicketPlace } from '#db/model/ticket-desk.ts';
import { seal, unseal } from '#db/sealed.ts';
import { askForTicket, changeTicket, dropAskedTicket, findTicket, findWatchedTickets } from '#db/store/issue-tickets.ts';
import { changeIssue, saveIssueEdit } from '#db/store/issues.ts';
import { findSetting, saveSetting } from '#db/store/setting-values.ts';
import type { SourceRunner } from '../source-runner.ts';
import { type GithubTicket, type GithubTickets, openGithubTickets } from './github-tickets.ts';

export type TicketDeskParts = {
  readonly db: Db;
  readonly keys: Keys;
  readonly clock: () => Instant;
  readonly runner: Pick<SourceRunner, 'accessTo'>;
  readonly randomToken: () => string;
  readonly signal: AbortSignal;
  /** Told of a ticket whose state could not be read. */
  readonly onFailure?: ((reason: string) => void) | undefined;
};

const key = 'issue-tracker';
const placeShape = z.object({ repository: z.string(), url: z.string(), sealed: z.string() });
/** 5,000 an hour. */
const perMinute = 80;
/** A person waits for it: where GitHub asks for more patience, the answer is "later". */
const longestMs = 25 * second;

export function openTicketDesk(parts: TicketDeskParts): TicketDesk {
  const making = new Map<string, Promise<IssueTicket>>();
  return {
    place: async () => {
      const stored = await findPlace(parts);
      return stored === null ? null : { repository: stored.repository, url: stored.url };
    },
    savePlace: (place) => savePlace(parts, place),
    forgetPlace: () => saveSetting(parts.db, key, {}),
    make: async (order) => {
      const known = making.get(order.issueId);
      if (known !== undefined) return await known;
      const made = make(parts, order).finally(() => making.delete(order.issueId));
      making.set(order.issueId, made);
      return await made;
    },
    check: (issueIds) => check(parts, issueIds),
  };
}

async function findPlace({ db }: TicketDeskParts) {
  return placeShape
    .nullable()
    .catch(null)
    .parse((await findSetting(db, key)) ?? null);
}

function open({ runner, signal }: TicketDeskParts, place: TicketPlace & { readonly token: string }): GithubTickets {
  const bounded = AbortSignal.any([signal, AbortSignal.timeout(longestMs)]);
  return openGithubTickets(runner.accessTo('tickets', perMinute, bounded).http, place);
}

async function openStored(
  parts: TicketDeskParts,
): Promise<{ readonly place: TicketPlace; readonly github: (repository?: string) => GithubTickets }> {
  const stored = await findPlace(parts);
  if (stored === null) throw new AppError('invalid', 'no repository is set up for tickets');
  const token = unseal(parts.keys, key, stored.sealed);
  return { place: stored, github: (repository = stored.repository) => open(parts, { ...stored, repository, token }) };
}

async function savePlace(
  parts: TicketDeskParts,
  { repository, url, token }: TicketPlace & { readonly token: string | null },
): Promise<TicketPlace> {
  const stored = await findPlace(parts);
  // A token goes only where it was meant for: another address asks for it anew.
  if (token === null && stored?.url !== url) throw new AppError('invalid', 'token: enter it, it is not known for this address');
  const known = token ?? unseal(parts.keys, key, stored?.sealed ?? '');
  const name = await open(parts, { repository, url, token: known }).findRepository();
  await saveSetting(parts.db, key, { repository: name, url, sealed: seal(parts.keys, key, known) });
  return { repository: name, url };
}

async function make(parts: TicketDeskParts, { issueId, title, body, actor }: TicketOrder): Promise<IssueTicket> {
  const { db, clock } = parts;
  const { place, github } = await openStored(parts);
  const marker = `huiyin:${issueId}:${parts.randomToken().slice(0, 16)}`;
  const asked = await askForTicket(db, { issueId, repository: place.repository, marker, requestedAt: clock(), requestedBy: actor });
  if (asked.number !== null) return asked;
  const earlier = await github(asked.repository).findByMark(asked.marker, asked.requestedAt);
  if (earlier !== null) return await keep(parts, asked, earlier, actor);
  // Nothing of the earlier try is there: the repository of now counts.
  const wanted = { ...asked, repository: place.repository };
  await changeTicket(db, issueId, { repository: wanted.repository });
  const made = await makeOnce(parts, github(), wanted, { title, body: `${body.trimEnd()}\n\n<!-- ${asked.marker} -->\n` });
  return await keep(parts, wanted, made, actor);
}

/** Where no answer came, it is looked for; where GitHub refused, nothing was made and nothing is remembered. */
async function makeOnce(
  { db }: TicketDeskParts,
  github: GithubTickets,
  asked: IssueTicket,
  ticket: { readonly title: string; readonly body: string },
): Promise<GithubTicket> {
  try {
    return await github.make(ticket);
  } catch (error) {
    if (error instanceof AppError && error.code !== 'unavailable') {
      await dropAskedTicket(db, asked.issueId);
      throw error;
    }
    const made = await github.findByMark(asked.marker, asked.requestedAt).catch(() => null);
    if (made === null) throw error;
    return made;
  }
}

async function keep({ db, clock }: TicketDeskParts, asked: IssueTicket, found: GithubTicket, actor: string): Promise<IssueTicket> {
  const at = clock();
  const { number, url, state, stateReason, closedAt } = found;
  await inTransaction(db, async (tx) => {
    await changeTicket(tx, asked.issueId, { repository: asked.repository, number, url, state, stateReason, closedAt, checkedAt: at });
    await changeIssue(tx, asked.issueId, { link: url, updatedAt: at });
    await saveIssueEdit(tx, { issueId: asked.issueId, at, actor, action: 'link', details: { link: url } });
  });
  const kept = await findTicket(db, asked.issueId);
  if (kept === null) throw new AppError('internal', 'a ticket that was made is gone');
  return kept;
}

async function check(parts: TicketDeskParts, issueIds: readonly string[] | null): Promise<number> {
  const { db, clock, onFailure } = parts;
  const watched = await findWatchedTickets(db, issueIds, clock());
  // Without a repository nobody can be asked, and nobody waits for an answer.
  if (watched.length === 0 || (issueIds === null && (await findPlace(parts)) === null)) return 0;
  const { github } = await openStored(parts);
  let asked = 0;
  for (const { issueId, number, repository } of watched) {
    if (number === null) continue;
    try {
      const found = await github(repository).read(number);
      const change =
        found === null
          ? { state: 'gone' as const, checkedAt: clock() }
          : { state: found.state, stateReason: found.stateReason, closedAt: found.closedAt, checkedAt: clock() };
      await changeTicket(db, issueId, change);
      asked += 1;
    } catch (error) {
      // One person asked for one ticket: they are told. On the round of all the others are asked all the same.
      if (issueIds !== null) throw error;
      onFailure?.(failureReason(error));
    }
  }
  return asked;
}
