// `huiyin cluster`: a line in, its group and the group's name out; and the figures of the grouping on real texts, beside its baseline.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '#db/model/errors.ts';
import { clusterCommand } from '#ingest/commands/cluster.ts';
import { clusterFigures } from '#ingest/learn/cluster-figures.ts';
import { seededRandom } from '#ingest/learn/seeded.ts';
import { readIssueSources } from '#ingest/training/issue-sources.ts';
import { latentKMeans } from '#ingest/training/latent-k-means.ts';

async function run(lines: readonly string[]) {
  const written = { stdout: '', stderr: '' };
  const context = {
    stdin: (async function* () {
      yield Buffer.from(lines.join('\n'));
    })(),
    stdout: (text: string) => {
      written.stdout += text;
    },
    stderr: (text: string) => {
      written.stderr += text;
    },
  };
  const failure = await clusterCommand(context).then(
    () => null,
    (error: unknown) => (error instanceof AppError ? `${error.code}: ${error.message}` : 'another error'),
  );
  const answers: { id: unknown; cluster: number; label: string }[] = written.stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
  return { answers, stderr: written.stderr, failure };
}

describe('huiyin cluster', () => {
  it('groups texts that tell of the same problem, across languages, and names each group', async () => {
    const { answers, failure, stderr } = await run([
      '{"id": "a", "text": "My watch does not sync with the phone", "language": "en"}',
      '{"id": "b", "text": "I never get the SMS code", "language": "en"}',
      '{"id": "c", "text": "La montre ne se synchronise plus avec mon téléphone", "language": "fr"}',
      '{"id": 4, "text": "no SMS code arrives, write to jo@example.org", "language": "en"}',
      '{"id": "e", "text": "!"}',
    ]);
    expect([failure, stderr]).toEqual([null, '']);
    expect(answers.map(({ id, cluster }) => [id, cluster])).toEqual([
      ['a', 0],
      ['b', 1],
      ['c', 0],
      [4, 1],
      ['e', 2],
    ]);
    expect(answers[0]?.label).toBe(answers[2]?.label);
    expect(answers.every(({ label }) => label.length > 0 && !label.includes('jo@example.org'))).toBe(true);
  });

  it('answers what it can read, names the rest, and fails', async () => {
    const { answers, failure, stderr } = await run(['{"id": 1, "text": "the app crashes"}', 'nonsense', '{"id": 2}']);
    expect(answers.map(({ id }) => id)).toEqual([1]);
    expect(failure).toBe('invalid: 2 lines were not grouped');
    expect(stderr).toContain('line 2: is not valid JSON');
  });
});

const folder = path.resolve(import.meta.dirname, '../../../../shared/data');

describe.skipIf(!existsSync(folder))(`grouping of real texts${existsSync(folder) ? '' : ' (skipped: no ../shared/data)'}`, () => {
  it('finds problems of apps in English and French where the baseline, which is told how many there are, hardly does', async () => {
    const { grouped } = await readIssueSources(folder);
    const groups = [...new Set(grouped.map(({ group }) => group))];
    const figures = await Promise.all(
      groups.map(async (name) => {
        const rows = grouped.filter(({ group }) => group === name);
        const truth = rows.map(({ cluster }) => cluster ?? '');
        const { answers } = await run(rows.map(({ text }, id) => JSON.stringify({ id, text })));
        const ours = clusterFigures(
          truth,
          answers.map(({ cluster }) => cluster),
        ).ari;
        const texts = rows.map(({ text }) => text);
        return { ours, baseline: clusterFigures(truth, latentKMeans(texts, new Set(truth).size, seededRandom(7))).ari };
      }),
    );
    expect(figures).toHaveLength(4);
    for (const { ours, baseline } of figures) expect(ours).toBeGreaterThan(Math.max(0.15, baseline * 2));
    expect(figures.reduce((sum, { ours }) => sum + ours, 0) / figures.length).toBeGreaterThan(0.25);
  });
});
