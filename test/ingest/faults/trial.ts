// One trial: a source is read while its other side fails, until that side is well again; then what is stored is compared with the truth.
import { z } from 'zod';
import { day, hour } from '#db/model/instant.ts';
import { getConversation } from '#db/store/conversations.ts';
import { findDeadLetters } from '#db/store/dead-letters.ts';
import { findJobRuns } from '#db/store/job-runs.ts';
import { openAddressGuard } from '#ingest/http/address-guard.ts';
import { openTransport, type Transport } from '#ingest/http/transport.ts';
import { seededRandom } from '#test/support/random.ts';
import { failureOf, type SourceHouse, houseSource as sourceId } from '#test/support/source-house.ts';
import { type Upstream, virtualStart } from '#test/support/virtual-http.ts';
import type { ConnectorCase, Vendor } from '../connectors/vendor.ts';
import { type Fault, openFaultServer } from './fault-server.ts';

export type Outcome = {
  /** While the other side was ill: conversations or messages that are missing although nothing says so. */
  readonly unaccounted: readonly string[];
  /** After it was well again: what is not as the vendor has it. */
  readonly wrong: readonly string[];
  /** Answers that went wrong, and runs that it took. */
  readonly broken: number;
  readonly runs: number;
};

export type TrialParts = {
  readonly one: ConnectorCase;
  readonly fault: Fault;
  readonly seed: number;
  /** Conversations at the vendor. */
  readonly size: number;
  /** The same vendor read without faults: what should be stored, by external id. */
  readonly truth: ReadonlyMap<string, string>;
  /** Answers are taken up to the length at which they are cut off in earnest. */
  readonly isFull?: boolean;
};

/** Behind everything that a stand-in tells of when it has been filled. */
export const trialStart = virtualStart + hour;
/** As in earnest. */
const usualBytes = 20 * 1024 * 1024;
/** A busy machine may take its time with a good answer; only what never ends is not waited for. */
const usualDeadlineMs = 30_000;
const mostBroken = 6;
const mostRuns = 30;

export function fill(one: ConnectorCase, size: number): Vendor {
  const vendor = one.openEmpty();
  for (let n = 0; n < size; n += 1) vendor.add();
  return vendor;
}

export async function runTrial(house: SourceHouse, { one, fault, seed, size, truth, isFull = false }: TrialParts): Promise<Outcome> {
  const random = seededRandom(seed);
  const vendor = fill(one, size);
  let broken = 0;
  const next = () => {
    if (broken >= mostBroken || !random.chance(0.3)) return null;
    broken += 1;
    return fault;
  };
  // The fault server has one address; a vendor with several hosts is asked at the one that the connector meant.
  const origins = new Map<string, string>();
  const upstream: Upstream = ({ url, ...outgoing }, now) =>
    vendor.upstream({ ...outgoing, url: new URL(url.pathname + url.search, origins.get(url.pathname) ?? url.origin) }, now);
  const server = await openFaultServer({ upstream, now: house.now, random, next: fault.answer ? next : () => null });
  const { host } = new URL(server.url);
  const transport = openTransport(openAddressGuard([host, `vendor.invalid:${new URL(server.url).port}`]), {
    deadlineMs: fault.deadlineMs ?? usualDeadlineMs,
    mostBytes: isFull ? usualBytes : (fault.mostBytes ?? usualBytes),
  });
  const send: Transport = (outgoing, signal) => {
    const { pathname, search, origin } = outgoing.url;
    origins.set(pathname, origin);
    const url = new URL(pathname + search, server.url);
    return transport.send({ ...outgoing, url: fault.divert !== undefined && next() !== null ? fault.divert(url) : url }, signal);
  };
  try {
    let runs = 0;
    for (let isDone = false; !isDone && runs < mostRuns; runs += 1) {
      isDone = (await failureOf(house.run({ send }))) === null && broken >= Math.min(mostBroken, 1);
      house.later(6 * hour);
    }
    const unaccounted = await findUnaccounted(house, truth);
    // What was refused while the other side was ill is read again, as the button beside a dead letter does. No socket lies between any more.
    const well = { upstream: vendor.upstream };
    await house.run(well, { window: { from: virtualStart - 90 * day, to: house.now() } });
    await house.run(well);
    return { unaccounted, wrong: await compare(house, truth), broken, runs };
  } finally {
    await transport.close();
    await server.close();
  }
}

/** What is stored, by external id: everything that people would miss. */
export async function contentOf(house: SourceHouse): Promise<ReadonlyMap<string, string>> {
  const { conversation } = house.db.tables;
  const rows = await house.db.query.select({ id: conversation.id }).from(conversation);
  const content = new Map<string, string>();
  for (const { id } of rows) {
    const { externalId, messages, status } = await getConversation(house.db, id);
    content.set(
      externalId,
      JSON.stringify([status, messages.map(({ externalId: message, at, body, actor }) => [message, at, actor, body])]),
    );
  }
  return content;
}

/** Neither stored with all its messages, nor among the dead letters. */
async function findUnaccounted(house: SourceHouse, truth: ReadonlyMap<string, string>): Promise<string[]> {
  const content = await contentOf(house);
  const letters = new Set((await findDeadLetters(house.db, { sourceId, limit: 10_000 })).map(({ item }) => item));
  const messagesIn = (text: string | undefined) =>
    z.tuple([z.unknown(), z.array(z.unknown())]).parse(JSON.parse(text ?? '[0, []]'))[1].length;
  return [...truth].flatMap(([id, expected]) => {
    const isThere = letters.has(id) || messagesIn(content.get(id)) === messagesIn(expected);
    return isThere ? [] : [`${id} is missing, or a message of it`];
  });
}

async function compare(house: SourceHouse, truth: ReadonlyMap<string, string>): Promise<string[]> {
  const wrong: string[] = [];
  const stored = await house.storedIds();
  if (new Set(stored).size !== stored.length) wrong.push('a conversation is stored twice');
  const content = await contentOf(house);
  for (const [id, expected] of truth) {
    const found = content.get(id);
    if (found === undefined) wrong.push(`${id} is lost`);
    else if (found !== expected) wrong.push(`${id} is not as it was: ${found} instead of ${expected}`);
  }
  for (const id of content.keys()) if (!truth.has(id)) wrong.push(`${id} was never there`);
  const letters = await findDeadLetters(house.db, { sourceId });
  wrong.push(...letters.map(({ item, reason }) => `the dead letter of ${item} is open: ${reason}`));
  const uneven = (await findJobRuns(house.db, { sourceId, limit: 1000 })).filter(
    (run) => run.fetched !== run.inserted + run.updated + run.unchanged + run.rejected,
  );
  wrong.push(...uneven.map(({ id }) => `the counts of run ${id} do not add up`));
  return wrong;
}
