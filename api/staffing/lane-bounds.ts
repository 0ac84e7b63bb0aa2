// Written answers lived through again in two orders of work: the bounds between which the share in time of each week lies.
import type { InstantRange } from '#db/model/metric.ts';
import type { Bounds } from './between-bounds.ts';
import { dueQueue, type Hands, type QueueOrder } from './due-queue.ts';
import type { Lane } from './lived-lanes.ts';
import { stackedHands } from './stacked-hands.ts';

/** `added`: people more (or fewer, below 0), who share themselves out over the lanes by the work in them. `factor`: times as much work. */
export type LaneChange = { readonly added: readonly Hands[]; readonly factor: number };

/**
 * Bounds of first answers by the week in which they were wanted. `low`: whatever is due first is done first, late or not, so that a flood
 * makes everything late. `high`: what is late already waits until nothing else does. Teams work in between.
 */
export function laneBounds(lanes: readonly Lane[], weeks: readonly InstantRange[], change: LaneChange): Bounds[] {
  const all = lanes.reduce((sum, lane) => sum + workOf(lane), 0);
  const sums = weeks.map(() => ({ n: 0, due: 0, 'late-last': 0 }));
  for (const lane of lanes) {
    const share = all > 0 ? workOf(lane) / all : 0;
    const added = change.added.map((stretch) => ({ ...stretch, people: stretch.people * share }));
    const hands = stackedHands([...lane.hands, ...added]);
    const work = lane.work.map((one) => ({ ...one, workMs: one.workMs * change.factor }));
    const places = lane.work.map(({ wantedAt, isFirst }) =>
      isFirst ? weeks.findIndex(({ from, to }) => from <= wantedAt && wantedAt < to) : -1,
    );
    const add = (by: QueueOrder): void => {
      dueQueue(work, hands, by).inTime.forEach((share, nth) => {
        const sum = sums[places[nth] ?? -1];
        if (sum !== undefined) sum[by] += share;
      });
    };
    add('due');
    add('late-last');
    for (const place of places) {
      const sum = sums[place];
      if (sum !== undefined) sum.n += 1;
    }
  }
  return sums.map(({ n, ...kept }) => ({ n, low: n > 0 ? kept.due / n : 0, high: n > 0 ? kept['late-last'] / n : 0 }));
}

function workOf({ work }: Lane): number {
  return work.reduce((sum, { workMs }) => sum + workMs, 0);
}
