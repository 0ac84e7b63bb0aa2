// The curve "answered by t": what it says at a time, its range on a log axis, and its stops for keyboard and pointer.
import type { CurvePoint } from './chart.ts';

/** Share answered within `ms`: the last step at or before it, 0 before the first. */
export function shareAt(points: readonly CurvePoint[], ms: number): number {
  let low = 0;
  let high = points.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const point = points[middle];
    if (point !== undefined && point.ms <= ms) low = middle + 1;
    else high = middle;
  }
  return points[low - 1]?.share ?? 0;
}

const leastMs = 10_000;

/** The range of the time axis: round times that hold every step and every promise; never below 10 seconds. */
export function curveRange(curves: readonly { readonly points: readonly CurvePoint[]; readonly promiseMs: number | null }[]): {
  readonly fromMs: number;
  readonly toMs: number;
} {
  const times = curves.flatMap((curve) => {
    // The first hundredth and the last half per cent are left to the edges: one reply after 4 s must not stretch the axis.
    const first = curve.points.find((point) => point.share >= 0.01)?.ms;
    const last = curve.points.at(-1)?.ms;
    return [first, last, curve.promiseMs].filter((ms) => ms !== null && ms !== undefined);
  });
  if (times.length === 0) return { fromMs: 60_000, toMs: 7 * 86_400_000 };
  const fromMs = Math.max(leastMs, Math.min(...times) / 1.5);
  return { fromMs, toMs: Math.max(Math.max(...times) * 1.1, fromMs * 10) };
}

/** `count` times spread evenly over the log axis, both ends included. */
export function logStops(fromMs: number, toMs: number, count: number): readonly number[] {
  const ratio = Math.log(toMs / fromMs);
  return Array.from({ length: count }, (_, stop) => fromMs * Math.exp((ratio * stop) / (count - 1)));
}

/** The points to draw: cut to the range, thinned to about `most`, begun at the left edge and led to the right one. */
export function drawnSteps(points: readonly CurvePoint[], fromMs: number, toMs: number, most = 240): readonly CurvePoint[] {
  const start = shareAt(points, fromMs);
  const inside = points.filter((point) => point.ms > fromMs && point.ms <= toMs);
  const every = Math.max(1, Math.ceil(inside.length / most));
  const thin = inside.filter((_, place) => place % every === 0 || place === inside.length - 1);
  const before = points.filter((point) => point.ms <= fromMs).at(-1);
  const left: CurvePoint = { ms: fromMs, share: start, low: before?.low ?? 0, high: before?.high ?? 0 };
  const last = thin.at(-1) ?? left;
  return [left, ...thin, { ...last, ms: toMs }];
}
