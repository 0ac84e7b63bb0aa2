// `huiyin annotations`: campaigns with what they tell, and all labels as a file.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { openDb } from '#db/open.ts';
import { initialiseWorkspace } from '#db/store/workspace.ts';
import { demoCampaigns } from '#ingest/demo/annotation-campaigns.ts';
import { seedAnnotationCrew } from '#ingest/demo/annotation-crew.ts';
import { removeFolder, runCommand, temporaryFolder } from '#test/support/running-server.ts';
import { scoredStore } from '#test/support/scored-store.ts';

const folder = temporaryFolder();
const now = Date.UTC(2026, 10, 28);

beforeAll(async () => {
  const db = await openDb(`${folder}/huiyin.db`, { migrate: true });
  await initialiseWorkspace(db, now);
  const campaigns = demoCampaigns.map((one) => ({ ...one, size: one.size / 5, gold: 0, settled: 2 }));
  await seedAnnotationCrew(await scoredStore(db, 130), { now, seed: 'larkfold', campaigns });
  await db.close();
});
afterAll(() => removeFolder(folder));

const listShape = z.object({
  campaigns: z.array(
    z.object({
      name: z.string(),
      done: z.number(),
      tasks: z.number(),
      accuracy: z.object({ value: z.number() }),
      agreement: z.object({ alpha: z.number() }),
    }),
  ),
});

describe('huiyin annotations', () => {
  it('lists campaigns, how far each is, and what it tells', () => {
    const { status, stdout } = runCommand(folder, ['annotations', 'campaigns', '--json']);
    const { campaigns } = listShape.parse(JSON.parse(stdout));
    expect([status, campaigns.map(({ name, tasks }) => [name, tasks])]).toEqual([
      0,
      [
        ['Demo: topics', 100],
        ['Demo: mood, November', 40],
        ['Demo: mood, autumn', 120],
      ],
    ]);
    expect(campaigns.every(({ accuracy, agreement }) => accuracy.value > 0.3 && agreement.alpha > 0.3)).toBe(true);
    expect(runCommand(folder, ['annotations', 'campaigns']).stdout).toMatch(/Demo: mood, autumn\s+sentiment\s+closed\s+120\s+120/);
  });

  it('exports every label once, of one field where that is asked for, and refuses what it does not know', () => {
    const all = runCommand(folder, ['annotations', 'export', '--format', 'jsonl']).stdout.trim().split('\n');
    const topics = runCommand(folder, ['annotations', 'export', '--field', 'category']).stdout.trim().split('\r\n');
    const ids = all.map((line) => z.object({ id: z.number(), field: z.string() }).parse(JSON.parse(line)));
    expect(new Set(ids.map(({ id }) => id)).size).toBe(all.length);
    expect(topics.length - 1).toBe(ids.filter(({ field }) => field === 'category').length);
    const refused = runCommand(folder, ['annotations', 'export', '--field', 'weather']);
    expect([refused.status, refused.stderr]).toEqual([2, expect.stringContaining('--field: must be one of sentiment, category, harm')]);
  });
});
