// Keeping notices going: once a minute the keeper may write, and the demo company gets its log replayed once.
import type { Logger } from 'pino';
import type { Engine } from '#api/engine/engine.ts';
import { markMs } from '#api/notice/replay-notices.ts';
import type { Db } from '#db/dialect/db.ts';
import { AppError } from '#db/model/errors.ts';
import { type Instant, minute } from '#db/model/instant.ts';
import type { Notice } from '#db/model/notice.ts';
import type { ReplayedNotice } from '#db/model/notice-forecast.ts';
import { findNoticeSetting, saveNoticeSetting } from '#db/store/notice-settings.ts';
import { keepNoticesMs, saveReplayed } from '#db/store/notices.ts';
import { getWorkspace } from '#db/store/workspace.ts';
import type { NoticeKeeper } from './notice-keeper.ts';
import { type Repeating, repeat } from './repeating.ts';

type Parts = {
  readonly db: Db;
  readonly engine: Engine;
  readonly clock: () => Instant;
  readonly randomToken: () => string;
  /** Throws where the house is closing. */ readonly checkStop?: () => void;
};

/** Waits that a channel has to have before the demo tells customers about it. */
const leastWaits = 100;
/** The engine is asked for so much at a time: questions of people come in between. */
const pieceMs = 7 * 24 * 60 * minute;

/** What a channel would have told, piece by piece, oldest first. */
export async function replayChannel(
  engine: Pick<Engine, 'notices'>,
  place: { readonly channel: string; readonly zone: string; readonly from: Instant; readonly to: Instant },
  checkStop?: () => void,
): Promise<ReplayedNotice[]> {
  const { from, to, ...rest } = place;
  const met: ReplayedNotice[] = [];
  for (let start = from; start < to; start += pieceMs) {
    checkStop?.();
    const reply = await engine.notices({ ask: 'replay', ...rest, range: { from: start, to: Math.min(to, start + pieceMs) } });
    if (reply.answer !== 'replay') throw new AppError('internal', 'the engine answered something else than it was asked');
    met.push(...reply.met);
  }
  return met;
}

/** The notices of a replay as a log holds them: one for each mark at which somebody came. */
export function toLog(channel: string, met: readonly ReplayedNotice[]): Notice[] {
  const marks = met.filter((one, index) => met[index - 1]?.shownAt !== one.shownAt);
  return marks.map(({ shownAt, minMs, maxMs, isPeak }) => {
    return { channel, shownAt, untilAt: shownAt + markMs, minMs, maxMs, origin: 'replayed', isPeak };
  });
}

/** Switches notices on for the demo company where nobody has decided, with a log of what it would have told in half a year. */
export async function beginDemoNotices({ db, engine, clock, randomToken, checkStop }: Parts): Promise<boolean> {
  const { isDemo, zone } = await getWorkspace(db);
  if (!isDemo || (await findNoticeSetting(db)) !== null) return false;
  const { channel: counted } = await engine.values();
  const channels = counted.filter(({ value, n }) => value !== 'none' && n >= leastWaits).map(({ value }) => value);
  const now = clock();
  const log: Notice[] = [];
  for (const channel of channels) {
    log.push(...toLog(channel, await replayChannel(engine, { channel, zone, from: now - keepNoticesMs, to: now }, checkStop)));
  }
  await saveReplayed(db, log);
  await saveNoticeSetting(db, { isOn: true, key: randomToken(), channels, isForDemo: true });
  return true;
}

/** Looks once a minute; the first look comes at once. */
export function keepNotices(parts: Parts & { readonly keeper: NoticeKeeper; readonly log: Logger }): Repeating {
  const { keeper, log } = parts;
  let isStopped = false;
  const checkStop = () => {
    if (isStopped) throw new AppError('unavailable', 'the house is closing');
  };
  const look = async () => {
    if (await beginDemoNotices({ ...parts, checkStop })) keeper.forget();
    await keeper.write();
  };
  const turns = repeat(look, minute, (error) => {
    if (!isStopped) log.error({ err: error }, 'the wait-time notice could not be written');
  });
  turns.turn();
  return {
    stop: () => {
      isStopped = true;
      return turns.stop();
    },
  };
}
