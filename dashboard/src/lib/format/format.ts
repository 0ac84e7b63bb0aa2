// Every way of writing a value on screen, bound to one screen language and one zone.
import type { Words } from '../words/words.ts';
import { addDays, dayIn, formatClock, formatDay, formatDayRange, formatExactTime, formatLongDay, formatMonth, formatTime } from './date.ts';
import { formatDuration, formatExactDuration } from './duration.ts';
import { formatCount, formatPoints, formatShare, formatShareInterval, type NumberStyle, shareDigits, signed } from './number.ts';

export type Interval = readonly [number | null, number | null];
export type FigureUnit = 'count' | 'share' | 'ms' | 'score' | 'points' | 'grade';

/** Digits behind the point of units that are neither shares nor times. */
const digitsOf: Readonly<Record<Exclude<FigureUnit, 'share' | 'ms'>, number>> = { count: 0, score: 1, points: 0, grade: 1 };

export type Format = ReturnType<typeof openFormat>;

/** Names of categories by their ids. */
export type CategoryNames = Readonly<Record<string, string>>;

export type FormatParts = {
  readonly words: Words;
  /** That of the workspace: the browser's own is never used. */
  readonly zone: string;
  readonly now: () => number;
  readonly categories?: CategoryNames;
};

/** The writers of one language and zone. */
export function openFormat({ words, zone, now, categories = {} }: FormatParts) {
  const style: NumberStyle = { locale: words.locale, percentGap: words.percentGap };
  const locale = words.locale;
  const thisYear = () => dayIn(zone, now()).slice(0, 4);
  const countryNames = new Intl.DisplayNames([locale], { type: 'region', fallback: 'code' });
  const languageNames = new Intl.DisplayNames([locale], { type: 'language', fallback: 'none' });

  const time = (at: string | number | null | undefined) => formatTime(at, locale, zone, thisYear());
  const duration = (ms: number | null | undefined) => formatDuration(ms, words.duration);
  const durationInterval = (interval: Interval | null | undefined) =>
    !interval || (interval[0] === null && interval[1] === null)
      ? '-'
      : interval[1] === null
        ? `> ${duration(interval[0])}`
        : `${duration(interval[0])} – ${duration(interval[1])}`;

  return {
    zone,
    locale,
    duration,
    exactDuration: (ms: number | null | undefined) => formatExactDuration(ms, words.duration),
    count: (value: number | null | undefined) => formatCount(value, style),
    score: (value: number | null | undefined) => formatCount(value, style, 1),
    share: (value: number | null | undefined, n?: number | null) => formatShare(value, style, n === undefined ? 1 : shareDigits(n)),
    /** A figure in the unit of its metric. */
    value(value: number | null | undefined, unit: FigureUnit, n?: number | null): string {
      if (unit === 'share') return formatShare(value, style, n === undefined ? 1 : shareDigits(n));
      if (unit === 'ms') return duration(value);
      if (unit === 'points' && value !== null && value !== undefined) return signed(value, style, 0);
      return formatCount(value, style, digitsOf[unit]);
    },
    interval(interval: Interval | null | undefined, unit: FigureUnit, n?: number | null): string {
      if (unit === 'ms') return durationInterval(interval);
      if (unit === 'share') return formatShareInterval(interval, style, n === undefined ? 1 : shareDigits(n));
      if (!interval) return '-';
      const [low, high] = interval.map((bound) =>
        unit === 'points' && bound !== null ? signed(bound, style, 0) : formatCount(bound, style, digitsOf[unit]),
      );
      return `${low}${unit === 'points' ? ' … ' : '–'}${high}`;
    },
    /** A difference with its sign and unit: `+1.2 points`, `−12 min`, `+34`. */
    difference(value: number | null | undefined, unit: FigureUnit): string {
      if (value === null || value === undefined) return '-';
      if (unit === 'share') return words.points(formatPoints(value, style));
      if (unit === 'ms') return value === 0 ? duration(0) : `${value > 0 ? '+' : '\u2212'}${duration(Math.abs(value))}`;
      return signed(value, style, digitsOf[unit]);
    },
    /** A difference of shares in points, without sign and unit: `1.2`. */
    pointsOf: (value: number) => formatCount(value * 100, style, 1),
    /** How much more or less than before, as a signed percentage without digits; empty where there was nothing before. */
    relative(now: number | null | undefined, before: number | null | undefined): string {
      if (now === null || now === undefined || !before) return '';
      const change = Math.round((now / before - 1) * 100) / 100;
      return `${change > 0 ? '+' : change < 0 ? '\u2212' : ''}${formatShare(Math.abs(change), style, 0)}`;
    },
    day: (day: string) => formatDay(day, locale, thisYear()),
    /** For axes: the year is told by the range. */
    shortDay: (day: string) => formatDay(day, locale),
    longDay: (day: string) => formatLongDay(day, locale),
    month: (day: string) => formatMonth(day, locale),
    dayRange: (from: string, to: string) => formatDayRange(from, to, locale, thisYear()),
    /** Days of a range of instants whose end is exclusive. */
    instantRange: (from: string, to: string) =>
      formatDayRange(dayIn(zone, Date.parse(from)), dayIn(zone, Date.parse(to) - 1), locale, thisYear()),
    /** Day and time; with the year where it is not this one. */
    time,
    clock: (at: string | number | null | undefined) => formatClock(at, locale, zone),
    exactTime: (at: string | number | null | undefined) => formatExactTime(at, locale, zone),
    /** `14:05` today, `12 Mar, 14:05` else. */
    recent: (at: string | null | undefined) =>
      at && dayIn(zone, Date.parse(at)) === dayIn(zone, now()) ? formatClock(at, locale, zone) : time(at),
    /** How long ago, in one unit's precision. */
    ago: (at: string | null | undefined) => (at ? duration(Math.max(0, now() - Date.parse(at))) : '-'),
    today: () => dayIn(zone, now()),
    tomorrow: () => addDays(dayIn(zone, now()), 1),
    /** A language tag as a name: `zh-Hans` is `Simplified Chinese`. */
    language(tag: string): string {
      if (tag === 'none') return words.unset;
      if (tag === 'und') return words.unknownLanguage;
      try {
        return languageNames.of(tag) ?? tag;
      } catch {
        // Sources send tags that are none, such as `zz_ZZ`; they are shown as they came.
        return tag;
      }
    },
    /** A country code as a name; names that sources write out stay. */
    country(code: string): string {
      if (code === 'none') return words.unset;
      if (!/^[A-Za-z]{2}$/.test(code)) return code;
      return countryNames.of(code.toUpperCase()) ?? code;
    },
    unset: words.unset,
    /** A category by its name in the taxonomy, any other as it is; `-` for none. */
    category(category: string | null): string {
      if (category === null) return '-';
      return category === 'none' ? words.unset : (categories[category] ?? category);
    },
    /** A sentiment, or why there is none; null is `not scored`. */
    sentiment: (state: string | null) => named(words.scores.sentiment, state ?? 'none'),
    urgency: (level: string | null) => named(words.scores.urgency, level ?? 'none'),
    /** A rung of complaints, or none. */
    rung: (id: string) => named(words.complaints.rungs, id),
    /** A risk flag by its name; one that the words do not know is spelled out. */
    risk: (id: string) => (id === 'none' ? words.unset : named(words.scores.risks, id)),
    urgencyReason: (id: string) => named(words.scores.reasons, id),
    /** From −1 to 1, with its sign. */
    mood: (score: number | null) => (score === null ? '-' : signed(score, style, 2)),
    channel(channel: string): string {
      if (channel === 'none') return words.unset;
      return words.channels[channel.toLowerCase()] ?? sentenceCase(channel);
    },
  };
}

function named(names: Readonly<Record<string, string>>, name: string): string {
  return names[name] ?? sentenceCase(name);
}

/** `web_form` as `Web form`: for names that no list of words knows. */
function sentenceCase(name: string): string {
  const spaced = name.replaceAll(/[_-]+/g, ' ').trim();
  return spaced.charAt(0).toUpperCase() + spaced.slice(1);
}
