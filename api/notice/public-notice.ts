// What the public is told: a few rounded aggregates of the channels that people chose, and nothing else that the house knows.
import type { Instant } from '#db/model/instant.ts';
import type { InstantRange } from '#db/model/metric.ts';
import type { Notice, NoticeOverride } from '#db/model/notice.ts';
import type { NoticeForecast } from '#db/model/notice-forecast.ts';
import { finestMs, publicMinutes } from './rounded-range.ts';

type Stretch = { readonly from: string; readonly to: string };

export type PublicChannel = {
  readonly channel: string;
  /** Multiples of five, or 0 to less than five; null where nothing can be told. */
  readonly waitMinutes: { readonly min: number; readonly max: number } | null;
  readonly isPeak: boolean;
  /** Null where the channel has no calendar. */
  readonly isOpen: boolean | null;
  readonly quiet: readonly Stretch[];
  readonly open: readonly Stretch[] | null;
  /** What people wrote for customers, by language; empty where nobody did. */
  readonly texts: Readonly<Record<string, string>>;
};

export type PublicNotice = { readonly asOf: string; readonly zone: string; readonly channels: readonly PublicChannel[] };

/** What is known of a channel that customers are told about. */
export type Told = {
  readonly channel: string;
  readonly notice: Notice | null;
  readonly forecast: NoticeForecast;
  readonly override: NoticeOverride | null;
};

const iso = (at: Instant): string => new Date(Math.round(at / finestMs) * finestMs).toISOString();
const toStretch = ({ from, to }: InstantRange): Stretch => ({ from: iso(from), to: iso(to) });

/** Puts a notice into words for machines. Every number and every instant is rounded here, whatever came in: to five minutes, waits below that to whole ones. */
export function publicNotice(told: readonly Told[], { at, zone }: { readonly at: Instant; readonly zone: string }): PublicNotice {
  return { asOf: iso(Math.floor(at / finestMs) * finestMs), zone, channels: told.map((one) => toChannel(one, at)) };
}

function toChannel({ channel, notice, forecast, override }: Told, at: Instant): PublicChannel {
  const { open, quiet } = forecast;
  return {
    channel,
    waitMinutes: notice === null ? null : publicMinutes(notice),
    isPeak: notice?.isPeak ?? false,
    isOpen: open === null ? null : open.some(({ from, to }) => from <= at && at < to),
    quiet: quiet.map(toStretch),
    open: open === null ? null : open.map(toStretch),
    texts: { ...override?.texts },
  };
}
