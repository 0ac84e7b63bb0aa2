// Everything that a connector gives for one run, without a store: whole conversations to compare.
import type { Settings } from '#db/model/connector.ts';
import { day } from '#db/model/instant.ts';
import type { AnyConnector, FetchPlan, Gap, Malformed } from '#ingest/connectors/connector.ts';
import type { FetchedConversation } from '#ingest/fetched.ts';
import { openPatientMailbox } from '#ingest/mail/patient-mailbox.ts';
import type { OfficialSpec } from './official-spec.ts';
import { type Reply, type Upstream, virtualHttp, virtualStart } from './virtual-http.ts';
import { virtualMail } from './virtual-mail.ts';

export type SourceReading = {
  readonly conversations: readonly FetchedConversation[];
  readonly malformed: readonly Malformed[];
  readonly gaps: readonly Gap[];
  readonly pages: number;
  readonly cursor: string | null;
  /** Addresses that were asked, without the host. */
  readonly requests: readonly string[];
};

export type ReadingParts = {
  readonly connector: AnyConnector;
  readonly settings: Settings;
  readonly upstream: Upstream;
  readonly plan?: Partial<FetchPlan>;
  /** Stops after so many pages, as a run that is killed would. */
  readonly mostPages?: number;
};

export async function readSource({ connector, settings, upstream, plan, mostPages = 1000 }: ReadingParts): Promise<SourceReading> {
  const { http, clock, signal, requests } = virtualHttp(upstream);
  const unhurried = { openUntil: () => null, succeed: () => undefined, fail: () => undefined };
  const manners = { pause: async () => undefined, random: () => 0, breaker: unhurried, budget: { takeMs: () => 0, left: () => 1 }, signal };
  const mail: Parameters<ReturnType<AnyConnector['open']>['fetch']>[0]['mail'] = (server) =>
    openPatientMailbox({ connect: virtualMail(upstream, clock), ...manners }, server);
  const conversations: FetchedConversation[] = [];
  const malformed: Malformed[] = [];
  const gaps: Gap[] = [];
  let pages = 0;
  let cursor: string | null = plan?.cursor ?? null;
  const whole = { cursor, since: virtualStart - 90 * day, window: null, ...plan };
  for await (const page of connector.open(settings).fetch({ http, mail, clock, signal }, whole)) {
    conversations.push(...page.conversations);
    malformed.push(...page.malformed);
    gaps.push(...(page.gaps ?? []));
    cursor = page.cursor;
    pages += 1;
    if (pages >= mostPages) break;
  }
  return { conversations, malformed, gaps, pages, cursor, requests: requests.map(({ url }) => url.replace(/^https?:\/\/[^/]+/, '')) };
}

/** An other side whose every answer is held against the vendor's own document; `problems` gathers what does not fit. */
export function heldAgainst(spec: OfficialSpec, upstream: Upstream, toPath: (pathname: string) => string = (pathname) => pathname) {
  const problems: string[] = [];
  const undocumented = new Set<string>();
  let checked = 0;
  const watched: Upstream = async (request, now) => {
    const reply = await upstream(request, now);
    if (!(reply instanceof Error)) note(request.method === 'POST' ? 'post' : 'get', toPath(request.url.pathname), reply);
    return reply;
  };
  const note = (method: 'get' | 'post', pathname: string, { status = 200, body }: Reply) => {
    const found = spec.problems(method, pathname, { status, body: JSON.parse(JSON.stringify(body ?? null)) });
    if (found === null) undocumented.add(pathname.replaceAll(/\d+/g, 'N'));
    else checked += 1;
    problems.push(...(found ?? []));
  };
  return { upstream: watched, problems, undocumented, checked: () => checked };
}
