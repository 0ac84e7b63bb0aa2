// Lists behind live accuracy: as many conversations as each figure counts, for every label, cell, language and source.
import { expect, it } from 'vitest';
import { accuracyOf, calibrationOf, tradeOffOf } from '#api/annotations/accuracy.ts';
import { type AccuracyPart, tasksBehind } from '#api/annotations/tasks-behind.ts';
import type { SampledTask } from '#db/store/annotation-sample.ts';
import { seededRandom } from '#ingest/learn/seeded.ts';

const moods = ['neg', 'neu', 'pos'] as const;

/** Tasks of two languages and sources; some are gold, skipped, taught, silent, or in dispute. */
function tasksOf(count: number): SampledTask[] {
  const chance = seededRandom(7);
  const pick = <T>(list: readonly [T, ...T[]]): T => list[Math.floor(chance() * list.length)] ?? list[0];
  return Array.from({ length: count }, (_, at): SampledTask => {
    const people = at % 11 === 0 ? [] : at % 5 === 0 ? [pick(moods), pick(moods)] : [pick(moods)];
    return {
      ...{ taskId: at, campaignId: 1, conversationId: at, channel: 'chat', wanted: 1, adjudicated: null, skips: 0, isFlagged: false },
      language: pick(['en', 'de']),
      source: pick(['mail', 'chat']),
      inclusion: at % 13 === 0 ? null : 0.2 + 0.6 * chance(),
      gold: at % 13 === 0 ? 'neg' : null,
      labels: people.map((label, place) => ({ annotator: `p${place}`, label, at: at + place })),
      comments: [],
      machine: pick(['neg', 'neu', 'pos', 'abstained', null]),
      counted: null,
      confidence: null,
      isTaught: at % 17 === 0,
    };
  });
}

const tasks = tasksOf(400);
const order = [...moods];
const count = (part: AccuracyPart, of = tasks) => tasksBehind(of, part).length;

it('has as many rows as the figure says, for each figure of the page', () => {
  const found = accuracyOf(tasks, order);
  expect([count({ isSilent: false }), count({})]).toEqual([found.accuracy?.n, found.coverage?.n]);
  expect(
    found.labels.map(({ label }) => [
      count({ machine: label }),
      count({ people: label, isSilent: false }),
      count({ either: label, isSilent: false }),
    ]),
  ).toEqual(found.labels.map(({ precision, recall, f1 }) => [precision?.n, recall?.n, f1?.n]));
  const cells = found.confusion.map(({ machine, people }) => count(machine === null ? { people, isSilent: true } : { machine, people }));
  expect([cells.length, cells]).toEqual([12, found.confusion.map(({ n }) => n)]);
});

it('is narrowed to a language and a source as the figures are', () => {
  for (const language of ['en', 'de'])
    for (const source of ['mail', 'chat']) {
      const own = tasks.filter((task) => task.language === language && task.source === source);
      const { accuracy, coverage } = accuracyOf(own, order);
      expect([count({ language, source, isSilent: false }), count({ language, source })]).toEqual([accuracy?.n, coverage?.n]);
    }
});

it('opens the tasks of each dot of the calibration, and of each point of the trade-off', () => {
  const chance = seededRandom(11);
  // In steps of a tenth, so that bins of equally many part what is equally sure.
  const sure = tasks.map((task) => ({ ...task, confidence: task.taskId % 6 === 0 ? null : Math.round(chance() * 10) / 10 }));
  const bins = calibrationOf(sure);
  expect([bins.length, bins.map((_, bin) => count({ bin }, sure)), count({ bin: bins.length }, sure)]).toEqual([
    8,
    bins.map(({ right }) => right.n),
    0,
  ]);
  const all = bins.flatMap((_, bin) => tasksBehind(sure, { bin }).map(({ task }) => task.taskId));
  expect(new Set(all).size).toBe(bins.reduce((sum, { right }) => sum + right.n, 0));
  const points = tradeOffOf(sure);
  expect([points.length, points.map(({ least }) => count({ least }, sure))]).toEqual([10, points.map(({ right }) => right.n)]);
});

it('holds nothing that no figure counts: gold, what nobody labelled, and what taught the model', () => {
  const behind = tasksBehind(tasks, {});
  expect(behind.filter(({ task }) => task.gold !== null || task.labels.length === 0 || task.isTaught)).toEqual([]);
  expect(behind.length).toBeLessThan(tasks.length);
});
