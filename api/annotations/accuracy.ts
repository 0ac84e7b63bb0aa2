// How right the machine is, by what people said of a sample: confusion, precision, recall, calibration, and what abstaining would buy.
import { type WeightedRatio, weightedRatio } from '#api/stats/weighted-ratio.ts';
import type { SampledTask } from '#db/store/annotation-sample.ts';
import { type Weighed, weigh } from './truth.ts';

/** A share with its interval and how many tasks it rests on; null where there is none. */
export type Share = { readonly value: number; readonly interval: readonly [number, number]; readonly n: number };

export type LabelAccuracy = {
  readonly label: string;
  readonly precision: Share | null;
  readonly recall: Share | null;
  readonly f1: Share | null;
};

export type Accuracy = {
  /** Tasks that people labelled, and those that everybody skipped. */
  readonly n: number;
  readonly skipped: number;
  readonly accuracy: Share | null;
  /** Share to which the machine gives a label at all. */
  readonly coverage: Share | null;
  readonly labels: readonly LabelAccuracy[];
  /** Estimated share of all by the machine's label (null: none) and that of people; the shares add up to 1. */
  readonly confusion: readonly { readonly machine: string | null; readonly people: string; readonly share: number; readonly n: number }[];
};

export type CalibrationBin = { readonly confidence: number; readonly right: Share };
export type TradeOff = { readonly least: number; readonly coverage: number; readonly right: Share };

const toShare = (ratio: WeightedRatio | null): Share | null =>
  ratio === null ? null : { value: ratio.value, interval: ratio.interval, n: ratio.n };

const shareOf = (units: readonly Weighed[], counted: (unit: Weighed) => { readonly hit: number; readonly base: number }) =>
  toShare(weightedRatio(units.map((unit) => ({ weight: unit.weight, ...counted(unit) }))));

const said = (unit: Weighed, label: string | null) => (label === null ? 0 : (unit.truth.get(label) ?? 0));

/** Precision and recall are among what the machine gives a label to; what it leaves open is told by the coverage. */
export function accuracyOf(tasks: readonly SampledTask[], order: readonly string[]): Accuracy {
  const units = weigh(tasks);
  const judged = units.filter(({ machine }) => machine !== null);
  const found = new Set(units.flatMap(({ truth, machine }) => [...truth.keys(), ...(machine === null ? [] : [machine])]));
  const labels = [...order.filter((label) => found.has(label)), ...[...found].filter((label) => !order.includes(label)).toSorted()];
  return {
    n: units.length,
    skipped: tasks.filter(({ labels: given, inclusion }) => inclusion !== null && given.length === 0).length,
    accuracy: shareOf(judged, (unit) => ({ hit: said(unit, unit.machine), base: 1 })),
    coverage: shareOf(units, ({ machine }) => ({ hit: machine === null ? 0 : 1, base: 1 })),
    labels: labels.map((label) => labelAccuracy(judged, label)),
    confusion: confusionOf(units),
  };
}

function labelAccuracy(judged: readonly Weighed[], label: string): LabelAccuracy {
  const isSaid = (unit: Weighed) => (unit.machine === label ? 1 : 0);
  return {
    label,
    precision: shareOf(judged, (unit) => ({ hit: isSaid(unit) * said(unit, label), base: isSaid(unit) })),
    recall: shareOf(judged, (unit) => ({ hit: isSaid(unit) * said(unit, label), base: said(unit, label) })),
    f1: shareOf(judged, (unit) => ({ hit: 2 * isSaid(unit) * said(unit, label), base: isSaid(unit) + said(unit, label) })),
  };
}

function confusionOf(units: readonly Weighed[]): Accuracy['confusion'] {
  const total = units.reduce((sum, { weight }) => sum + weight, 0);
  const cells = new Map<string, { machine: string | null; people: string; share: number; n: number }>();
  for (const { weight, truth, machine } of units) {
    for (const [people, part] of truth) {
      const key = JSON.stringify([machine, people]);
      const cell = cells.get(key) ?? { machine, people, share: 0, n: 0 };
      cells.set(key, { ...cell, share: cell.share + (weight * part) / total, n: cell.n + 1 });
    }
  }
  return [...cells.values()].toSorted((a, b) => b.share - a.share);
}

const fewestInBin = 10;
const mostBins = 8;

type Sure = Weighed & { readonly confidence: number };

const bySureness = (tasks: readonly SampledTask[]): Sure[] =>
  weigh(tasks).flatMap((unit) =>
    unit.machine === null || unit.task.confidence === null ? [] : [{ ...unit, confidence: unit.task.confidence }],
  );

/** What the machine labels and says how sure it is of, in bins of equally many tasks from unsure to sure. */
export function calibrationBins(tasks: readonly SampledTask[]): Sure[][] {
  const units = bySureness(tasks).toSorted((a, b) => a.confidence - b.confidence);
  const bins = Math.min(mostBins, Math.floor(units.length / fewestInBin));
  return Array.from({ length: bins }, (_, at) =>
    units.slice(Math.floor((at * units.length) / bins), Math.floor(((at + 1) * units.length) / bins)),
  );
}

/** Bin by bin: how sure the machine was on average, and how often it was right. Empty where it does not say how sure it is. */
export function calibrationOf(tasks: readonly SampledTask[]): CalibrationBin[] {
  return calibrationBins(tasks).flatMap((bin) => {
    const right = shareOf(bin, (unit) => ({ hit: said(unit, unit.machine), base: 1 }));
    const weight = bin.reduce((sum, unit) => sum + unit.weight, 0);
    const confidence = bin.reduce((sum, unit) => sum + unit.weight * unit.confidence, 0) / weight;
    return right === null ? [] : [{ confidence, right }];
  });
}

const leastSureness = [0, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95];

/** If the machine kept silent wherever it is less sure than `least`: the share of its labels that would be left, and how often those are right. */
export function tradeOffOf(tasks: readonly SampledTask[]): TradeOff[] {
  const units = bySureness(tasks);
  const total = units.reduce((sum, { weight }) => sum + weight, 0);
  return leastSureness.flatMap((least) => {
    const kept = units.filter(({ confidence }) => confidence >= least);
    if (kept.length < fewestInBin) return [];
    const right = shareOf(kept, (unit) => ({ hit: said(unit, unit.machine), base: 1 }));
    return right === null ? [] : [{ least, coverage: kept.reduce((sum, { weight }) => sum + weight, 0) / total, right }];
  });
}
