// The metrics of reply quality counted by hand: weights of the draw, what is left out by name, and what is hidden.
import { describe, expect, it } from 'vitest';
import type { ReviewRecord } from '#db/model/fact-record.ts';
import { day, hour } from '#db/model/instant.ts';
import type { MetricId } from '#db/model/metric.ts';
import { ask, conversation, listRows, monday, report } from '#test/support/small-facts.ts';

const writers = ['Ann', 'Bo', 'Chen', 'Dee', 'Eli'];
const review = (rest: Partial<ReviewRecord> = {}): ReviewRecord => ({
  basis: 'sample',
  replyAt: monday + hour,
  reviewedAt: monday + day,
  weight: 1,
  score: 1,
  outcome: 'passed',
  agent: 'Ann',
  ...rest,
});
const reviewed = (...each: readonly Partial<ReviewRecord>[]) =>
  each.map((rest, index) => conversation(index + 1, { reviews: [review({ agent: writers[index % 5] ?? 'Ann', ...rest })] }));

const five = reviewed(
  { weight: 5, score: 1 },
  { weight: 1, score: 0.5, outcome: 'below' },
  { weight: 2, score: 0, outcome: 'critical' },
  { weight: 1, score: 0.8 },
  { weight: 1, score: 0.7, outcome: 'below' },
);
const ids: readonly MetricId[] = ['quality-score', 'quality-pass-rate', 'critical-error-rate'];

describe('reply quality', () => {
  it('weights each reply with one over the chance of its draw', () => {
    expect(ids.map((id) => ask(five, id).value)).toEqual([expect.closeTo(0.7, 10), expect.closeTo(0.6, 10), expect.closeTo(0.2, 10)]);
    expect(ask(five, 'quality-score')).toMatchObject({ n: 5, parts: { passed: 2, below: 2, critical: 1 }, excluded: {} });
    const [low, high] = [ask(five, 'quality-score').interval].flat();
    expect(low !== null && high !== null && Number(low) < 0.7 && Number(high) > 0.7).toBe(true);
  });

  it('leaves out by name what is no sample, not settled, or about nothing', () => {
    const others = [
      { basis: 'hand' as const },
      { basis: 'disputed' as const, score: null, outcome: null },
      { score: null, outcome: null },
    ].map((rest, index) => conversation(10 + index, { reviews: [review(rest)] }));
    const spam = conversation(20, { exclusion: 'spam', reviews: [review()] });
    for (const id of ids) {
      expect(ask([...five, ...others, spam], id)).toMatchObject({
        n: 5,
        excluded: { by_hand: 1, not_agreed: 1, nothing_applies: 1, spam: 1 },
      });
    }
  });

  it('knows of no review before it was given', () => {
    expect(ask(five, 'quality-score', { asOf: monday + day - 1 }).n).toBe(0);
    expect(ask(five, 'quality-score', { asOf: monday + day }).n).toBe(5);
  });

  it('places replies by arrival or by when they were sent', () => {
    const range = { from: monday + hour, to: monday + day };
    expect(ask(five, 'quality-score', { range }).n).toBe(0);
    expect(ask(five, 'quality-score', { range, population: 'event' }).n).toBe(5);
  });

  it('hides fewer than five reviews and replies of fewer than three people, and shows what is enough', () => {
    expect(ask(five, 'quality-score')).not.toHaveProperty('suppressed');
    expect(ask(five.slice(0, 4), 'quality-score')).toMatchObject({ n: 4, value: null, interval: null, suppressed: true });
    const two = reviewed({}, { agent: 'Ann' }, { agent: 'Ann' }, { agent: 'Bo' }, { agent: 'Bo' }, { agent: 'Bo' });
    expect(ask(two, 'quality-score')).toMatchObject({ n: 6, value: null, suppressed: true });
    const three = reviewed({}, { agent: 'Ann' }, { agent: 'Chen' }, { agent: 'Bo' }, { agent: 'Bo' }, { agent: 'Bo' });
    expect(ask(three, 'quality-score').value).toBe(1);
  });

  it('hides the next smallest group beside a hidden one, so that it is no total less the rest', () => {
    const channels = [
      ...Array.from({ length: 12 }, () => 'mail'),
      ...Array.from({ length: 7 }, () => 'chat'),
      ...Array.from({ length: 2 }, () => 'phone'),
    ];
    const records = reviewed(...channels.map((_, at) => ({ score: at % 3 === 0 ? 0.5 : 1 }))).map((one, at) => ({
      ...one,
      channel: channels[at] ?? 'mail',
    }));
    const told = (rows: typeof records) =>
      ask(rows, 'quality-score', { groupBy: ['channel'] }).groups.map(({ key, n, value, suppressed = false }) => [
        key,
        n,
        value === null,
        suppressed,
      ]);
    expect(ask(records, 'quality-score').value).not.toBe(null);
    expect(told(records).toSorted()).toEqual([
      ['chat', 7, true, true],
      ['mail', 12, false, false],
      ['phone', 2, true, true],
    ]);
    // The control: where nobody has to be hidden, nobody is.
    expect(told(records.filter(({ channel }) => channel !== 'phone')).toSorted()).toEqual([
      ['chat', 7, false, false],
      ['mail', 12, false, false],
    ]);
  });

  it('never tells of people by name, however many reviews there are, in figures or in lists', () => {
    const many = reviewed(...Array.from({ length: 30 }, () => ({})));
    expect(ask(many, 'quality-score', { groupBy: ['agent'] }).groups.map(({ n, value, suppressed }) => [n, value, suppressed])).toEqual(
      writers.map(() => [6, null, true]),
    );
    const filters = { agent: ['Ann'] };
    expect(ask(many, 'quality-pass-rate', { filters })).toMatchObject({ n: 6, value: null, suppressed: true });
    const { n, rows } = listRows(many, 'quality-score', { filters });
    expect([n, new Set(rows.map(({ value, state, agent }) => [value, state, agent].join()))]).toEqual([6, new Set([',hidden,'])]);
    const open = listRows(many, 'quality-score');
    expect([open.n, open.rows[0]?.value, open.rows[0]?.state, open.rows[0]?.agent]).toEqual([30, 1, 'passed', null]);
  });

  it('compares with the period before by both intervals', () => {
    const range = { from: monday - hour, to: monday + 7 * day - hour };
    const before = five.map((one, index) =>
      conversation(50 + index, {
        arrivedAt: monday - 7 * day,
        reviews: (one.reviews ?? []).map((given) => ({ ...given, replyAt: monday - 6 * day, score: (given.score ?? 0) / 2 })),
      }),
    );
    const { comparison } = ask([...five, ...before], 'quality-score', { range, compare: 'previous', asOf: report });
    expect(comparison).toMatchObject({ figure: { n: 5 }, difference: expect.closeTo(0.35, 10) });
    expect(comparison?.interval).not.toBeNull();
  });
});
