// The bench of a start from the file of columns: how long a made-up company of any size takes to be written, and to be there again.
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { answerPlan } from '#api/engine/answer.ts';
import { Columns } from '#api/engine/columns.ts';
import { openRooms } from '#api/engine/rooms.ts';
import { openArrays, writeArrays } from '#api/engine/saved/array-file.ts';
import { programMark } from '#api/engine/saved/program-mark.ts';
import { restoreColumns, saveColumns, savedHead } from '#api/engine/saved/saved-columns.ts';
import type { FactRecord } from '#db/model/fact-record.ts';
import { generatedFacts, reportAt } from './generated-facts.ts';

const count = Number(process.argv[2] ?? 1_000_000);
/** One second for a million, the thread and the store not counted. */
const mostMs = count / 1000;
const pageSize = 4000;
const rounds = 5;

async function timed<T>(run: () => Promise<T>): Promise<{ readonly wall: number; readonly cpu: number; readonly made: T }> {
  const before = process.cpuUsage();
  const startedAt = performance.now();
  const made = await run();
  const { user, system } = process.cpuUsage(before);
  return { wall: performance.now() - startedAt, cpu: (user + system) / 1000, made };
}

function build(): Columns {
  const columns = new Columns();
  let page: FactRecord[] = [];
  const flush = () => {
    columns.apply(page);
    page = [];
  };
  for (const record of generatedFacts(count)) if (page.push(record) === pageSize) flush();
  flush();
  columns.settle();
  return columns;
}

function volume(columns: Columns): string {
  const setting = { columns, calendars: [], promises: [], rooms: openRooms(), checkStop: () => undefined };
  const shared = {
    range: null,
    zone: 'UTC',
    filters: {},
    clock: 'calendar',
    population: 'arrival',
    compare: null,
    asOf: reportAt,
  } as const;
  return JSON.stringify(answerPlan(setting, { ...shared, metric: 'first-response-time', groupBy: ['month'] }));
}

async function readBack(file: string): Promise<Columns> {
  const opened = await openArrays(file);
  if (opened === null) throw new Error(`${file} is not there`);
  await programMark();
  const columns = restoreColumns({ head: savedHead.parse(opened.about), arrays: await opened.readArrays() });
  await opened.close();
  return columns;
}

const columns = build();
const asked = volume(columns);
const folder = await mkdtemp(path.join(tmpdir(), 'huiyin-bench-'));
try {
  const file = path.join(folder, 'columns.bin');
  const { head, arrays } = saveColumns(columns);
  const written = await timed(() => writeArrays(file, { about: head, arrays }, async () => undefined));
  const reads = [];
  for (let round = 0; round < rounds; round += 1) {
    const read = await timed(async () => volume(await readBack(file)));
    if (read.made !== asked) throw new Error('the columns of the file answer otherwise');
    reads.push(read);
  }
  const middle = reads.toSorted((a, b) => a.cpu - b.cpu)[rounds >> 1];
  const [wall, cpu] = [middle?.wall ?? 0, middle?.cpu ?? 0];
  process.stdout.write(
    `${count} conversations, ${((await stat(file)).size / 1e6).toFixed(0)} MB; milliseconds by the clock and of the processor\n` +
      `written once                          ${written.wall.toFixed(0).padStart(8)}${written.cpu.toFixed(0).padStart(8)}\n` +
      `read, laid out, first answer (median) ${wall.toFixed(0).padStart(8)}${cpu.toFixed(0).padStart(8)}\n`,
  );
  if (cpu > mostMs) process.stdout.write(`MISSED  a start takes more than ${mostMs} ms\n`);
} finally {
  await rm(folder, { recursive: true });
}
