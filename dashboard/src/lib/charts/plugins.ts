// What Chart.js does not draw itself: hatched buckets, events, promises, the cursor.
import type { Chart, Plugin } from 'chart.js';
import type { BucketChart, CurveChart } from './chart.ts';
import { type Paint, seriesColour } from './paint.ts';
import { peakColour } from './palette.ts';
import { shareAt } from './step-curve.ts';

/** Diagonal lines over the buckets whose figures still move. */
export function hatchPlugin(chart: BucketChart, paint: Paint): Plugin {
  return {
    id: 'hatch',
    beforeDatasetsDraw({ ctx, chartArea, scales }: Chart) {
      const x = scales.x;
      if (x === undefined || !chart.immature.some(Boolean)) return;
      const step = chart.buckets.length > 1 ? x.getPixelForValue(1) - x.getPixelForValue(0) : chartArea.width;
      ctx.save();
      ctx.beginPath();
      chart.immature.forEach((isImmature, place) => {
        if (isImmature) ctx.rect(x.getPixelForValue(place) - step / 2, chartArea.top, step, chartArea.height);
      });
      ctx.clip();
      ctx.strokeStyle = paint.hatch;
      ctx.lineWidth = 1;
      ctx.beginPath();
      for (let at = chartArea.left - chartArea.height; at < chartArea.right; at += 6) {
        ctx.moveTo(at, chartArea.bottom);
        ctx.lineTo(at + chartArea.height, chartArea.top);
      }
      ctx.stroke();
      ctx.restore();
    },
  };
}

/** Above this many, shading them all would grey the whole chart, and the bars along the edge have to do. */
const mostShaded = 8;

/** Business events: a quiet bar along the top edge over the buckets that each touches. Peaks: a coloured one just below it, and no shade. */
export function eventPlugin(chart: BucketChart, paint: Paint): Plugin {
  return {
    id: 'events',
    afterDatasetsDraw({ ctx, chartArea, scales }: Chart) {
      const x = scales.x;
      if (x === undefined || chart.events === undefined) return;
      const step = chart.buckets.length > 1 ? x.getPixelForValue(1) - x.getPixelForValue(0) : chartArea.width;
      ctx.save();
      const shaded = chart.events.filter(({ isPeak }) => isPeak !== true).length;
      for (const event of chart.events) {
        const isPeak = event.isPeak === true;
        ctx.fillStyle = isPeak ? seriesColour(paint, peakColour) : paint.quiet;
        const left = Math.max(chartArea.left, x.getPixelForValue(event.first) - step / 2);
        const right = Math.min(chartArea.right, x.getPixelForValue(event.last) + step / 2);
        if (!isPeak && shaded <= mostShaded) {
          ctx.globalAlpha = 0.07;
          ctx.fillRect(left, chartArea.top, right - left, chartArea.height);
        }
        ctx.globalAlpha = 0.8;
        ctx.fillRect(left, chartArea.top - (isPeak ? 0 : 3), Math.max(2, right - left), 3);
      }
      ctx.restore();
    },
  };
}

/** Where each channel's promise lies on the time axis: a dashed tick from the floor up to its curve. */
export function promisePlugin(chart: CurveChart, paint: Paint, shown: (key: string) => boolean): Plugin {
  return {
    id: 'promises',
    afterDatasetsDraw({ ctx, chartArea, scales }: Chart) {
      const { x, y } = scales;
      if (x === undefined || y === undefined) return;
      ctx.save();
      ctx.setLineDash([3, 3]);
      ctx.lineWidth = 1.25;
      for (const series of chart.series) {
        if (series.promiseMs === null || !shown(series.key)) continue;
        const at = x.getPixelForValue(series.promiseMs);
        if (at < chartArea.left || at > chartArea.right) continue;
        // The dot sits on the curve, not on the share kept: the two differ where a promise has several terms.
        const top = y.getPixelForValue(shareAt(series.points, series.promiseMs));
        ctx.strokeStyle = seriesColour(paint, series.colour);
        ctx.beginPath();
        ctx.moveTo(at, chartArea.bottom);
        ctx.lineTo(at, top);
        ctx.stroke();
        ctx.fillStyle = seriesColour(paint, series.colour);
        ctx.beginPath();
        ctx.arc(at, top, 3, 0, 2 * Math.PI);
        ctx.fill();
      }
      ctx.restore();
    },
  };
}
