// The charts of the page on satisfaction: groups, waits and drivers as estimates side by side.
import type { Answer, SatisfactionReport } from '../api/shapes.ts';
import type { IntervalChart, IntervalRow } from '../charts/interval.ts';
import type { Format } from '../format/format.ts';
import { intervalOf, valueOf } from '../metrics/figure.ts';
import type { ListSpec } from '../url-state/panel.ts';
import type { Words } from '../words/words.ts';

type Effect = SatisfactionReport['drivers']['effects'][number];
type Curve = SatisfactionReport['waits'][number];

const mostGroups = 10;

/** The groups of a share, most frequent first, each leading to its ratings. */
export function groupChart(
  answer: Answer,
  by: 'channel' | 'language',
  words: Words,
  format: Format,
  href: (list: ListSpec) => string,
): IntervalChart {
  const rows = answer.groups.slice(0, mostGroups).map((group): IntervalRow => {
    const key = group.keys[0] ?? group.key;
    const interval = intervalOf(group);
    return {
      key,
      label: by === 'channel' ? format.channel(key) : format.language(key),
      value: valueOf(group),
      low: interval?.[0] ?? null,
      high: interval?.[1] ?? null,
      n: group.n,
      href: href({ metric: 'csat', where: { [by]: [key] } }),
      isQuiet: group.n < 10,
    };
  });
  return { unit: 'share', rowName: by === 'channel' ? words.satisfaction.byChannel : words.satisfaction.byLanguage, rows };
}

/** What a band of waits is called. */
export function bandName({ fromMs, toMs }: Pick<Curve['bands'][number], 'fromMs' | 'toMs'>, words: Words, format: Format): string {
  const text = words.satisfaction;
  const [from, to] = [format.duration(fromMs), toMs === null ? null : format.duration(toMs)];
  return to === null ? text.bandFrom(from) : fromMs === 0 ? text.bandTo(to) : text.band(from, to);
}

export type ChartWords = { readonly words: Words; readonly format: Format; readonly href: (list: ListSpec) => string };

/** Satisfaction by wait of all channels (`channel` null) or of one, each band leading to its ratings. */
export function waitChart(curves: readonly Curve[], channel: string | null, { words, format, href }: ChartWords): IntervalChart {
  const curve = curves.find((one) => one.channel === channel) ?? curves[0];
  const where = curve === undefined || curve.channel === null ? {} : { where: { channel: [curve.channel] } };
  const rows = (curve?.bands ?? []).map((band): IntervalRow => {
    const part = ['wait', band.fromMs, ...(band.toMs === null ? [] : [band.toMs])].join(':');
    return {
      key: String(band.fromMs),
      label: bandName(band, words, format),
      value: band.value,
      low: band.interval?.[0] ?? null,
      high: band.interval?.[1] ?? null,
      n: band.n,
      href: band.n === 0 ? null : href({ metric: 'csat', part, ...where }),
      isQuiet: band.n < 10,
    };
  });
  return { unit: 'share', rowName: words.satisfaction.waits, rows };
}

/** What an effect is called. */
export function driverName({ kind, key, against }: Pick<Effect, 'kind' | 'key' | 'against'>, words: Words, format: Format): string {
  const text = words.satisfaction;
  if (kind === 'category') return text.about(format.category(key), format.category(against));
  if (kind === 'channel') return text.through(format.channel(key ?? 'none'), format.channel(against ?? 'none'));
  return kind === 'tone' ? (text.toneName[key ?? ''] ?? kind) : text.driverName[kind];
}

/** The effects, each leading to the ratings that have it. */
export function driverChart({ effects }: SatisfactionReport['drivers'], { words, format, href }: ChartWords): IntervalChart {
  const rows = effects.map(
    (effect): IntervalRow => ({
      key: `${effect.kind} ${effect.key}`,
      label: driverName(effect, words, format),
      value: effect.effect,
      low: effect.interval[0],
      high: effect.interval[1],
      n: effect.n,
      href: href({ metric: 'csat', part: ['driver', effect.kind, ...(effect.key === null ? [] : [effect.key])].join(':') }),
      isQuiet: !effect.isClear,
    }),
  );
  return { unit: 'difference', rowName: words.satisfaction.drivers, rows };
}

/** Only what a team can change: whom it serves and through what is no lever. */
const levers: readonly Effect['kind'][] = ['wait', 'nudges', 'reopened', 'language', 'tone'];

/** Less satisfaction where the answer was kind: that tells of whom kind words go to, and nobody should answer less kindly for it. */
const isLikelySelection = ({ kind, key, effect }: Effect): boolean => kind === 'tone' && key === 'warm' && effect < 0;

/** The clear effect of a lever that is the largest; null without one. What is likely selection is none. */
export function strongestLever({ effects }: SatisfactionReport['drivers']): Effect | null {
  const clear = effects.filter((effect) => effect.isClear && levers.includes(effect.kind) && !isLikelySelection(effect));
  return clear.toSorted((a, b) => Math.abs(b.effect) - Math.abs(a.effect))[0] ?? null;
}

/** Clear effects of levers and mood in one sentence each, then those that are not clear. */
export function driverLines({ effects }: SatisfactionReport['drivers'], words: Words, format: Format): readonly string[] {
  const text = words.satisfaction;
  const told = effects.filter(({ kind }) => kind !== 'category' && kind !== 'channel');
  const number = (share: number) => format.pointsOf(Math.abs(share));
  const clear = told
    .filter(({ isClear }) => isClear)
    .map((effect) => {
      const ends = [Math.abs(effect.interval[0]), Math.abs(effect.interval[1])].sort((a, b) => a - b);
      const said = effect.effect < 0 ? text.goesLess : text.goesMore;
      const line = said(driverName(effect, words, format), number(effect.effect), number(ends[0] ?? 0), number(ends[1] ?? 0));
      return isLikelySelection(effect) ? text.likelySelected(line) : line;
    });
  const vague = told.filter(({ isClear }) => !isClear).map((effect) => driverName(effect, words, format));
  return vague.length === 0 ? clear : [...clear, text.unclear(vague.join(words.listJoin))];
}
