// Which sources a figure is fed by and that are behind, so that it is told with the figure instead of on another page.
import type { Engine } from '#api/engine/engine.ts';
import type { Instant } from '#db/model/instant.ts';
import type { Answer, MetricId, Plan, SourceBehind } from '#db/model/metric.ts';
import { sourceBehindAt } from '#db/model/source-state.ts';
import type { Db } from '#db/open.ts';
import { findConversations } from '#db/store/conversations.ts';
import { findConnections, type SourceConnection } from '#db/store/source-connections.ts';
import { findSources } from '#db/store/sources.ts';
import { toIsoOrNull } from './to-iso.ts';

export type BehindParts = { readonly db: Db; readonly engine: Engine; readonly clock: () => Instant };
export type Fed = Pick<Plan, 'range' | 'filters' | 'asOf'> & { readonly metric: MetricId | 'conversations' };

/** Which of these sources have ever sent what the filters let through. */
type Feeding = (sourceIds: readonly string[]) => Promise<ReadonlySet<string>>;

/** Counted by the time of arrival alone: once a source was read past the range, nothing that it says later moves them. */
const byArrival: readonly Fed['metric'][] = ['arrivals', 'category-share', 'conversations'];

/** Sources that are behind and whose conversations the question is about: by its filter of sources, and by what they have sent so far. */
async function findBehind({ db, clock }: Pick<BehindParts, 'db' | 'clock'>, fed: Fed, feeding: Feeding): Promise<SourceBehind[]> {
  const now = clock();
  const behind = (await findConnections(db)).flatMap((connection) => {
    const state = sourceBehindAt(connection, now);
    return state === null || !reaches(connection, fed) ? [] : [{ connection, state }];
  });
  if (behind.length === 0) return [];
  // Where nothing but sources is filtered by, one that has sent nothing yet counts too: what it would send is missing.
  const isNarrowed = Object.entries(fed.filters).some(([name, values]) => name !== 'source' && values !== undefined && values.length > 0);
  const ids = behind.map(({ connection }) => connection.sourceId);
  const feeds = isNarrowed ? await feeding(ids) : new Set(ids);
  const labels = new Map((await findSources(db)).map(({ id, label }) => [id, label]));
  return behind.flatMap(({ connection: { sourceId, lastDoneAt }, state }) =>
    feeds.has(sourceId) ? [{ source: sourceId, label: labels.get(sourceId) ?? sourceId, state, lastDoneAt: toIsoOrNull(lastDoneAt) }] : [],
  );
}

/** Whether the question looks at times for which the source was not read. */
function reaches({ sourceId, lastDoneAt }: SourceConnection, { filters, range, asOf, metric }: Fed): boolean {
  const wanted = filters.source;
  if (wanted !== undefined && wanted.length > 0 && !wanted.includes(sourceId)) return false;
  if (lastDoneAt === null) return true;
  return asOf > lastDoneAt && !(byArrival.includes(metric) && range !== null && range.to <= lastDoneAt);
}

/** The sources that feed a question and are behind. */
export async function findBehindOf(parts: BehindParts, plan: Plan, signal?: AbortSignal): Promise<SourceBehind[]> {
  return await findBehind(parts, plan, async () => {
    const everything: Plan = {
      ...plan,
      metric: 'arrivals',
      range: null,
      groupBy: ['source'],
      clock: 'calendar',
      population: 'arrival',
      compare: null,
    };
    const { groups } = await parts.engine.ask(everything, { signal });
    return new Set(groups.flatMap(({ keys, n }) => (n > 0 ? (keys[0] ?? []) : [])));
  });
}

/** An answer that also says which of its sources are behind. */
export async function askWithBehind(parts: BehindParts, plan: Plan, signal?: AbortSignal) {
  const [answer, behind] = await Promise.all([parts.engine.ask(plan, { signal }), findBehindOf(parts, plan, signal)]);
  return { ...answer, freshness: { ...answer.freshness, behind } } satisfies Answer;
}

/** The same for a list of conversations, which answers also while the columns are being filled: so it asks the store. */
export async function findBehindList(parts: Pick<BehindParts, 'db' | 'clock'>, listed: Omit<Fed, 'metric'>): Promise<SourceBehind[]> {
  const { filters, asOf } = listed;
  return await findBehind(parts, { ...listed, metric: 'conversations' }, async (sourceIds) => {
    const found = await Promise.all(
      sourceIds.map(async (id) => {
        const { n } = await findConversations(parts.db, { filters: { ...filters, source: [id] }, asOf, limit: 1 });
        return n > 0 ? [id] : [];
      }),
    );
    return new Set(found.flat());
  });
}
