// A time is worth nothing if the answer is another: what the engine and DuckDB say is compared before it is timed.
import type { DuckDBConnection } from '@duckdb/node-api';
import { answerPlan, type Setting } from '#api/engine/answer.ts';
import type { Answer, Figure } from '#db/model/metric.ts';
import type { BenchQuestion } from './thirteen-questions.ts';

type Row = Readonly<Record<string, unknown>>;

/** Moods are ten-thousandths in DuckDB, and their sum is a whole number. */
const moodUnit = 10_000;

/** n, then whatever else both can tell: hits of a share, the sum and the parts of a mood, the answered-only median and mean of a time. */
function signature(figure: Figure): string {
  const { n, value, answeredOnly, parts } = figure;
  if (answeredOnly !== undefined) return [n, answeredOnly.p50 ?? '', answeredOnly.mean?.toFixed(3) ?? ''].join(' ');
  if (parts !== undefined) return [n, Math.round((value ?? 0) * n * moodUnit), parts.neg ?? 0, parts.neu ?? 0, parts.pos ?? 0].join(' ');
  return value === null || value === undefined || Number.isInteger(value) ? `${n}` : `${n} ${Math.round(value * n)}`;
}

function duckSignature(row: Row): string {
  const n = Number(row.n);
  if (row.q !== undefined) {
    const p50 = Array.isArray(row.q) ? Number(row.q[0]) : '';
    return [n, p50, typeof row.mean === 'number' ? row.mean.toFixed(3) : ''].join(' ');
  }
  if (row.mood !== undefined) return [n, Number(row.mood), Number(row.neg), Number(row.neu), Number(row.pos)].join(' ');
  const hits = row.met ?? row.good ?? row.again;
  return hits === undefined || Number(hits) === 0 || Number(hits) === n ? `${n}` : `${n} ${Number(hits)}`;
}

/** Figures of an answer that DuckDB gives rows for: its groups, or itself and what it is compared with. */
function figuresOf({ groups, groupBy, comparison, ...figure }: Answer): readonly Figure[] {
  if (groupBy.length > 0) return groups;
  return comparison === undefined ? [figure] : [figure, comparison.figure];
}

/** A row that tells of two periods side by side is one of each. */
function periodsOf({ before, ...row }: Row): readonly Row[] {
  return before === undefined ? [row] : [row, { n: before }];
}

/** Null where both give the same figures in any order; else the first difference. Groups of nothing are left out. */
export async function disagreementOf(question: BenchQuestion, setting: Setting, connection: DuckDBConnection): Promise<string | null> {
  const ours = question.plans
    .flatMap((plan) => figuresOf(answerPlan(setting, plan)))
    .filter(({ n }) => n > 0)
    .map(signature)
    .toSorted();
  const rows: Row[] = [];
  for (const statement of question.statements) rows.push(...(await connection.runAndReadAll(statement)).getRowObjectsJS());
  const theirs = rows
    .flatMap(periodsOf)
    .filter(({ n }) => Number(n) > 0)
    .map(duckSignature)
    .toSorted();
  if (ours.length === 0) return 'nothing was counted';
  if (ours.length !== theirs.length) return `${ours.length} figures, DuckDB has ${theirs.length}`;
  const place = ours.findIndex((text, index) => text !== theirs[index]);
  return place < 0 ? null : `"${ours[place]}" where DuckDB says "${theirs[place]}"`;
}
