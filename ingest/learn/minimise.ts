// Finds the lowest point of a smooth function by limited-memory BFGS (Nocedal, Mathematics of Computation 35, 1980).

/** Gives the value at a point and writes the slope there into `slope`. */
export type Smooth = (point: Float64Array, slope: Float64Array) => number;

const memory = 8;
const mostHalvings = 20;
/** A step must win at least this share of what the slope promises. */
const leastWin = 1e-4;
const flat = 1e-10;

type Pair = { readonly step: Float64Array; readonly change: Float64Array; readonly scale: number };

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

function addTo(target: Float64Array, factor: number, other: Float64Array): void {
  for (let at = 0; at < target.length; at += 1) target[at] = (target[at] ?? 0) + factor * (other[at] ?? 0);
}

/** Downhill, as the last steps have shown the shape of the ground. */
function direction(slope: Float64Array, pairs: readonly Pair[]): Float64Array {
  const way = slope.map((value) => -value);
  const backward = [...pairs].reverse();
  const shares = backward.map(({ step, change, scale }) => {
    const share = scale * dot(step, way);
    addTo(way, -share, change);
    return share;
  });
  const last = pairs.at(-1);
  if (last !== undefined) {
    const size = 1 / (last.scale * dot(last.change, last.change));
    for (let at = 0; at < way.length; at += 1) way[at] = (way[at] ?? 0) * size;
  }
  pairs.forEach(({ step, change, scale }, index) => {
    addTo(way, (shares[pairs.length - 1 - index] ?? 0) - scale * dot(change, way), step);
  });
  return way;
}

/** The point where no step wins more than `leastGain`, or where `mostSteps` steps have led. */
export function minimise(smooth: Smooth, from: Float64Array, { mostSteps = 100, leastGain = 1e-7 } = {}): Float64Array {
  let point = from.slice();
  let slope: Float64Array = new Float64Array(from.length);
  let value = smooth(point, slope);
  let pairs: Pair[] = [];
  for (let turn = 0; turn < mostSteps; turn += 1) {
    const way = direction(slope, pairs);
    const promise = dot(slope, way);
    if (promise > -flat) break;
    let length = turn === 0 ? 1 / Math.max(1, Math.sqrt(-promise)) : 1;
    const next = new Float64Array(from.length);
    const nextSlope = new Float64Array(from.length);
    let reached = value;
    for (let halving = 0; halving < mostHalvings; halving += 1) {
      next.set(point);
      addTo(next, length, way);
      reached = smooth(next, nextSlope);
      if (reached <= value + leastWin * length * promise) break;
      length /= 2;
    }
    const step = next.map((one, at) => one - (point[at] ?? 0));
    const change = nextSlope.map((one, at) => one - (slope[at] ?? 0));
    const curve = dot(step, change);
    if (curve > flat) pairs = [...pairs, { step, change, scale: 1 / curve }].slice(-memory);
    const gain = value - reached;
    [point, slope, value] = [next, nextSlope, reached];
    if (gain < leastGain) break;
  }
  return point;
}
