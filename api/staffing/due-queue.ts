// A queue of written work over open hours, in one of two orders, by hands that may change from hour to hour.
import type { Instant } from '#db/model/instant.ts';

/** Work of `workMs` for one pair of hands, made of `weight` conversations that came at one instant. Null: due never. */
export type QueuedWork = { readonly at: Instant; readonly dueAt: Instant | null; readonly workMs: number; readonly weight: number };

/** `[from, to)` in which so many people work; stretches are in order and do not overlap. */
export type Hands = { readonly from: Instant; readonly to: Instant; readonly people: number };

/** For each piece of work, the share of it that was done when it was due (1 where it is due never). */
export type QueueOutcome = { readonly inTime: readonly number[] };

/** `due`: what is due first, late or not. `late-last`: what is late already waits until nothing else does. */
export const queueOrders = ['due', 'late-last'] as const;
export type QueueOrder = (typeof queueOrders)[number];

type Waiting = { readonly place: number; readonly due: number; left: number };

/**
 * Earliest due instant first, interrupted by whatever is due earlier, without idle hands while anything waits. No other order keeps more due
 * instants of work that can be kept at all (Dertouzos 1974), so what fails here fails in any order. Where not all can be kept, `late-last`
 * keeps far more of them, because nothing that is lost delays the rest. Work is taken to be divisible among all hands.
 */
export function dueQueue(work: readonly QueuedWork[], hands: readonly Hands[], by: QueueOrder = 'due'): QueueOutcome {
  const order = work.map((_, place) => place).sort((a, b) => (work[a]?.at ?? 0) - (work[b]?.at ?? 0));
  const inTime = work.map(() => 0);
  const fresh: Waiting[] = [];
  const late: Waiting[] = [];
  let next = 0;
  // Counted from the first stretch on: milliseconds since 1970 leave too few digits for thousandths of one.
  const base = hands[0]?.from ?? 0;
  const admit = (until: Instant): void => {
    for (; next < order.length; next += 1) {
      const place = order[next] ?? 0;
      const piece = work[place];
      if (piece === undefined || piece.at - base > until) return;
      push(fresh, { place, due: (piece.dueAt ?? Number.POSITIVE_INFINITY) - base, left: piece.workMs });
    }
  };
  for (const stretch of hands) {
    const { people } = stretch;
    if (people <= 0) continue;
    const to = stretch.to - base;
    let now = stretch.from - base;
    while (now < to) {
      admit(now);
      if (by === 'late-last') setLateAside(fresh, late, now);
      const heap = fresh.length > 0 ? fresh : late;
      const first = heap[0];
      const nextAt = (work[order[next] ?? -1]?.at ?? Number.POSITIVE_INFINITY) - base;
      // What becomes late under somebody's hands is put aside at that instant.
      const lateAt = by === 'late-last' && heap === fresh ? (first?.due ?? to) : to;
      const until = Math.min(to, nextAt, lateAt);
      if (first === undefined) {
        now = until;
        continue;
      }
      // What is overdue is still done, in the order in which it was due.
      const ready = now + first.left / people;
      const end = Math.min(until, ready);
      const done = ready <= until ? first.left : (end - now) * people;
      const piece = work[first.place];
      if (piece !== undefined && piece.workMs > 0) {
        const kept = end <= first.due ? done : Math.max(0, first.due - now) * people;
        inTime[first.place] = Math.min(1, (inTime[first.place] ?? 0) + kept / piece.workMs);
      }
      first.left -= done;
      // Too little to move the clock by is done: instants are numbers of so many digits only.
      if (first.left <= 1e-6 || end <= now) pop(heap);
      now = end;
    }
  }
  return { inTime: inTime.map((share, place) => (work[place]?.dueAt === null ? 1 : share > 1 - 1e-6 ? 1 : share)) };
}

function setLateAside(fresh: Waiting[], late: Waiting[], now: number): void {
  for (let first = fresh[0]; first !== undefined && first.due <= now; first = fresh[0]) {
    pop(fresh);
    push(late, first);
  }
}

const isBefore = (a: Waiting, b: Waiting): boolean => a.due < b.due || (a.due === b.due && a.place < b.place);

function push(heap: Waiting[], item: Waiting): void {
  let place = heap.push(item) - 1;
  while (place > 0) {
    const parent = (place - 1) >> 1;
    const above = heap[parent];
    if (above === undefined || !isBefore(item, above)) return;
    heap[place] = above;
    heap[parent] = item;
    place = parent;
  }
}

function pop(heap: Waiting[]): void {
  const last = heap.pop();
  if (last === undefined || heap.length === 0) return;
  heap[0] = last;
  for (let place = 0; ; ) {
    let best = place;
    for (const child of [2 * place + 1, 2 * place + 2]) {
      const [one, other] = [heap[child], heap[best]];
      if (one !== undefined && other !== undefined && isBefore(one, other)) best = child;
    }
    if (best === place) return;
    const [moved, above] = [heap[best], heap[place]];
    if (moved === undefined || above === undefined) return;
    heap[place] = moved;
    heap[best] = above;
    place = best;
  }
}
