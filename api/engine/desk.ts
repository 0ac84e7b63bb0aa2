// The desk: holds the columns and answers one request at a time, in a worker thread or in the calling one.

import { listDisagreements, reportSatisfaction } from '#api/satisfaction/report.ts';
import type { Instant } from '#db/model/instant.ts';
import type { Answer, Freshness, Plan, RowPage, Rows } from '#db/model/metric.ts';
import type { NoticeQuestion, NoticeReply } from '#db/model/notice-forecast.ts';
import type { DisagreementRows, DisagreementSide, SatisfactionReport } from '#db/model/satisfaction.ts';
import { openDb } from '#db/open.ts';
import { answerPlan, freshnessOf, type Setting } from './answer.ts';
import type { DimensionValues } from './engine.ts';
import { type Followed, followChanges } from './follow.ts';
import { openNoticeDesk } from './notices.ts';
import { openRooms } from './rooms.ts';
import { rowsOfPlan } from './rows.ts';
import type { KeepOptions } from './saved/keeper.ts';
import { openShelf, type SayOfFile } from './saved/shelf.ts';
import type { StopCheck } from './scan.ts';
import { dimensionValues } from './values.ts';

/** `hasChanged`: answers given before may no longer hold, because facts or settings are others now. */
export type Refreshed = { readonly freshness: Freshness; readonly hasChanged: boolean };

export type Desk = {
  ask(plan: Plan, checkStop: StopCheck): Answer;
  rows(plan: Plan, page: RowPage, checkStop: StopCheck): Rows;
  satisfaction(plan: Plan, checkStop: StopCheck): SatisfactionReport;
  disagreements(plan: Plan, side: DisagreementSide, page: RowPage, checkStop: StopCheck): DisagreementRows;
  values(): DimensionValues;
  notices(question: NoticeQuestion): NoticeReply;
  /** `asOf` null: no clock was given, and the latest message stands in. */
  freshness(asOf: Instant | null): Freshness;
  refresh(asOf: Instant | null): Promise<Refreshed>;
  close(): Promise<void>;
};

/** How a desk begins: over which store, and where its columns are kept from one start to the next, if they are. */
export type DeskStart = {
  readonly location: string;
  readonly keep?: KeepOptions | undefined;
  /** Takes what there is to say of the file of columns. */
  readonly say?: SayOfFile | undefined;
};

/** Opens the store for reading and takes up its columns. */
export async function openDesk({ location, keep, say = () => undefined }: DeskStart): Promise<Desk> {
  const db = await openDb(location, { readonly: true });
  const shelf = openShelf({ location, keep, say });
  let followed: Followed = await shelf.take(db);
  // Refreshes one after the other: two at once would put the same changes in twice.
  let following: Promise<void> = Promise.resolve();
  const rooms = openRooms();
  const notices = openNoticeDesk();
  const settingWith = (checkStop: StopCheck): Setting => ({ ...followed, rooms, checkStop });
  const freshness = (asOf: Instant | null) => freshnessOf(followed.columns, asOf ?? followed.columns.lastMessageAt() ?? 0);
  return {
    ask: (plan, checkStop) => answerPlan(settingWith(checkStop), plan),
    rows: (plan, page, checkStop) => rowsOfPlan(settingWith(checkStop), plan, page),
    satisfaction: (plan, checkStop) => reportSatisfaction(settingWith(checkStop), plan),
    disagreements: (plan, side, page, checkStop) => listDisagreements(settingWith(checkStop), plan, side, page),
    values: () => dimensionValues(followed.columns),
    notices: (question) => notices.answer(followed, question),
    freshness,
    async refresh(asOf) {
      let hasChanged = false;
      const turn = following.then(async () => {
        const before = followed;
        const change = before.columns.change;
        followed = await followChanges(db, before);
        hasChanged = isOther(before, followed) || followed.columns.change !== change;
        followed = await shelf.putSome(before, followed);
      });
      following = turn.catch(() => undefined);
      await turn;
      return { freshness: freshness(asOf), hasChanged };
    },
    async close() {
      await following;
      await db.close();
      await shelf.put(followed);
    },
  };
}

function isOther(before: Followed, after: Followed): boolean {
  if (before.columns !== after.columns || before.calendars !== after.calendars) return true;
  return JSON.stringify(before.promises) !== JSON.stringify(after.promises);
}
