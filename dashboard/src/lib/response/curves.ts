// The answer of the "answered by t" question as a chart of curves.
import type { Answer } from '../api/shapes.ts';
import type { CurveChart } from '../charts/chart.ts';
import { colourOf } from '../charts/palette.ts';
import { curveRange, shareAt } from '../charts/step-curve.ts';
import { valueOf } from '../metrics/figure.ts';

/**
 * Curves by size, the largest first. `byFrequency`: all channels of the workspace, which decides the colours.
 * `kept`: promises kept by channel, the same figure as everywhere else; a promise on the other clock is no single time here.
 */
export function curvesOf(answer: Answer, kept: Answer | null, label: (key: string) => string, byFrequency: readonly string[]): CurveChart {
  const curves = [...(answer.curves ?? [])].filter((curve) => curve.n > 0).sort((a, b) => b.n - a.n);
  const { fromMs, toMs } = curveRange(curves);
  return {
    fromMs,
    toMs,
    series: curves.map((curve) => ({
      key: curve.key,
      label: label(curve.key),
      colour: colourOf(curve.key, byFrequency),
      n: curve.n,
      points: curve.points,
      promiseMs: curve.promiseMs,
      withinPromise: keptIn(kept, curve.key),
      notAnswered: curve.points.length === 0 ? 1 : 1 - shareAt(curve.points, toMs),
    })),
  };
}

function keptIn(kept: Answer | null, channel: string): number | null {
  const group = kept?.groups.find((candidate) => candidate.keys[0] === channel);
  return group === undefined ? null : valueOf(group);
}
