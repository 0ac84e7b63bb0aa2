// The keeper of notices: every five minutes it writes down what customers are told, and it alone says what they are told now.
import type { Engine } from '#api/engine/engine.ts';
import { type PublicNotice, publicNotice, type Told } from '#api/notice/public-notice.ts';
import { markMs, markOf } from '#api/notice/replay-notices.ts';
import type { Db } from '#db/dialect/db.ts';
import { AppError } from '#db/model/errors.ts';
import { type Instant, minute } from '#db/model/instant.ts';
import type { Notice, NoticeOverride, NoticeSetting } from '#db/model/notice.ts';
import type { NoticeForecast } from '#db/model/notice-forecast.ts';
import { findNoticeSetting, findOverrides, forgetExpiredOverrides } from '#db/store/notice-settings.ts';
import { endNotices, findNoticesAt, forgetOldNotices, saveNotice } from '#db/store/notices.ts';
import { getWorkspace } from '#db/store/workspace.ts';

/** A notice stands for two marks: one late run of the keeper leaves no gap. */
const standsMs = 2 * markMs;
const cachedMs = minute;

export type NoticeKeeper = {
  /** Writes what is told from now on, where customers are told anything. Cheap where the present mark was written already. */
  write(): Promise<void>;
  /** What customers are told now; computed at most once a minute. Null where they are told nothing. */
  told(): Promise<PublicNotice | null>;
  /** After a change by people: what was worked out for this mark is worked out anew. */
  forget(): void;
};

type KeeperParts = { readonly db: Db; readonly engine: Pick<Engine, 'notices'>; readonly clock: () => Instant };
type Made = {
  readonly mark: Instant;
  readonly at: Instant;
  readonly zone: string;
  readonly forecasts: ReadonlyMap<string, NoticeForecast>;
};

export function openNoticeKeeper(parts: KeeperParts): NoticeKeeper {
  const { db, clock } = parts;
  let made: Made | null = null;
  let written: Instant | null = null;
  let cached: { readonly at: Instant; readonly notice: Promise<PublicNotice | null> } | null = null;
  const current = async (setting: NoticeSetting): Promise<Made> => {
    const isFresh = made?.mark === markOf(clock()) && setting.channels.every((channel) => made?.forecasts.has(channel));
    made = made !== null && isFresh ? { ...made, at: clock() } : await forecastAll(parts, setting.channels);
    return made;
  };
  const write = async () => {
    const setting = await findNoticeSetting(db);
    if (setting?.isOn !== true || written === markOf(clock())) return;
    const now = await current(setting);
    await writeNotices(db, setting.channels, now);
    written = now.mark;
  };
  const work = async () => {
    const setting = await findNoticeSetting(db);
    if (setting?.isOn !== true) return null;
    await write();
    return await composeNotice(db, setting.channels, await current(setting));
  };
  return {
    write,
    told: () => {
      const at = clock();
      if (cached !== null && at >= cached.at && at < cached.at + cachedMs) return cached.notice;
      const notice = work();
      cached = { at, notice };
      // A failure is not kept for a minute: the next who asks tries again.
      notice.catch(() => {
        cached = null;
      });
      return notice;
    },
    forget: () => {
      written = null;
      cached = null;
    },
  };
}

async function forecastAll({ db, engine, clock }: KeeperParts, channels: readonly string[]): Promise<Made> {
  const at = clock();
  const { zone } = await getWorkspace(db);
  const forecasts = new Map<string, NoticeForecast>();
  for (const channel of channels) {
    const reply = await engine.notices({ ask: 'forecast', channel, at, zone });
    if (reply.answer !== 'forecast') throw new AppError('internal', 'the engine answered something else than it was asked');
    forecasts.set(channel, reply.forecast);
  }
  return { mark: markOf(at), at, zone, forecasts };
}

async function writeNotices(db: Db, channels: readonly string[], { at, mark, forecasts }: Made): Promise<void> {
  const overrides = await findOverrides(db, at);
  const standing = new Map((await findNoticesAt(db, at)).map((notice) => [notice.channel, notice]));
  for (const channel of channels) {
    const next = nextNotice({ channel, at, mark }, forecasts.get(channel) ?? null, overrides);
    if (next === null) await endNotices(db, channel, at);
    else if (!isWritten(standing.get(channel) ?? null, next)) await saveNotice(db, next);
  }
  for (const channel of standing.keys()) if (!channels.includes(channel)) await endNotices(db, channel, at);
  await forgetOldNotices(db, at);
  await forgetExpiredOverrides(db, at);
}

async function composeNotice(db: Db, channels: readonly string[], { at, zone, forecasts }: Made): Promise<PublicNotice> {
  const overrides = await findOverrides(db, at);
  const standing = await findNoticesAt(db, at);
  const told = channels.flatMap((channel): Told[] => {
    const forecast = forecasts.get(channel);
    const notice = standing.find((one) => one.channel === channel) ?? null;
    const override = overrides.find((one) => one.channel === channel) ?? null;
    return forecast === undefined ? [] : [{ channel, notice, forecast, override }];
  });
  return publicNotice(told, { at, zone });
}

type Now = { readonly channel: string; readonly at: Instant; readonly mark: Instant };

/** What to say of a channel: what people set by hand, else what is predicted; null where neither is there. */
function nextNotice({ channel, at, mark }: Now, forecast: NoticeForecast | null, overrides: readonly NoticeOverride[]): Notice | null {
  const override = overrides.find((one) => one.channel === channel);
  const isPeak = forecast?.isPeak ?? false;
  const place = { channel, shownAt: at, untilAt: mark + standsMs, isPeak };
  if (override !== undefined && override.minMs !== null && override.maxMs !== null) {
    // What is set by hand ends when it expires, not at the next mark.
    const untilAt = Math.min(place.untilAt, override.expiresAt);
    return { ...place, untilAt, minMs: override.minMs, maxMs: override.maxMs, origin: 'manual' };
  }
  return forecast === null || forecast.wait === null ? null : { ...place, ...forecast.wait, origin: 'predicted' };
}

/** Another process wrote for this mark already; what it predicted stands, so that all processes say the same. */
function isWritten(present: Notice | null, next: Notice): boolean {
  if (present === null || present.origin !== next.origin || present.untilAt < next.untilAt) return false;
  return next.origin === 'predicted' || (present.minMs === next.minMs && present.maxMs === next.maxMs);
}
