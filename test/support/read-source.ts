// Reads a connector over a scripted other side without a store: everything that it gives, and what it asked for.
import type { Settings } from '#db/model/connector.ts';
import { day } from '#db/model/instant.ts';
import type { AnyConnector, FetchPlan, Gap, Malformed, ReadPage } from '#ingest/connectors/connector.ts';
import type { FetchedConversation } from '#ingest/fetched.ts';
import { type Upstream, type VirtualOptions, virtualHttp, virtualStart } from './virtual-http.ts';

/** What a connector is, and what it is set to. */
export type Source = { readonly connector: AnyConnector; readonly settings: Settings };

/** With `stopAfter`, it ends after so many pages, as a run that is killed would. */
export type ReadOptions = Partial<FetchPlan> & VirtualOptions & { readonly stopAfter?: number };

export type Reading = {
  readonly pages: readonly ReadPage[];
  readonly conversations: readonly FetchedConversation[];
  readonly malformed: readonly Malformed[];
  readonly gaps: readonly Gap[];
  readonly missing: readonly string[];
  readonly cursor: string | null;
  /** Whole addresses, in the order in which they were asked for. */
  readonly requests: readonly string[];
  /** The same without their hosts, and with their queries as people write them. */
  readonly asked: readonly string[];
  readonly pauses: readonly number[];
};

/** One run; a failure ends it and is told with the pages that came before. */
export async function readUntilFailure(
  source: Source,
  upstream: Upstream,
  options: ReadOptions = {},
): Promise<Reading & { readonly failure: string | null }> {
  const { reading, error } = await readWhole(source, upstream, options);
  return { ...reading, failure: error === null ? null : error instanceof Error ? error.message : 'failed' };
}

/** One run; throws what the connector throws. */
export async function readSource(source: Source, upstream: Upstream, options: ReadOptions = {}): Promise<Reading> {
  const { reading, error } = await readWhole(source, upstream, options);
  if (error !== null) throw error;
  return reading;
}

async function readWhole({ connector, settings }: Source, upstream: Upstream, options: ReadOptions) {
  const { access, requests, pauses } = virtualHttp(upstream, options);
  const { cursor = null, since = virtualStart - 90 * day, window = null, again = [], stopAfter = Number.POSITIVE_INFINITY } = options;
  const pages: ReadPage[] = [];
  let error: unknown = null;
  try {
    for await (const page of connector.open(settings).fetch(access, { cursor, since, window, again })) {
      pages.push(page);
      if (pages.length >= stopAfter) break;
    }
  } catch (thrown) {
    error = thrown;
  }
  const urls = requests.map(({ url }) => url);
  const reading: Reading = {
    pages,
    conversations: pages.flatMap(({ conversations }) => conversations),
    malformed: pages.flatMap(({ malformed }) => malformed),
    gaps: pages.flatMap(({ gaps }) => gaps ?? []),
    missing: pages.flatMap(({ missing }) => missing ?? []),
    cursor: pages.length === 0 ? cursor : (pages.at(-1)?.cursor ?? null),
    requests: urls,
    asked: urls.map((url) => `${new URL(url).pathname}${decodeURIComponent(new URL(url).search)}`),
    pauses,
  };
  return { reading, error };
}

/** What the connector finds where somebody tries its settings. */
export async function probeOf({ connector, settings }: Source, upstream: Upstream) {
  const { access } = virtualHttp(upstream);
  return await connector.open(settings).probe(access);
}

/** Which of these conversations are gone at the source. */
export async function goneAt({ connector, settings }: Source, upstream: Upstream, ids: readonly string[]): Promise<readonly string[]> {
  const { access } = virtualHttp(upstream);
  return (await connector.open(settings).findGone?.(access, ids)) ?? [];
}
