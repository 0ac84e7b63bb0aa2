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

/**
 * A due instant beyond the end stretches the scale, so that what was left can be seen, but at most to four times
 * the wait: a reply after a minute to a promise of a day would else vanish.
 */
export function waitBar(input: WaitBarInput): WaitBar {
  const endAt = input.untilAt ?? input.now;
  const lengthMs = Math.max(1, endAt - input.fromAt);
  const dueMs = input.dueAt === null ? null : input.dueAt - input.fromAt;
  const scaleMs = Math.max(lengthMs, dueMs === null ? 0 : Math.min(dueMs, 4 * lengthMs));
  const place = (at: number) => clamp((at - input.fromAt) / scaleMs);
  const isDueShown = dueMs !== null && dueMs <= scaleMs;
  return {
    length: lengthMs / scaleMs,
    lateFrom: input.dueAt !== null && input.dueAt < endAt ? place(input.dueAt) : null,
    due: isDueShown && input.dueAt !== null ? place(input.dueAt) : null,
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
