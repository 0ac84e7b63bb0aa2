// The range of days that a view looks at: presets that move with today, or two fixed days.
import { addDays, firstOfMonth, isDay, yearBefore } from '../format/date.ts';

export const presets = ['today', 'yesterday', '7d', '28d', '90d', 'this-month', 'last-month', '12m'] as const;
export type Preset = (typeof presets)[number];

/** Both days inclusive, in the workspace's zone. */
export type DayRange = { readonly from: string; readonly to: string };
export type Range = { readonly preset: Preset } | DayRange;

export const defaultRange: Range = { preset: '28d' };

/** Days of a range on the given today. The counted presets end yesterday: a day that is not over cannot be compared with whole ones. */
export function resolveRange(range: Range, today: string): DayRange {
  if (!('preset' in range)) return range;
  const yesterday = addDays(today, -1);
  switch (range.preset) {
    case 'today':
      return { from: today, to: today };
    case 'yesterday':
      return { from: yesterday, to: yesterday };
    case '7d':
      return { from: addDays(today, -7), to: yesterday };
    case '28d':
      return { from: addDays(today, -28), to: yesterday };
    case '90d':
      return { from: addDays(today, -90), to: yesterday };
    case 'this-month':
      return { from: firstOfMonth(today), to: today };
    case 'last-month':
      return { from: firstOfMonth(today, -1), to: addDays(firstOfMonth(today), -1) };
    case '12m':
      return { from: yearBefore(today), to: yesterday };
    default:
      return range.preset satisfies never;
  }
}

/** Reads `range=28d` or `from=...&to=...`; whatever makes no sense becomes the default, because a link must always open. */
export function parseRange(params: URLSearchParams): Range {
  const preset = presets.find((name) => name === params.get('range'));
  if (preset !== undefined) return { preset };
  const from = params.get('from') ?? '';
  const to = params.get('to') ?? '';
  if (isDay(from) && isDay(to)) return from <= to ? { from, to } : { from: to, to: from };
  return defaultRange;
}

/** The parameters of a range; none for the default, so that the plain address stays plain. */
export function serialiseRange(range: Range): [string, string][] {
  if (!('preset' in range)) {
    return [
      ['from', range.from],
      ['to', range.to],
    ];
  }
  return 'preset' in defaultRange && range.preset === defaultRange.preset ? [] : [['range', range.preset]];
}
