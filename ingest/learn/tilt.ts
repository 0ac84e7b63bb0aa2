// The tilt: how much a rare label is preferred, so that each label counts the same in the figure that is asked for.
import { likeliest } from './mixture.ts';

const steps = [-1, -0.5, -0.25, -0.1, -0.05, 0.05, 0.1, 0.25, 0.5, 1];
const mostPasses = 6;
// A tilt that is expected to win less than this wins nothing.
const leastGain = 0.0003;

type Score = { readonly macroF1: number; readonly accuracy: number };

/** Macro-F1 and accuracy that are to be expected where the probabilities are right. */
function expectedOf(probabilities: readonly Float64Array[], tilt: Float64Array): Score {
  const hits = new Float64Array(tilt.length);
  const sizes = new Float64Array(tilt.length);
  const support = new Float64Array(tilt.length);
  let right = 0;
  for (const one of probabilities) {
    const said = likeliest(one, tilt);
    const isRight = one[said] ?? 0;
    sizes[said] = (sizes[said] ?? 0) + 1;
    hits[said] = (hits[said] ?? 0) + isRight;
    right += isRight;
    for (let label = 0; label < tilt.length; label += 1) support[label] = (support[label] ?? 0) + (one[label] ?? 0);
  }
  const f1 = hits.map((hit, label) => (2 * hit) / Math.max(1, (sizes[label] ?? 0) + (support[label] ?? 0)));
  return {
    macroF1: f1.reduce((sum, value) => sum + value, 0) / Math.max(1, f1.length),
    accuracy: right / Math.max(1, probabilities.length),
  };
}

/**
 * Climbs, a label at a time, to the tilt of the best macro-F1 to be expected that gives away at most `mostLost` of the accuracy to be
 * expected. The probabilities stand for the truth: counts of a few rare texts say less than the probabilities of all texts.
 */
export function fitTilt(probabilities: readonly Float64Array[], mostLost: number): Float64Array {
  const labelCount = probabilities[0]?.length ?? 0;
  const tilt = new Float64Array(labelCount);
  const before = expectedOf(probabilities, tilt);
  let best = before.macroF1;
  for (let pass = 0; pass < mostPasses; pass += 1) {
    let hasMoved = false;
    for (let label = 0; label < labelCount; label += 1) {
      for (const step of steps) {
        const tried = tilt.slice();
        tried[label] = (tried[label] ?? 0) + step;
        const { macroF1, accuracy } = expectedOf(probabilities, tried);
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
