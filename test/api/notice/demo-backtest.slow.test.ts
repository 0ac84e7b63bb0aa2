// The rule held against the demo company: replayed over the second half of its months, it holds for about 80 in 100 customers.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { removeFolder, runCommand, temporaryFolder } from '#test/support/running-server.ts';

const folder = temporaryFolder();

beforeAll(() => {
  const seeded = runCommand(folder, ['seed', '--conversations', '8000', '--months', '8']);
  if (seeded.status !== 0) throw new Error(`seed failed: ${seeded.stderr}`);
}, 300_000);
afterAll(() => removeFolder(folder));

type Grade = { readonly n: number; readonly coverage: number; readonly verdict: string };

it('is trusted by the channels that have enough customers to tell', () => {
  const from = new Date(Date.now() - 120 * 86_400_000).toISOString().slice(0, 10);
  const { status, stdout } = runCommand(folder, ['notice', 'backtest', '--from', from, '--json']);
  expect(status).toBe(0);
  const report: { all: Grade; channels: (Grade & { channel: string })[] } = JSON.parse(stdout);
  expect(report.all.n).toBeGreaterThan(1_500);
  expect(report.all.coverage).toBeGreaterThan(0.75);
  expect(report.all.coverage).toBeLessThan(0.86);
  expect(report.all.verdict).toBe('trusted');
  const broken = report.channels.filter(({ verdict }) => verdict === 'broken').map(({ channel }) => channel);
  expect(broken).toEqual([]);
}, 120_000);
