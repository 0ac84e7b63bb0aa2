// Runs a connector by itself against a scripted other side and gathers what it says.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { day, type Instant } from '#db/model/instant.ts';
import type { AnyConnector, Gap, Malformed } from '#ingest/connectors/connector.ts';
import type { FetchedConversation } from '#ingest/fetched.ts';
import { type Upstream, type VirtualOptions, virtualHttp, virtualStart } from '#test/support/virtual-http.ts';

export type Gathered = {
  readonly conversations: readonly FetchedConversation[];
  readonly malformed: readonly Malformed[];
  readonly gaps: readonly Gap[];
  readonly cursor: string | null;
  readonly pages: number;
  /** Paths with their queries, in the order in which they were asked for. */
  readonly asked: readonly string[];
};

type Reading = VirtualOptions & {
  readonly cursor?: string | null;
  readonly since?: Instant;
  readonly window?: { readonly from: Instant; readonly to: Instant };
};

/** What a connector is, and what it is set to. */
export type Source = { readonly connector: AnyConnector; readonly settings: Readonly<Record<string, unknown>> };

export async function readAll({ connector, settings }: Source, upstream: Upstream, reading: Reading = {}): Promise<Gathered> {
  const { cursor = null, since = virtualStart - 90 * day, window = null, ...options } = reading;
  const { access, requests } = virtualHttp(upstream, options);
  const conversations: FetchedConversation[] = [];
  const malformed: Malformed[] = [];
  const gaps: Gap[] = [];
  let last = cursor;
  let pages = 0;
  for await (const page of connector.open(settings).fetch(access, { cursor, since, window })) {
    conversations.push(...page.conversations);
    malformed.push(...page.malformed);
    gaps.push(...(page.gaps ?? []));
    last = page.cursor;
    pages += 1;
  }
  const asked = requests.map(({ url }) => `${new URL(url).pathname}${decodeURIComponent(new URL(url).search)}`);
  return { conversations, malformed, gaps, cursor: last, pages, asked };
}

export async function probeOf({ connector, settings }: Source, upstream: Upstream) {
  const { access } = virtualHttp(upstream);
  return await connector.open(settings).probe(access);
}

export async function goneAt({ connector, settings }: Source, upstream: Upstream, ids: readonly string[]): Promise<readonly string[]> {
  const { access } = virtualHttp(upstream);
  return (await connector.open(settings).findGone?.(access, ids)) ?? [];
}

const folder = path.resolve(import.meta.dirname, '../../../../shared/connectors');

/** A file of ../shared/connectors; null where the folder is absent. */
export function sharedFile(name: string): string | null {
  const file = path.join(folder, name);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

const exchangesSchema = z.array(
  z.object({
    request: z.object({ method: z.string(), url: z.string() }),
    response: z.object({ status: z.number(), headers: z.record(z.string(), z.string()), body: z.unknown() }),
  }),
);

/** Recorded requests with their answers; empty where the folder is absent. */
export function recordedExchanges(name: string): z.infer<typeof exchangesSchema> {
  const text = sharedFile(`fixtures/${name}`);
  return text === null ? [] : exchangesSchema.parse(JSON.parse(text));
}
