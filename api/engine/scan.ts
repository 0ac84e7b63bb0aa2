// The scan: the one way in which rows are chosen, judged and grouped, for values, lists and exports alike.
import { blockRows } from './blocks.ts';
import type { Question } from './question.ts';
import { type JudgeTables, judgeAt, judgeSettled, keepAllowed, selectAllowed, selectRows } from './scan-steps.ts';
import type { TimeLimit } from './time-limit.ts';

/** One block of chosen rows: their numbers and their verdicts, valid until the next block. */
export type JudgedBlock = { readonly rows: Int32Array; readonly verdicts: Uint8Array; count: number };

/** Throws where the question has been given up; asked between blocks. */
export type StopCheck = () => void;

/** Visits every block that holds a row of the question; `firstRow` leaves out the rows before it. */
export function scan(question: Question, checkStop: StopCheck, visit: (block: JudgedBlock) => void, firstRow = 0): void {
  const { table, blocks, from, to } = question;
  const block: JudgedBlock = { rows: new Int32Array(blockRows), verdicts: new Uint8Array(blockRows), count: 0 };
  const judge = judgeOf(question);
  for (let number = Math.floor(firstRow / blockRows); number * blockRows < table.length; number += 1) {
    if (!blocks.mayHold(number, from, to)) continue;
    if (number % 16 === 0) checkStop();
    const start = Math.max(firstRow, number * blockRows);
    block.count = choose(question, start, Math.min((number + 1) * blockRows, table.length), number, block.rows);
    if (block.count === 0) continue;
    judge(block);
    visit(block);
  }
}

function choose(question: Question, start: number, end: number, number: number, rows: Int32Array): number {
  const { table, at, blocks, allowed, from, to } = question;
  let count: number;
  // A NaN lies within nothing, so the short cut holds only where every row of the block has an instant.
  if (blocks.isComplete(number, end - start) && blocks.liesWithin(number, from, to)) {
    count = selectAllowed(start, end, table.profile, allowed.profiles, rows);
  } else count = selectRows({ start, end, from, to }, at, table.profile, allowed.profiles, rows);
  return keepNamed(question, rows, count);
}

/** Of rows whose profile passes, those whose agent, whose conversation and whose hour do too. */
export function keepNamed({ table, allowed, at, limit }: Question, rows: Int32Array, count: number): number {
  let kept = count;
  if (allowed.agents !== null) kept = keepAllowed(rows, kept, table.agent, allowed.agents);
  if (allowed.conversations !== null) kept = keepAllowed(rows, kept, table.conversation, allowed.conversations);
  return limit === null ? kept : keepTimes({ at, limit }, rows, kept);
}

function keepTimes({ at, limit }: { at: Float64Array; limit: TimeLimit }, rows: Int32Array, count: number): number {
  let kept = 0;
  for (let index = 0; index < count; index += 1) {
    const row = rows[index] ?? 0;
    rows[kept] = row;
    kept += Number(limit(at[row] ?? Number.NaN));
  }
  return kept;
}

function judgeOf(question: Question): (block: JudgedBlock) => void {
  const { table, outcomes, plan, metric, code } = question;
  const { until, due } = table;
  // A conversation ends with its last message, which decides nothing.
  const isSettled = metric.atom === 'conversation' || table.lastUntil <= plan.asOf;
  const tables: JudgeTables = { before: outcomes.before, after: outcomes.after, toOpen: isSettled ? null : outcomes.toOpen };
  if (isSettled && outcomes.ignoresDue) return (block) => judgeSettled(block.rows, block.count, code, outcomes.before, block.verdicts);
  return (block) => judgeAt(plan.asOf, block.rows, block.count, { code, until, due }, tables, block.verdicts);
}
