// The paths of a spark line in a box of 100 by 100.

export type Spark = {
  /** What is settled, and the tail that still moves. */
  readonly firm: string;
  readonly moving: string;
  readonly area: string;
  readonly last: { readonly x: number; readonly y: number } | null;
};

export type SparkOptions = { readonly isFromZero: boolean; readonly immature: readonly boolean[] };

const top = 8;
const bottom = 94;

/** Gaps break the line; a value alone between gaps becomes a short dash; all-equal values run through the middle, zeros along the floor. */
export function sparkPaths(values: readonly (number | null)[], options: SparkOptions): Spark {
  const known = values.filter((value) => value !== null);
  if (known.length === 0) return { firm: '', moving: '', area: '', last: null };
  const low = options.isFromZero ? 0 : Math.min(...known);
  const high = Math.max(...known);
  const x = (place: number) => round(values.length < 2 ? 50 : (100 * place) / (values.length - 1));
  const y = (value: number) =>
    round(high === low ? (high === 0 ? bottom : (top + bottom) / 2) : bottom - ((value - low) / (high - low)) * (bottom - top));

  let firm = '';
  let moving = '';
  let area = '';
  let last: Spark['last'] = null;
  for (const run of runsOf(values)) {
    const points = run.map(({ place, value }) => ({ place, x: x(place), y: y(value) }));
    const [first] = points;
    const end = points.at(-1);
    if (first === undefined || end === undefined) continue;
    if (first === end) firm += `M${round(first.x - 0.6)} ${first.y}H${round(first.x + 0.6)}`;
    else {
      points.forEach((point, at) => {
        const before = points[at - 1];
        if (before === undefined) return;
        const step = `M${before.x} ${before.y}L${point.x} ${point.y}`;
        if (options.immature[point.place] === true) moving += step;
        else firm += step;
      });
      area += `M${first.x} ${bottom}${points.map((point) => `L${point.x} ${point.y}`).join('')}L${end.x} ${bottom}Z`;
    }
    last = { x: end.x, y: end.y };
  }
  return { firm, moving, area, last };
}

type Known = { readonly place: number; readonly value: number };

/** Stretches of values without a gap. */
function runsOf(values: readonly (number | null)[]): readonly (readonly Known[])[] {
  const runs: Known[][] = [];
  let isOpen = false;
  values.forEach((value, place) => {
    if (value === null) {
      isOpen = false;
      return;
    }
    if (!isOpen) runs.push([]);
    isOpen = true;
    runs.at(-1)?.push({ place, value });
  });
  return runs;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
