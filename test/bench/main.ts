// The bench: the thirteen dashboard questions on the engine's columns and on DuckDB, in turns, in one process.
import { resourceUsage } from 'node:process';
import { answerPlan, type Setting } from '#api/engine/answer.ts';
import { Columns } from '#api/engine/columns.ts';
import { openRooms } from '#api/engine/rooms.ts';
import type { FactRecord } from '#db/model/fact-record.ts';
import { openDuckFacts } from './duckdb-facts.ts';
import { generatedFacts } from './generated-facts.ts';
import { disagreementOf } from './same-answers.ts';
import { type BenchQuestion, thirteenQuestions } from './thirteen-questions.ts';

const count = Number(process.argv[2] ?? 1_000_000);
const rounds = Number(process.argv[3] ?? 9);
const warmUps = 3;
const targetRatio = 0.5;

function medianOf(times: readonly number[]): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}

function line(cells: readonly (string | number)[]): void {
  const [name, ...rest] = cells;
  process.stdout.write(`${String(name).padEnd(86)}${rest.map((cell) => String(cell).padStart(10)).join('')}\n`);
}

const ms = (value: number) => value.toFixed(2);
const megabytes = (bytes: number) => Math.round(bytes / 2 ** 20);

process.stdout.write(`${count} conversations over 24 months, ${rounds} rounds in turns, medians in milliseconds\n`);
const columns = new Columns();
const duck = await openDuckFacts();
let batch: FactRecord[] = [];
const flush = () => {
  columns.apply(batch);
  batch = [];
};
for (const record of generatedFacts(count)) {
  batch.push(record);
  duck.add(record);
  if (batch.length === 5000) flush();
}
flush();
columns.settle();
duck.finish();
globalThis.gc?.();

const setting: Setting = { columns, calendars: [], promises: [], rooms: openRooms(), checkStop: () => undefined };
process.stdout.write(
  `columns ${megabytes(columns.byteLength)} MB, peak memory so far ${megabytes(resourceUsage().maxRSS * 1024)} MB with DuckDB\n\n`,
);

type Time = { readonly wall: number; readonly cpu: number };

/** Wall time, and the processor time of all threads of this process, which other processes on the machine disturb less. */
async function timed(run: () => Promise<unknown> | unknown): Promise<Time> {
  const before = process.cpuUsage();
  const startedAt = performance.now();
  await run();
  const wall = performance.now() - startedAt;
  const { user, system } = process.cpuUsage(before);
  return { wall, cpu: (user + system) / 1000 };
}

function medianTime(times: readonly Time[]): Time {
  return { wall: medianOf(times.map(({ wall }) => wall)), cpu: medianOf(times.map(({ cpu }) => cpu)) };
}

async function measure(question: BenchQuestion): Promise<{ engine: Time; duckdb: Time }> {
  const prepared = await Promise.all(question.statements.map((statement) => duck.connection.prepare(statement)));
  const askEngine = () => question.plans.map((plan) => answerPlan(setting, plan));
  const askDuck = async () => {
    for (const statement of prepared) await statement.runAndReadAll();
  };
  const times = { engine: [] as Time[], duckdb: [] as Time[] };
  for (let round = 0; round < warmUps + rounds; round += 1) {
    const engine = await timed(askEngine);
    const duckdb = await timed(askDuck);
    if (round < warmUps) continue;
    times.engine.push(engine);
    times.duckdb.push(duckdb);
  }
  return { engine: medianTime(times.engine), duckdb: medianTime(times.duckdb) };
}

line(['question', 'engine', 'DuckDB', 'ratio', 'cpu', 'cpu', 'ratio']);
const total = { engine: { wall: 0, cpu: 0 }, duckdb: { wall: 0, cpu: 0 } };
const failures: string[] = [];

function report(name: string, engine: Time, duckdb: Time): void {
  const cells = [engine.wall, duckdb.wall, engine.wall / duckdb.wall, engine.cpu, duckdb.cpu, engine.cpu / duckdb.cpu];
  line([name, ...cells.map(ms)]);
}

for (const question of thirteenQuestions) {
  const disagreement = await disagreementOf(question, setting, duck.connection);
  if (disagreement !== null) failures.push(`${question.name}: ${disagreement}`);
  const { engine, duckdb } = await measure(question);
  total.engine = { wall: total.engine.wall + engine.wall, cpu: total.engine.cpu + engine.cpu };
  total.duckdb = { wall: total.duckdb.wall + duckdb.wall, cpu: total.duckdb.cpu + duckdb.cpu };
  if (engine.wall > duckdb.wall) failures.push(`${question.name}: slower than DuckDB`);
  report(question.name, engine, duckdb);
}
report('all thirteen', total.engine, total.duckdb);
process.stdout.write(`\npeak memory of the process, DuckDB included: ${megabytes(resourceUsage().maxRSS * 1024)} MB\n`);
if (total.engine.wall > targetRatio * total.duckdb.wall) failures.push(`all thirteen: more than ${targetRatio} of DuckDB's time`);
for (const failure of failures) process.stdout.write(`MISSED  ${failure}\n`);
if (failures.length > 0) process.exitCode = 1;
