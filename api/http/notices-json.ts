// The state of notices as JSON: what customers see now, which channels they are told about, and what is set by hand.
import { minute } from '#db/model/instant.ts';
import type { NoticeOverride } from '#db/model/notice.ts';
import { findNoticeSetting, findOverrides } from '#db/store/notice-settings.ts';
import type { AppDeps } from './app-env.ts';
import { toIso } from './to-iso.ts';

function toOverride({ channel, minMs, maxMs, texts, setBy, setAt, expiresAt }: NoticeOverride) {
  const waitMinutes = minMs === null || maxMs === null ? null : { min: minMs / minute, max: maxMs / minute };
  return { channel, waitMinutes, texts: { ...texts }, setBy, setAt: toIso(setAt), expiresAt: toIso(expiresAt) };
}

/** Channels are listed by how many conversations they have; those that were chosen and have none yet stand at the end. */
export async function readNotices({ db, engine, clock, notices }: Pick<AppDeps, 'db' | 'engine' | 'clock' | 'notices'>) {
  const setting = await findNoticeSetting(db);
  const chosen = setting?.channels ?? [];
  const counted = (await engine.values()).channel.filter(({ value }) => value !== 'none');
  const unknown = chosen.filter((channel) => counted.every(({ value }) => value !== channel)).map((value) => ({ value, n: 0 }));
  return {
    isOn: setting?.isOn ?? false,
    key: setting === null || setting.key === '' ? null : setting.key,
    isReplayed: setting?.isForDemo ?? false,
    channels: [...counted, ...unknown].map(({ value, n }) => ({ channel: value, conversations: n, isTold: chosen.includes(value) })),
    overrides: (await findOverrides(db, clock())).map(toOverride),
    notice: await notices.told(),
  };
}
