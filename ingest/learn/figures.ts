// Figures of a classifier: how often it is right, label by label, and whether its confidence can be believed.

export type LabelFigures = {
  readonly label: string;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly support: number;
};

export type Figures = {
  readonly n: number;
  readonly accuracy: number;
  /** Mean of the F1 of the labels that occur in truth, each counting the same. */
  readonly macroF1: number;
  readonly labels: readonly LabelFigures[];
};

const share = (part: number, all: number): number => (all === 0 ? 0 : part / all);

/** Compares what was said with what is true. A label that is neither true nor said anywhere does not count. */
export function figuresOf(truth: readonly string[], said: readonly string[]): Figures {
  const names = [...new Set([...truth, ...said])].sort();
  const labels = names.map((label): LabelFigures => {
    let [hit, claimed, support] = [0, 0, 0];
    truth.forEach((true_, index) => {
      if (true_ === label) support += 1;
      if (said[index] === label) claimed += 1;
      if (true_ === label && said[index] === label) hit += 1;
    });
    return { label, precision: share(hit, claimed), recall: share(hit, support), f1: share(2 * hit, claimed + support), support };
  });
  const right = truth.filter((label, index) => label === said[index]).length;
  const counted = labels.filter(({ support }) => support > 0);
  return {
    n: truth.length,
    accuracy: share(right, truth.length),
    macroF1: share(
      counted.reduce((sum, { f1 }) => sum + f1, 0),
      counted.length,
    ),
    labels,
  };
}

/**
 * Expected calibration error (Guo et al., ICML 2017): over ten bands of confidence, the gap between confidence and how often it was right,
 * weighed by the size of the band.
 */
export function calibrationError(confidence: readonly number[], isRight: readonly boolean[]): number {
  const bands = 10;
  const sums = Array.from({ length: bands }, () => ({ n: 0, confidence: 0, right: 0 }));
  confidence.forEach((value, index) => {
    const band = sums[Math.min(bands - 1, Math.floor(value * bands))];
    if (band === undefined) return;
    band.n += 1;
    band.confidence += value;
    band.right += isRight[index] ? 1 : 0;
  });
  return share(
    sums.reduce((total, { n, confidence: sure, right }) => total + Math.abs(sure - right) * (n > 0 ? 1 : 0), 0),
    confidence.length,
  );
}
