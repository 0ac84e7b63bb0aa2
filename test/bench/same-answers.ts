// A time is worth nothing if the answer is another: what the engine and DuckDB say is compared before it is timed.
import type { DuckDBConnection } from '@duckdb/node-api';
import { answerPlan, type Setting } from '#api/engine/answer.ts';
import type { Figure } from '#db/model/metric.ts';
import type { BenchQuestion } from './thirteen-questions.ts';

/** n, then whatever else both can tell: hits of a share, the answered-only median and mean of a time. */
function signature(figure: Figure): string {
  const { n, value, answeredOnly } = figure;
  if (answeredOnly !== undefined) return [n, answeredOnly.p50 ?? '', answeredOnly.mean?.toFixed(3) ?? ''].join(' ');
  return value === null || value === undefined || Number.isInteger(value) ? `${n}` : `${n} ${Math.round(value * n)}`;
}

function duckSignature(row: Readonly<Record<string, unknown>>): string {
  const quantiles = row.q;
  if (quantiles !== undefined) {
    const p50 = Array.isArray(quantiles) ? Number(quantiles[0]) : '';
    return [Number(row.n), p50, typeof row.mean === 'number' ? row.mean.toFixed(3) : ''].join(' ');
  }
  const hits = row.met ?? row.good ?? row.again;
  const n = Number(row.n);
  return hits === undefined || Number(hits) === 0 || Number(hits) === n ? `${n}` : `${n} ${Number(hits)}`;
}

/** Null where both give the same groups in any order; else the first difference. Only single-plan questions with groups are compared. */
export async function disagreementOf(question: BenchQuestion, setting: Setting, connection: DuckDBConnection): Promise<string | null> {
  const [plan, ...others] = question.plans;
  const [statement] = question.statements;
  if (plan === undefined || others.length > 0 || statement === undefined) return null;
  const answer = answerPlan(setting, plan);
  const ours = answer.groups
    .filter((group) => group.n > 0)
    .map(signature)
    .toSorted();
  const reader = await connection.runAndReadAll(statement);
  const theirs = reader
    .getRowObjectsJS()
    .map(duckSignature)
    .filter((text) => !text.startsWith('0'))
    .toSorted();
  if (ours.length !== theirs.length) return `${ours.length} groups, DuckDB has ${theirs.length}`;
  const place = ours.findIndex((text, index) => text !== theirs[index]);
  return place < 0 ? null : `"${ours[place]}" where DuckDB says "${theirs[place]}"`;
}
