// Alerts of the past, found as they would have been told: for a store that was filled at once, such as the demo's.
import { day, hour, type Instant } from '#db/model/instant.ts';
import type { Db } from '#db/open.ts';
import { findEvents } from '#db/store/events.ts';
import { findAlerts, judgeAlert } from '#db/store/issue-alerts.ts';
import { lookForEmerging } from './watch-issues.ts';

export type Replay = { readonly from: Instant; readonly to: Instant; readonly everyMs: number };

/** Looks at each instant of the past with nothing but what had arrived by then, by the issues of now. Gives how many alerts were raised. */
export async function replayAlerts(db: Db, { from, to, everyMs }: Replay): Promise<number> {
  let raised = 0;
  for (let now = from; now <= to; now += everyMs) raised += (await lookForEmerging(db, now)).length;
  return raised;
}

const demoWeeks = 9;
const lookEveryMs = 2 * hour;
/** What happened to the company moves what is written for so long. */
const echoMs = 4 * day;
const judgedAfterMs = 5 * hour;
/** The latest stay unjudged: a visitor may try it. */
const unjudgedMs = 3 * day;
const mostAlerts = 200;

/** The alerts of the demo's last nine weeks, each judged by what happened: real where a release, an incident, a campaign or a market move lay in the four days before. */
export async function tellDemoAlerts(db: Db, now: Instant): Promise<number> {
  const raised = await replayAlerts(db, { from: now - demoWeeks * 7 * day, to: now, everyMs: lookEveryMs });
  const happenings = (await findEvents(db, null)).filter(({ kind }) => kind !== 'holiday');
  for (const { id, raisedAt } of await findAlerts(db, mostAlerts)) {
    if (raisedAt > now - unjudgedMs) continue;
    const isReal = happenings.some(({ fromAt, toAt }) => raisedAt >= fromAt && raisedAt <= toAt + echoMs);
    await judgeAlert(db, id, { verdict: isReal ? 'real' : 'false', by: 'demo', at: raisedAt + judgedAfterMs });
  }
  return raised;
}
