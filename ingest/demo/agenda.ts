// The agenda of the simulation: what happens next, in order of time.
import type { Instant } from '#db/model/instant.ts';

export type Agenda = {
  /** The instant being lived through. */
  now(): Instant;
  /** Plans something; instants in the past happen now. Equal instants keep the order of planning. */
  plan(at: Instant, run: () => void): void;
  /** Lives through everything before `endAt`. */
  runUntil(endAt: Instant): void;
};

type Entry = { readonly at: Instant; readonly order: number; readonly run: () => void };

const isBefore = (a: Entry, b: Entry): boolean => a.at < b.at || (a.at === b.at && a.order < b.order);

/** Opens an empty agenda at an instant: a binary heap, so a year of some 500,000 entries takes a second. */
export function openAgenda(startAt: Instant): Agenda {
  const heap: Entry[] = [];
  let [current, planned] = [startAt, 0];

  const push = (entry: Entry): void => {
    let at = heap.length;
    heap.push(entry);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = heap[parent];
      if (above === undefined || !isBefore(entry, above)) break;
      heap[at] = above;
      at = parent;
    }
    heap[at] = entry;
  };

  const pop = (): Entry | undefined => {
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      const [left, right] = [heap[child], heap[child + 1]];
      if (left === undefined) break;
      let below = left;
      if (right !== undefined && isBefore(right, left)) {
        child += 1;
        below = right;
      }
      if (!isBefore(below, last)) break;
      heap[at] = below;
      at = child;
    }
    heap[at] = last;
    return first;
  };

  return {
    now: () => current,
    plan(at, run) {
      // Whole milliseconds, so that whatever is written down at `now()` is an instant.
      push({ at: Math.max(Math.round(at), current), order: planned, run });
      planned += 1;
    },
    runUntil(endAt) {
      for (let next = heap[0]; next !== undefined && next.at < endAt; next = heap[0]) {
        pop();
        current = next.at;
        next.run();
      }
      current = endAt;
    },
  };
}
