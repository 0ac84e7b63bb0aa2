// The tilt: how much a rare label is preferred, so that each label counts the same in the figure that is asked for.
import { likeliest } from './mixture.ts';

const steps = [-1, -0.5, -0.25, -0.1, 0.1, 0.25, 0.5, 1];
const mostPasses = 4;
// A tilt that wins less than this on seen texts wins nothing on unseen ones.
const leastGain = 0.001;

type Score = { readonly macroF1: number; readonly accuracy: number };

function scoreOf(probabilities: readonly Float64Array[], labels: readonly number[], tilt: Float64Array): Score {
  const hits = new Float64Array(tilt.length);
  const sizes = new Float64Array(tilt.length);
  const support = new Float64Array(tilt.length);
  let right = 0;
  probabilities.forEach((one, index) => {
    const said = likeliest(one, tilt);
    const is = labels[index] ?? 0;
    sizes[said] = (sizes[said] ?? 0) + 1;
    sizes[is] = (sizes[is] ?? 0) + 1;
    support[is] = (support[is] ?? 0) + 1;
    if (said !== is) return;
    hits[is] = (hits[is] ?? 0) + 1;
    right += 1;
  });
  const occurring = [...support.keys()].filter((label) => (support[label] ?? 0) > 0);
  const f1 = occurring.map((label) => (2 * (hits[label] ?? 0)) / Math.max(1, sizes[label] ?? 0));
  return { macroF1: f1.reduce((sum, value) => sum + value, 0) / Math.max(1, f1.length), accuracy: right / Math.max(1, labels.length) };
}

/** Climbs, a label at a time, to the tilt of the best macro-F1 that gives away at most `mostLost` of accuracy. */
export function fitTilt(
  probabilities: readonly Float64Array[],
  labels: readonly number[],
  { labelCount, mostLost }: { labelCount: number; mostLost: number },
): Float64Array {
  const tilt = new Float64Array(labelCount);
  const before = scoreOf(probabilities, labels, tilt);
  let best = before.macroF1;
  for (let pass = 0; pass < mostPasses; pass += 1) {
    let hasMoved = false;
    for (let label = 0; label < labelCount; label += 1) {
      for (const step of steps) {
        const tried = tilt.slice();
        tried[label] = (tried[label] ?? 0) + step;
        const { macroF1, accuracy } = scoreOf(probabilities, labels, tried);
        if (macroF1 < best + leastGain || accuracy < before.accuracy - mostLost) continue;
        best = macroF1;
        tilt.set(tried);
        hasMoved = true;
      }
    }
    if (!hasMoved) break;
  }
  return tilt;
}
