// A day of the house: open the store, prepare it, serve, follow changes, and close in order.
import { existsSync } from 'node:fs';
import { getConnInfo } from '@hono/node-server/conninfo';
import { watchIssues } from '#api/emerging/watch-issues.ts';
import { openEngine } from '#api/engine/engine.ts';
import { columnsFileIn } from '#api/engine/saved/columns-file.ts';
import { openModeller } from '#api/forecast/modeller.ts';
import { type Keys, openKeys } from '#db/keys.ts';
import type { SourceDesk } from '#db/model/connector.ts';
import type { Instant } from '#db/model/instant.ts';
import type { IssueDesk } from '#db/model/issue-desk.ts';
import type { LearningDesk } from '#db/model/learning-desk.ts';
import type { PushDesk } from '#db/model/push-desk.ts';
import type { ScoringDesk } from '#db/model/scoring-desk.ts';
import type { TicketDesk } from '#db/model/ticket-desk.ts';
import { type Db, openDb } from '#db/open.ts';
import { initialiseWorkspace } from '#db/store/workspace.ts';
import { addressOf, type Config } from '../config.ts';
import { openReader } from '../reading/reader.ts';
import { openPlanner } from '../staffing/planner.ts';
import type { AppDeps } from './app-env.ts';
import { breathingDb } from './breathing-db.ts';
import { followStore } from './following.ts';
import { openHold } from './hold.ts';
import { indexComments } from './index-comments.ts';
import { keepNotices } from './keeping-notices.ts';
import { openAdminLink } from './links.ts';
import { openLog } from './log.ts';
import { isLoopbackHost } from './loopback.ts';
import { openNoticeKeeper } from './notice-keeper.ts';
import { type Listening, listen } from './server.ts';
import { openWaitingEngine } from './waiting-engine.ts';

export type HouseParts = {
  readonly config: Config;
  readonly version: string;
  readonly dashboardFolder: string;
  readonly clock: () => Instant;
  readonly randomToken: () => string;
  readonly stdout: (text: string) => void;
  /** Fills an empty store where that was asked for; tells how far it is. */
  readonly prepare: (db: Db, keys: Keys, say: (words: string) => void) => Promise<void>;
  /** Opens what reads the sources, and its schedule. */
  readonly openSources: (db: Db, keys: Keys, failures: FailureTellers) => Promise<OpenSources>;
  /** Resolves when the house is to close. */
  readonly untilStopped: Promise<void>;
};

export type FailureTellers = {
  readonly onFailure: (sourceId: string, reason: string) => void;
  readonly onRescoreFailure: (reason: string) => void;
  readonly onIssueFailure: (reason: string) => void;
  readonly onTicketFailure: (reason: string) => void;
  readonly onLearningFailure: (reason: string) => void;
};

export type OpenSources = {
  readonly desk: SourceDesk;
  readonly push: PushDesk;
  readonly scoring: ScoringDesk;
  readonly issues: IssueDesk;
  readonly tickets: TicketDesk;
  readonly learning: LearningDesk;
  readonly startSchedule: () => void;
  readonly close: () => Promise<void>;
};

/** Runs until told to stop. Whatever was opened is closed again, also where the start fails half-way. */
export async function startHouse(parts: HouseParts): Promise<void> {
  const closers: (() => Promise<void>)[] = [];
  try {
    const listening = await listen(parts.config.host, parts.config.port);
    closers.push(() => listening.stop());
    const opened = open(parts, listening, closers);
    // Told to stop while the demo is being loaded: the store is closed under it, and its complaint about that is nobody's news.
    opened.catch(() => undefined);
    await Promise.race([opened, parts.untilStopped]);
    await parts.untilStopped;
  } finally {
    for (const close of closers.reverse()) await close();
  }
}

async function open(parts: HouseParts, listening: Listening, closers: (() => Promise<void>)[]): Promise<void> {
  const { config, clock, randomToken, stdout, version } = parts;
  const log = openLog(config.logLevel);
  const db = await openDb(config.location, { migrate: true });
  closers.push(() => db.close());
  await initialiseWorkspace(db, clock());
  const keys = await openKeys(config.dataFolder);
  await parts.prepare(db, keys, listening.say);
  const engine = openWaitingEngine(() =>
    openEngine({
      location: config.location,
      clock,
      keepFile: columnsFileIn(config.dataFolder),
      say: (words, isFailure) => (isFailure ? log.warn({}, words) : log.info({}, words)),
    }),
  );
  closers.push(() => engine.close());
  const modeller = openModeller();
  closers.push(() => modeller.close());
  const planner = openPlanner(config.location);
  closers.push(() => planner.close());
  const reader = openReader();
  closers.push(() => reader.close());
  // Loaded while the thread fills its columns: the sign-in library alone takes as long as the database.
  const [{ createApp }, { openAccounts }] = await Promise.all([import('../app.ts'), import('./better-accounts.ts')]);
  const sources = await parts.openSources(db, keys, {
    onFailure: (source, reason) => log.warn({ source, reason }, 'a source could not be read to the end'),
    onRescoreFailure: (reason) => log.warn({ reason }, 'messages could not be scored anew to the end'),
    onLearningFailure: (reason) => log.warn({ reason }, 'a model could not be taught'),
    onIssueFailure: (reason) => log.warn({ reason }, 'new conversations could not be placed with the issues'),
    onTicketFailure: (reason) => log.warn({ reason }, 'the state of a ticket could not be read'),
  });
  closers.push(() => sources.close());
  const hold = openHold();
  const following = followStore({ db, engine, hold, log });
  closers.push(() => following.stop());
  const watching = watchIssues({ db, clock, log });
  closers.push(() => watching.stop());
  const deps: AppDeps = {
    db,
    engine,
    modeller,
    planner,
    reader,
    keys,
    clock,
    log,
    version,
    isLoopback: isLoopbackHost(config.host),
    publicUrl: config.publicUrl,
    randomToken,
    remoteAddress: (c) => getConnInfo(c).remote.address ?? 'unknown',
    hold,
    sources: sources.desk,
    push: sources.push,
    scoring: sources.scoring,
    learning: sources.learning,
    notices: openNoticeKeeper({ db, engine, clock }),
    issues: sources.issues,
    tickets: sources.tickets,
    dashboardFolder: existsSync(parts.dashboardFolder) ? parts.dashboardFolder : null,
  };
  listening.serveApp(createApp(deps));
  sources.startSchedule();
  const keeping = keepNotices({ db: breathingDb(db), engine, clock, randomToken, log, keeper: deps.notices });
  closers.push(() => keeping.stop());
  const indexing = indexComments({ db: breathingDb(db), log });
  closers.push(() => indexing.stop());
  const address = addressOf(config, listening.port);
  stdout(`Huiyin is at ${address}\n`);
  if (!deps.isLoopback && config.publicUrl?.startsWith('https://') !== true) {
    stdout('Others can reach it over plain HTTP: put HTTPS in front and set HUIYIN_URL before real people sign in.\n');
  }
  const hasPeople = (await openAccounts(deps).findAccounts()).some((account) => !account.isDemo);
  if (!hasPeople) stdout(`First admin, link works once within 24 hours: ${address}${await openAdminLink(db, randomToken(), clock())}\n`);
}
