// Tests of saved columns: restored ones answer every question as those that were saved, also after the same changes to both.
import { expect, it } from 'vitest';
import { answerPlan, type Setting } from '#api/engine/answer.ts';
import { Columns } from '#api/engine/columns.ts';
import { openQuestion } from '#api/engine/question.ts';
import { openRooms } from '#api/engine/rooms.ts';
import { rowsOfPlan } from '#api/engine/rows.ts';
import { restoreColumns, type SavedColumns, saveColumns } from '#api/engine/saved/saved-columns.ts';
import { getMetric } from '#api/metrics/index.ts';
import type { InstantRange, Plan } from '#db/model/metric.ts';
import { seededRandom } from '#test/support/random.ts';
import { type RandomFacts, randomFacts, randomRecord } from '#test/support/random-facts.ts';
import { randomPlan } from '#test/support/random-plan.ts';

const span: InstantRange = { from: Date.UTC(2026, 1, 20), to: Date.UTC(2026, 3, 25) };

/** What a file would give back: arrays of their own, the head through JSON. */
function copied({ head, arrays }: SavedColumns): SavedColumns {
  return { head: JSON.parse(JSON.stringify(head)), arrays: new Map([...arrays].map(([name, array]) => [name, array.slice()])) };
}

function settingOf(columns: Columns, { calendars, promises }: RandomFacts): Setting {
  return { columns, calendars, promises, rooms: openRooms(), checkStop: () => undefined };
}

function saidOf(setting: Setting, plans: readonly Plan[]) {
  return plans.map((asked) => {
    const { plan } = openQuestion(setting, getMetric(asked.metric), asked);
    return [answerPlan(setting, plan), rowsOfPlan(setting, { ...plan, groupBy: [] }, { offset: 0, limit: 50 })];
  });
}

for (const seed of [1, 2, 3, 4, 5, 6]) {
  it(`answers alike, before and after changes (facts ${seed})`, () => {
    const facts = randomFacts(seed, 200, span);
    const random = seededRandom(100 + seed);
    const plans = Array.from({ length: 60 }, () => randomPlan(random, span));
    const change = (count: number, from: number) =>
      Array.from({ length: count }, (_, at) => randomRecord(random, random.int(1, 230), span, from + at));
    const columns = new Columns();
    columns.apply(facts.records);
    // Some rows are replaced already, and nothing has been put in order yet.
    columns.apply(change(30, 300));
    const restored = restoreColumns(copied(saveColumns(columns)));
    expect([restored.change, restored.records.size, restored.lastMessageAt()]).toEqual([
      columns.change,
      columns.records.size,
      columns.lastMessageAt(),
    ]);
    expect(saidOf(settingOf(restored, facts), plans)).toEqual(saidOf(settingOf(columns, facts), plans));
    const later = change(40, 400);
    columns.apply(later);
    restored.apply(later);
    expect(saidOf(settingOf(restored, facts), plans)).toEqual(saidOf(settingOf(columns, facts), plans));
  });
}

it('saves columns that hold nothing', () => {
  const restored = restoreColumns(copied(saveColumns(new Columns())));
  expect([restored.records.size, restored.lastMessageAt(), restored.profiles.size]).toEqual([0, null, 1]);
});

it('refuses arrays that are missing, or that do not fit together', () => {
  const columns = new Columns();
  columns.apply(randomFacts(9, 40, span).records);
  const saved = copied(saveColumns(columns));
  for (const [name, array] of saved.arrays) {
    const without = new Map(saved.arrays);
    without.delete(name);
    expect(() => restoreColumns({ ...saved, arrays: without }), name).toThrow(/is missing/);
    // Those that say how long the others are tell it by the others.
    if (array.length > 1)
      expect(() => restoreColumns({ ...saved, arrays: new Map([...saved.arrays, [name, array.slice(1)]]) }), name).toThrow(/is missing/);
  }
});
