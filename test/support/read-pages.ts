// Reads a connector over a scripted other side without a store: its pages, and what it asked for.

import type { Settings } from '#db/model/connector.ts';
import { day, type Instant } from '#db/model/instant.ts';
import type { AnyConnector, FetchPlan, ReadPage } from '#ingest/connectors/connector.ts';
import type { FetchedConversation } from '#ingest/fetched.ts';
import { type Upstream, type VirtualOptions, virtualHttp, virtualStart } from './virtual-http.ts';

export type ReadRun = {
  readonly pages: readonly ReadPage[];
  readonly conversations: readonly FetchedConversation[];
  readonly cursor: string | null;
  readonly requests: readonly string[];
  readonly pauses: readonly number[];
  readonly failure: string | null;
};

export type ReadOptions = Partial<FetchPlan> & VirtualOptions & { readonly stopAfter?: number };

export const readSince: Instant = virtualStart - 90 * day;

/** One run; a failure ends it and is told with the pages that came before. */
export async function readPages(
  connector: AnyConnector,
  settings: Settings,
  upstream: Upstream,
  options: ReadOptions = {},
): Promise<ReadRun> {
  const { access, requests, pauses } = virtualHttp(upstream, options);
  const { cursor = null, since = readSince, window = null, stopAfter = Number.POSITIVE_INFINITY } = options;
  const pages: ReadPage[] = [];
  let failure: string | null = null;
  try {
    for await (const page of connector.open(settings).fetch(access, { cursor, since, window })) {
      pages.push(page);
      if (pages.length >= stopAfter) break;
    }
  } catch (error) {
    failure = error instanceof Error ? error.message : 'failed';
  }
  const conversations = pages.flatMap((page) => page.conversations);
  return { pages, conversations, cursor: pages.at(-1)?.cursor ?? cursor, requests: requests.map(({ url }) => url), pauses, failure };
}
