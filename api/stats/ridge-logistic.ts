// Logistic regression with a ridge, by Newton's method.
import { inverseOf } from './cholesky.ts';

export type LogisticData = {
  /** One column for each variable, without the intercept, all as long as `outcome`. */
  readonly columns: readonly Float64Array[];
  /** 1 or 0. */
  readonly outcome: Uint8Array;
  /** Of the penalty ridge / 2 * (sum of squared coefficients); the intercept is free. Above 0 separated data have a fit too. */
  readonly ridge: number;
};

export type LogisticFit = {
  /** The intercept first. */
  readonly coefficients: Float64Array;
  /** Inverse of the penalised information, row by row. */
  readonly covariance: Float64Array;
};

const mostSteps = 60;

export function logistic(value: number): number {
  return 1 / (1 + Math.exp(-value));
}

/**
 * The coefficients of log odds that maximise the penalised likelihood, with the inverse of its information as their covariance;
 * null where no maximum is found. Cost: rows times the square of columns, about eight times.
 *
 * Source: le Cessie and van Houwelingen, "Ridge estimators in logistic regression", Applied Statistics 41 (1992). With `ridge` 0 the
 * values of R: `glm(am ~ wt, binomial, mtcars)` has the coefficients 12.040 and -4.024 with standard errors 4.510 and 1.436.
 */
export function ridgeLogistic({ columns, outcome, ridge }: LogisticData): LogisticFit | null {
  const size = columns.length + 1;
  const coefficients = new Float64Array(size);
  let last = Number.NEGATIVE_INFINITY;
  let step = new Float64Array(size);
  for (let turn = 0; turn < mostSteps; turn += 1) {
    const { information, gradient, likelihood } = look(columns, outcome, ridge, coefficients);
    if (!(likelihood >= last - 1e-9 * Math.abs(last))) {
      // Too far: half the way back, where the likelihood is higher.
      step = step.map((value) => value / 2);
      for (let k = 0; k < size; k += 1) coefficients[k] = (coefficients[k] ?? 0) - (step[k] ?? 0);
      continue;
    }
    last = likelihood;
    const covariance = inverseOf(information, size);
    if (covariance === null) return null;
    step = new Float64Array(size);
    for (let row = 0; row < size; row += 1) {
      for (let k = 0; k < size; k += 1) step[row] = (step[row] ?? 0) + (covariance[row * size + k] ?? 0) * (gradient[k] ?? 0);
    }
    if (step.every((value) => Math.abs(value) < 1e-8)) return { coefficients, covariance };
    for (let k = 0; k < size; k += 1) coefficients[k] = (coefficients[k] ?? 0) + (step[k] ?? 0);
  }
  return null;
}

/** Information, gradient and penalised log likelihood at these coefficients. */
function look(columns: readonly Float64Array[], outcome: Uint8Array, ridge: number, coefficients: Float64Array) {
  const size = columns.length + 1;
  const information = new Float64Array(size * size);
  const gradient = new Float64Array(size);
  const row = new Float64Array(size).fill(1);
  let likelihood = 0;
  for (let at = 0; at < outcome.length; at += 1) {
    let log = coefficients[0] ?? 0;
    for (let k = 1; k < size; k += 1) {
      row[k] = columns[k - 1]?.[at] ?? 0;
      log += (coefficients[k] ?? 0) * (row[k] ?? 0);
    }
    const share = logistic(log);
    const y = outcome[at] ?? 0;
    // log(share) for 1 and log(1 - share) for 0, without losing what is close to either.
    likelihood -= Math.log1p(Math.exp(-Math.abs(log))) + Math.max(0, y === 1 ? -log : log);
    const weight = share * (1 - share);
    for (let i = 0; i < size; i += 1) {
      gradient[i] = (gradient[i] ?? 0) + (y - share) * (row[i] ?? 0);
      const weighted = weight * (row[i] ?? 0);
      for (let k = 0; k <= i; k += 1) information[i * size + k] = (information[i * size + k] ?? 0) + weighted * (row[k] ?? 0);
    }
  }
  for (let i = 0; i < size; i += 1) {
    const coefficient = coefficients[i] ?? 0;
    if (i > 0) {
      information[i * size + i] = (information[i * size + i] ?? 0) + ridge;
      gradient[i] = (gradient[i] ?? 0) - ridge * coefficient;
      likelihood -= (ridge / 2) * coefficient * coefficient;
    }
    for (let k = 0; k < i; k += 1) information[k * size + i] = information[i * size + k] ?? 0;
  }
  return { information, gradient, likelihood };
}
