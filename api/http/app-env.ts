// What every route is given: the parts of the house it may use, and who is asking.
import type { OpenAPIHono } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { Logger } from 'pino';
import type { Engine } from '#api/engine/engine.ts';
import type { Modeller } from '#api/forecast/modeller.ts';
import type { Keys } from '#db/keys.ts';
import type { SourceDesk } from '#db/model/connector.ts';
import type { Instant } from '#db/model/instant.ts';
import type { IssueDesk } from '#db/model/issue-desk.ts';
import type { LearningDesk } from '#db/model/learning-desk.ts';
import type { KeyUse } from '#db/model/push.ts';
import type { PushDesk } from '#db/model/push-desk.ts';
import type { Role } from '#db/model/role.ts';
import type { ScoringDesk } from '#db/model/scoring-desk.ts';
import type { TicketDesk } from '#db/model/ticket-desk.ts';
import type { Db } from '#db/open.ts';
import type { Reader } from '../reading/reader.ts';
import type { Planner } from '../staffing/planner.ts';
import type { Hold } from './hold.ts';
import type { NoticeKeeper } from './notice-keeper.ts';

/** The person behind a request, read from the database on every request, so that a changed role counts at once. */
export type SignedIn = {
  readonly userId: string;
  readonly sessionId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  readonly isDemoUser: boolean;
  readonly twoFactor: boolean;
};

/** The program behind a request, known by a key of the source or by a signature made with one. */
export type Sender = {
  readonly keyId: number;
  readonly sourceId: string;
  readonly use: KeyUse;
  /** What a webhook's delivery is known again by; null for pushes. */
  readonly deliveryHash: string | null;
};

export type AppEnv = { Variables: { requestId: string; address: string; signedIn: SignedIn | null; sender: Sender | null } };
export type App = OpenAPIHono<AppEnv>;
export type AppContext = Context<AppEnv>;

export type AppDeps = {
  readonly db: Db;
  readonly engine: Engine;
  /** What finds peaks and makes forecasts. */
  readonly modeller: Modeller;
  /** What lives the weeks of a channel through again. */
  readonly planner: Planner;
  /** What reads English messages closely. */
  readonly reader: Reader;
  readonly keys: Keys;
  readonly clock: () => Instant;
  readonly log: Logger;
  readonly version: string;
  /** True where the server listens on a loopback address only: the demo sign-in needs it. */
  readonly isLoopback: boolean;
  /** Address under which people reach the house, where it stands behind a proxy; null: the Host header of the request. */
  readonly publicUrl: string | null;
  /** Unguessable text for links, at least 128 bits. */
  readonly randomToken: () => string;
  /** Address of the peer; a proxy's headers are never trusted here. */
  readonly remoteAddress: (c: AppContext) => string;
  /** While held, the columns do not move: an export stays one consistent list. */
  readonly hold: Hold;
  /** What adds, tests and reads sources. */
  readonly sources: SourceDesk;
  /** What takes records that are sent to us, and makes keys for their senders. */
  readonly push: PushDesk;
  /** What scores, by which taxonomy, and scores stored messages anew. */
  readonly scoring: ScoringDesk;
  /** What teaches models with the labels of people, and puts them in force. */
  readonly learning: LearningDesk;
  /** What customers are told, and what writes it down. */
  readonly notices: NoticeKeeper;
  /** What places conversations with issues, and learns from the edits of people. */
  readonly issues: IssueDesk;
  /** What makes tickets of issues in a tracker of developers, and reads how they stand. */
  readonly tickets: TicketDesk;
  /** Folder of the built dashboard; null where it was not built. */
  readonly dashboardFolder: string | null;
};
