// The app over a real SQLite store in a temporary folder, with people of every role and a clock that tests move.
import { deepStrictEqual } from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { eq } from 'drizzle-orm';
import type { ZodType, z } from 'zod';
import { createApp } from '#api/app.ts';
import type { Engine } from '#api/engine/engine.ts';
import { openModeller } from '#api/forecast/modeller.ts';
import type { AppDeps } from '#api/http/app-env.ts';
import { openAccounts } from '#api/http/better-accounts.ts';
import { openHold } from '#api/http/hold.ts';
import { openLog } from '#api/http/log.ts';
import { openNoticeKeeper } from '#api/http/notice-keeper.ts';
import { openReadingHere } from '#api/reading/reader.ts';
import { planHere } from '#api/staffing/planner.ts';
import { openKeys } from '#db/keys.ts';
import type { Instant } from '#db/model/instant.ts';
import type { Role } from '#db/model/role.ts';
import { type Db, openDb } from '#db/open.ts';
import { openIssueDesk } from '#ingest/issues/issue-desk.ts';
import { openShippedSpace } from '#ingest/issues/message-space.ts';
import { openLearningDesk } from '#ingest/learning/learning-desk.ts';
import { teach } from '#ingest/learning/teach.ts';
import { openScoringDesk } from '#ingest/scoring-desk.ts';
import { openTaxonomyTrainer } from '#ingest/taxonomy/taxonomy-trainer.ts';
import { openTicketDesk } from '#ingest/tickets/ticket-desk.ts';
import { placeFreshStore } from './fresh-store.ts';
import { openStandInEngine } from './stand-in-engine.ts';
import { standInScorers } from './stand-in-scorers.ts';
import { nobody, openTestSources } from './test-sources.ts';
import type { Upstream } from './virtual-http.ts';

export const origin = 'http://localhost';
export const password = 'correct horse battery';

type Ask = {
  readonly method?: string;
  readonly body?: unknown;
  readonly cookie?: string;
  readonly headers?: Readonly<Record<string, string>>;
};

export type TestApp = {
  readonly app: ReturnType<typeof createApp>;
  readonly deps: AppDeps;
  readonly db: Db;
  readonly accounts: ReturnType<typeof openAccounts>;
  /** Lines that the app logged. */
  readonly logged: string[];
  readonly location: string;
  /** Moves the clock of the house (not that of the sign-in library). */
  setClock(at: Instant): void;
  /** A request as our own pages send it: JSON, with Origin. */
  ask(url: string, ask?: Ask): Promise<Response>;
  /** Makes an account, signs it in, gives the cookie header. */
  signInAs(role: Role, email?: string): Promise<string>;
  /** Lets all sessions of an account run out. */
  expireSessions(accountId: string): Promise<void>;
  close(): Promise<void>;
};

export type TestAppOptions = Partial<Pick<AppDeps, 'isLoopback' | 'publicUrl' | 'dashboardFolder'>> & {
  readonly now?: Instant;
  /** The other side of every source. */
  readonly upstream?: Upstream;
  readonly openEngine?: (location: string, clock: () => Instant) => Promise<Engine>;
  /** What a run that teaches waits for: a test that asks while it runs holds it back, since planted texts are taught in a few turns. */
  readonly mayTeach?: () => Promise<void>;
};

/** The JSON of an answer, which has to have exactly the shape that its route declares: no key less and none more. */
export async function readAs<S extends ZodType>(shape: S, response: Response): Promise<z.output<S>> {
  const raw: unknown = await response.json();
  const parsed = shape.parse(raw);
  deepStrictEqual(parsed, raw);
  return parsed;
}

/** The cookies of an answer as a browser would send them back. */
export function cookieOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .filter((cookie) => !cookie.endsWith('='))
    .join('; ');
}

export async function openTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'huiyin-api-'));
  const location = path.join(folder, 'huiyin.db');
  let now = options.now ?? Date.parse('2026-03-29T01:30:00Z');
  const clock = () => now;
  await placeFreshStore(location);
  const db = await openDb(location, { migrate: true });
  const logged: string[] = [];
  const tokens: string[] = [];
  const keys = await openKeys(folder);
  const opened = openTestSources({ db, keys, clock, upstream: options.upstream ?? nobody });
  const scorers = async () => standInScorers;
  const scoring = openScoringDesk({
    db,
    keys,
    scorers,
    clock,
    signal: new AbortController().signal,
    trainer: openTaxonomyTrainer({ inProcess: true }),
  });
  const learning = openLearningDesk({
    db,
    clock,
    teacher: async ({ order, onProgress, signal }) => {
      await options.mayTeach?.();
      const taught = await teach(order, onProgress);
      signal.throwIfAborted();
      return taught;
    },
    signal: new AbortController().signal,
  });
  const engine = await (options.openEngine?.(location, clock) ?? openStandInEngine(clock));
  const deps: AppDeps = {
    db,
    engine,
    modeller: openModeller({ inProcess: true }),
    planner: planHere(db),
    reader: openReadingHere(),
    keys,
    clock,
    log: openLog('info', { write: (line) => logged.push(line) }),
    version: '0.0.0-test',
    isLoopback: options.isLoopback ?? false,
    publicUrl: options.publicUrl ?? null,
    randomToken: () => {
      tokens.push(`token-${tokens.length + 1}-${'x'.repeat(24)}`);
      return tokens.at(-1) ?? '';
    },
    remoteAddress: (c) => c.req.header('x-test-address') ?? '192.0.2.1',
    hold: openHold(),
    sources: opened.desk,
    push: opened.push,
    scoring,
    learning,
    notices: openNoticeKeeper({ db, engine, clock }),
    tickets: openTicketDesk({
      db,
      keys,
      clock,
      runner: opened.runner,
      randomToken: () => 'm'.repeat(24),
      signal: new AbortController().signal,
    }),
    issues: openIssueDesk({ db, space: openShippedSpace, clock, signal: new AbortController().signal }),
    dashboardFolder: options.dashboardFolder ?? null,
  };
  const accounts = openAccounts(deps);
  const app = createApp(deps);
  const ask: TestApp['ask'] = async (url, { method = 'GET', body, cookie, headers } = {}) => {
    const sent = new Headers({ host: 'localhost', ...(method === 'GET' ? {} : { origin }), ...(cookie === undefined ? {} : { cookie }) });
    if (body !== undefined) sent.set('content-type', 'application/json');
    for (const [name, value] of Object.entries(headers ?? {})) sent.set(name, value);
    return await app.request(`${origin}${url}`, { method, headers: sent, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  };
  return {
    app,
    deps,
    db,
    accounts,
    logged,
    location,
    setClock: (at) => {
      now = at;
    },
    ask,
    signInAs: async (role, email = `${role.replaceAll('_', '-')}@example.com`) => {
      const account = await accounts.addAccount({ name: `A ${role}`, email, role });
      await accounts.setPassword(account.id, password);
      // Opened without the password: checking it costs a tenth of a second that only the tests of signing in should pay.
      const cookies = await accounts.openSession(new Headers(), account.id);
      return cookies.map((cookie) => cookie.split(';')[0]).join('; ');
    },
    expireSessions: async (accountId) => {
      const { session } = db.tables;
      await db.query
        .update(session)
        .set({ expiresAt: new Date(Date.now() - 1_000) })
        .where(eq(session.userId, accountId));
    },
    close: async () => {
      await scoring.settled();
      await learning.settled();
      await deps.engine.close();
      await db.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
