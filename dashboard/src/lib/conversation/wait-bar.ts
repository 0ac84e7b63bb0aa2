// The geometry of one wait, drawn to scale: where it was late, where we were closed, where the customer asked again.

export type Stretch = { readonly from: number; readonly to: number };

export type WaitBar = {
  /** All places are shares of the bar, 0 at its left end and 1 at its right. */
  readonly length: number;
  readonly lateFrom: number | null;
  readonly due: number | null;
  readonly nudges: readonly number[];
  readonly closed: readonly Stretch[];
};

export type WaitBarInput = {
  readonly fromAt: number;
  /** Null while open: then the bar ends at `now`. */
  readonly untilAt: number | null;
  readonly dueAt: number | null;
  readonly now: number;
  readonly nudgesAt: readonly number[];
  readonly openHours: readonly { readonly fromAt: number; readonly toAt: number }[];
};

/** From the beginning to the end or the due instant, whichever is later: what was left, or how late it was, is seen to scale. */
export function waitBar(input: WaitBarInput): WaitBar {
  const endAt = input.untilAt ?? input.now;
  const lengthMs = Math.max(1, endAt - input.fromAt);
  const dueMs = input.dueAt === null ? null : input.dueAt - input.fromAt;
  const scaleMs = Math.max(lengthMs, dueMs ?? 0);
  const place = (at: number) => clamp((at - input.fromAt) / scaleMs);
  return {
    length: lengthMs / scaleMs,
    lateFrom: input.dueAt !== null && input.dueAt < endAt ? place(input.dueAt) : null,
    due: input.dueAt === null ? null : place(input.dueAt),
    nudges: input.nudgesAt.filter((at) => at > input.fromAt && at <= endAt).map(place),
    closed: closedStretches(input, scaleMs).map(({ from, to }) => ({ from: clamp(from / scaleMs), to: clamp(to / scaleMs) })),
  };
}

/** What lies between the opening hours, in ms from the beginning; nothing where no hours are known at all. */
function closedStretches(input: WaitBarInput, scaleMs: number): readonly Stretch[] {
  if (input.openHours.length === 0) return [];
  const closed: Stretch[] = [];
  let at = 0;
  for (const hours of [...input.openHours].sort((a, b) => a.fromAt - b.fromAt)) {
    const from = hours.fromAt - input.fromAt;
    const to = hours.toAt - input.fromAt;
    if (to <= at) continue;
    if (from >= scaleMs) break;
    if (from > at) closed.push({ from: at, to: from });
    at = to;
  }
  if (at < scaleMs) closed.push({ from: at, to: scaleMs });
  return closed;
}

function clamp(share: number): number {
  return Math.min(1, Math.max(0, share));
}
