// Satisfaction with those who kept silent in mind: answers weighted by channel, language and wait.
import { postStratified, type Stratum } from '#api/stats/post-stratified.ts';
import { wilsonInterval } from '#api/stats/wilson-interval.ts';
import type { WeightedSatisfaction } from '#db/model/satisfaction.ts';
import type { RatedCase } from './rated-cases.ts';
import { bandOf } from './wait-bands.ts';

/** Fewer answers than this would let a handful of people speak for many. */
const fewest = 5;

/** `answers` are the rows of those who answered. */
type Cell = { asked: number; answered: number; good: number; readonly answers: number[] };
type Keyed = { readonly keys: readonly string[]; readonly cell: Cell };

/** Requests by what is known of who was asked; the wait in the four sizes that people feel. */
function cellsOf(cases: readonly RatedCase[]): Keyed[] {
  const cells = new Map<string, Keyed>();
  for (const { row, channel, language, firstWaitMs, isAnswered, isGood } of cases) {
    const wait = firstWaitMs === null ? 'none' : String(Math.floor(bandOf(firstWaitMs) / 2));
    const keys = [channel, wait, language];
    const key = JSON.stringify(keys);
    const found = cells.get(key) ?? { keys, cell: { asked: 0, answered: 0, good: 0, answers: [] } };
    found.cell.asked += 1;
    found.cell.answered += Number(isAnswered);
    found.cell.good += Number(isAnswered && isGood);
    if (isAnswered) found.cell.answers.push(row);
    cells.set(key, found);
  }
  return [...cells.values()];
}

/**
 * Thin cells are merged with what is most like them: first over languages, then over waits, then over channels. What is thick enough
 * stays as it is.
 */
export function mergeThin(cells: readonly Keyed[]): (Stratum & Pick<Cell, 'answers'>)[] {
  let rest = cells;
  const strata: Cell[] = [];
  for (let depth = 3; depth >= 0; depth -= 1) {
    const groups = new Map<string, Keyed>();
    for (const { keys, cell } of rest) {
      const kept = keys.slice(0, depth);
      const key = JSON.stringify(kept);
      const group = groups.get(key) ?? { keys: kept, cell: { asked: 0, answered: 0, good: 0, answers: [] } };
      group.cell.asked += cell.asked;
      group.cell.answered += cell.answered;
      group.cell.good += cell.good;
      for (const row of cell.answers) group.cell.answers.push(row);
      groups.set(key, group);
    }
    const all = [...groups.values()];
    strata.push(...all.filter(({ cell }) => cell.answered >= fewest || depth === 0).map(({ cell }) => cell));
    rest = all.filter(({ cell }) => cell.answered < fewest);
  }
  return strata;
}

/** For each request that was answered, by its row, how many requests the answer stands for in the weighted share. */
export function weightsOf(requests: readonly RatedCase[]): Map<number, number> {
  const strata = mergeThin(cellsOf(requests));
  return new Map(strata.flatMap(({ asked, answered, answers }) => answers.map((row) => [row, asked / answered] as const)));
}

export function weigh(requests: readonly RatedCase[]): WeightedSatisfaction {
  const strata = mergeThin(cellsOf(requests));
  const sum = (of: (stratum: Stratum) => number) => strata.reduce((total, stratum) => total + of(stratum), 0);
  const [answered, good] = [sum((one) => one.answered), sum((one) => one.good)];
  const { value, interval, effectiveN, unheard } = postStratified(strata);
  return {
    asked: requests.length,
    answered,
    raw: { n: answered, value: answered === 0 ? null : good / answered, interval: wilsonInterval(good, answered) },
    weighted: { n: answered, value, interval, effectiveN: Math.round(effectiveN * 10) / 10 },
    strata: strata.filter((one) => one.answered > 0).length,
    unheard,
  };
}
