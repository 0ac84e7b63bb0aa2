// `huiyin quality`: the report, the rounds, and all reviews as a file, over the demo's own reviewers.
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { day } from '#db/model/instant.ts';
import { openDb } from '#db/open.ts';
import { initialiseWorkspace } from '#db/store/workspace.ts';
import { seedQualityCrew } from '#ingest/demo/quality-crew.ts';
import { demoRounds } from '#ingest/demo/quality-rounds.ts';
import { monday } from '#test/support/incoming.ts';
import { repliedStore } from '#test/support/replied-store.ts';
import { removeFolder, runCommand, temporaryFolder } from '#test/support/running-server.ts';

const folder = temporaryFolder();
const now = monday + 40 * day;
const rounds = demoRounds
  .filter(({ name }) => name !== 'Demo: summer')
  .map((round) => ({
    ...round,
    daysAgo: Math.min(round.daysAgo, 30),
    span: 60,
    size: Math.floor(round.size / 10) + 2,
    settled: Math.min(3, round.settled),
  }));

beforeAll(async () => {
  const db = await openDb(`${folder}/huiyin.db`, { migrate: true });
  await initialiseWorkspace(db, now);
  await seedQualityCrew(await repliedStore(db, 60), { now, seed: 'larkfold', rounds });
  await db.close();
});
afterAll(() => removeFolder(folder));

const listShape = z.object({ rounds: z.array(z.object({ name: z.string(), tasks: z.number(), done: z.number(), state: z.string() })) });
const reportShape = z.object({ n: z.number(), hidden: z.boolean(), criteria: z.array(z.object({ criterion: z.string(), n: z.number() })) });

describe('huiyin quality', () => {
  it('lists rounds and how far each is', () => {
    const { status, stdout } = runCommand(folder, ['quality', 'rounds', '--json']);
    expect([status, listShape.parse(JSON.parse(stdout)).rounds.map(({ name, tasks, done, state }) => [name, tasks, done, state])]).toEqual([
      0,
      [
        ['Demo: November', 14, 10, 'open'],
        ['Demo: calibration', 4, 4, 'closed'],
        ['Demo: autumn', 22, 22, 'closed'],
      ],
    ]);
  });

  it('reports each criterion over as many replies as the metric counts, hidden for people by name', () => {
    const report = reportShape.parse(JSON.parse(runCommand(folder, ['quality', 'report', '--json']).stdout));
    const { n } = z.object({ n: z.number() }).parse(JSON.parse(runCommand(folder, ['metric', 'quality-score', '--json']).stdout));
    expect([report.n, report.hidden, report.criteria.length]).toEqual([n, false, 7]);
    expect(n).toBe(10 + 22 + 3);
    expect(runCommand(folder, ['quality', 'report']).stdout).toMatch(/^safety +10 +\d+/m);
    expect(runCommand(folder, ['quality', 'report', '--filter', 'agent=Ann']).stdout).toMatch(/^hidden: /);
  });

  it('exports every review once, of one round where that is asked for, and refuses what it does not know', () => {
    const all: unknown[] = parse(runCommand(folder, ['quality', 'export']).stdout, { columns: true });
    expect(all.length).toBe(10 + 22 + 3 * 4);
    expect(runCommand(folder, ['quality', 'export', '--format', 'jsonl', '--round', '2']).stdout.trim().split('\n').length).toBe(12);
    const refused = runCommand(folder, ['quality', 'export', '--round', 'x']);
    expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining('--round: must be a number')]);
  });
});
