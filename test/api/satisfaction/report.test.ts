// The report about satisfaction on cases counted by hand, and its lists.
import { describe, expect, it } from 'vitest';
import { listDisagreements, reportSatisfaction } from '#api/satisfaction/report.ts';
import { mergeThin } from '#api/satisfaction/weighting.ts';
import { wilsonInterval } from '#api/stats/wilson-interval.ts';
import type { FactRecord } from '#db/model/fact-record.ts';
import { hour, minute } from '#db/model/instant.ts';
import { seededRandom } from '#test/support/random.ts';
import { ask, conversation, episode, monday, planOf, rating, report as reportAt, settingOf, wait } from '#test/support/small-facts.ts';

const later = monday + 3 * hour;
const rated = (id: number, stars: number, waitMinutes: number | null, rest: Partial<FactRecord> = {}) =>
  conversation(id, { waits: waitMinutes === null ? [] : [wait(monday, waitMinutes)], ratings: [rating(stars, later)], ...rest });
const reportOf = (records: readonly FactRecord[], rest: Parameters<typeof planOf>[1] = {}) =>
  reportSatisfaction(settingOf(records), planOf('csat', rest));

describe('satisfaction by wait', () => {
  it('puts each rating into the band of its first answer, and leaves out whom nobody had answered by then', () => {
    const records = [
      rated(1, 5, 2),
      rated(2, 1, 2),
      rated(3, 4, 30),
      // Answered only after the rating was given.
      rated(4, 1, 600),
      rated(5, 1, null),
    ];
    const { waits, unwaited } = reportOf(records);
    expect(waits).toEqual([
      {
        channel: null,
        n: 3,
        bands: [
          { fromMs: minute, toMs: 5 * minute, n: 2, value: 0.5, interval: wilsonInterval(1, 2) },
          { fromMs: 5 * minute, toMs: 15 * minute, n: 0, value: null, interval: null },
          { fromMs: 15 * minute, toMs: hour, n: 1, value: 1, interval: wilsonInterval(1, 1) },
        ],
      },
    ]);
    expect(unwaited).toBe(2);
  });

  it('tells channels apart that hold many ratings', () => {
    const records = Array.from({ length: 50 }, (_, index) =>
      rated(index + 1, 5, 2, { channel: index < 30 ? 'chat' : index < 45 ? 'email' : 'fax' }),
    );
    expect(reportOf(records).waits.map(({ channel, n }) => [channel, n])).toEqual([
      [null, 50],
      ['chat', 30],
    ]);
  });

  it('is empty without ratings', () => {
    const { waits, weighting, drivers, shift, disagreements } = reportOf([]);
    expect(waits).toEqual([{ channel: null, n: 0, bands: [] }]);
    expect(weighting).toEqual({
      asked: 0,
      answered: 0,
      raw: { n: 0, value: null, interval: null },
      weighted: { n: 0, value: null, interval: null, effectiveN: 0 },
      strata: 0,
      unheard: 0,
    });
    expect(drivers).toEqual({ n: 0, good: 0, excluded: {}, effects: [] });
    expect([shift.n, shift.difference, shift.interval]).toEqual([0, null, null]);
    expect(disagreements).toEqual({ n: 0, excluded: {}, sides: { 'angry-good': 0, 'content-bad': 0 } });
  });
});

describe('the weighted figure', () => {
  const asked = (id: number, channel: string, isGood: boolean | null) =>
    conversation(id, { channel, offers: [{ kind: 'csat', at: later, answeredAt: isGood === null ? null : later + minute, isGood }] });

  it('lets a channel that seldom answers count by how many were asked in it', () => {
    // Chat: 100 asked, 50 answered, all good. Forum: 100 asked, 10 answered, none good.
    const records = Array.from({ length: 200 }, (_, index) => {
      const isChat = index < 100;
      const answers = isChat ? index < 50 : index < 110;
      return asked(index + 1, isChat ? 'chat' : 'forum', answers ? isChat : null);
    });
    const { asked: n, answered, raw, weighted, strata, unheard } = reportOf(records).weighting;
    expect({ n, answered, raw: raw.value, weighted: weighted.value, strata, unheard }).toEqual({
      n: 200,
      answered: 60,
      raw: 50 / 60,
      weighted: 0.5,
      strata: 2,
      unheard: 0,
    });
    // Weights 2 and 10: 200^2 / (50 * 4 + 10 * 100).
    expect(weighted.effectiveN).toBeCloseTo(33.3, 5);
  });

  it('asks about satisfaction alone: other kinds are no part of it', () => {
    const other = conversation(9, { offers: [{ kind: 'nps', at: later, answeredAt: null, isGood: null }] });
    expect(reportOf([asked(1, 'chat', true), other]).weighting).toMatchObject({ asked: 1, answered: 1 });
  });

  it('merges what is too thin: over languages, then waits, then channels; nobody is lost', () => {
    const cell = (asked: number, answered: number, answers: number[]) => ({ asked, answered, good: answered, answers });
    const strata = mergeThin([
      { keys: ['chat', '0', 'en'], cell: cell(50, 9, [1]) },
      { keys: ['chat', '0', 'de'], cell: cell(10, 3, [2]) },
      { keys: ['chat', '0', 'fr'], cell: cell(10, 2, [3]) },
      { keys: ['mail', '1', 'en'], cell: cell(7, 4, [4]) },
      { keys: ['mail', '2', 'en'], cell: cell(5, 1, [5]) },
      { keys: ['fax', '1', 'en'], cell: cell(2, 0, []) },
    ]);
    expect(strata).toEqual([cell(50, 9, [1]), cell(20, 5, [2, 3]), cell(12, 5, [4, 5]), cell(2, 0, [])]);
  });
});

describe('drivers', () => {
  /** Each nudge takes 15 points away; nothing else does anything. */
  const planted = (seed: number, count: number) => {
    const random = seededRandom(seed);
    return Array.from({ length: count }, (_, index) => {
      const nudges = random.int(0, 3);
      const isGood = random.chance(0.85 - 0.15 * nudges);
      return rated(index + 1, isGood ? 5 : 1, random.int(1, 120), {
        waits: [wait(monday, random.int(1, 120), { nudges, languageMatch: random.chance(0.8) })],
        channel: random.pick(['chat', 'email']),
      });
    });
  };

  it('finds what was planted, and nothing where nothing was', () => {
    const { n, effects } = reportOf(planted(1, 2000)).drivers;
    expect(n).toBe(2000);
    const nudges = effects.find(({ kind }) => kind === 'nudges');
    expect(nudges?.effect).toBeCloseTo(-0.15, 1);
    expect(nudges?.isClear).toBe(true);
    expect(effects.map(({ kind, key, against }) => [kind, key, against])).toEqual([
      ['wait', null, null],
      ['nudges', null, null],
      ['language', null, null],
      ['channel', expect.any(String), expect.any(String)],
    ]);
  });

  /** A cold first answer takes 20 points away; a warm one, and one whose tone is not known, nothing. */
  const worded = (count: number, isCosting = true) => {
    const random = seededRandom(isCosting ? 3 : 4);
    return Array.from({ length: count }, (_, index) => {
      const tone = random.pick(['warm', 'plain', 'plain', 'cold', null] as const);
      const isGood = random.chance(isCosting && tone === 'cold' ? 0.5 : 0.7);
      return rated(index + 1, isGood ? 5 : 1, 5, {
        waits: [wait(monday, 5, { tone }), wait(later + hour, 5, { ordinal: 2, tone: 'cold' })],
      });
    });
  };

  it('tells a cold first answer apart from a warm one, and says nothing of tones that are not known', () => {
    const { effects } = reportOf(worded(2000)).drivers;
    expect(effects.map(({ kind, key, against, isClear }) => [kind, key, against, isClear])).toEqual([
      ['tone', 'warm', 'plain', false],
      ['tone', 'cold', 'plain', true],
    ]);
    expect(effects[1]?.effect).toBeCloseTo(-0.2, 1);
    expect(reportOf(worded(2000, false)).drivers.effects.map(({ isClear }) => isClear)).toEqual([false, false]);
  });

  it('leaves out a tone that fewer than thirty answers have', () => {
    expect(reportOf(worded(120)).drivers.effects.filter(({ n }) => n < 30)).toEqual([]);
  });

  it('says nothing from fewer than thirty good or thirty bad ratings, and counts whom it leaves out', () => {
    const records = [...Array.from({ length: 100 }, (_, index) => rated(index + 1, index < 29 ? 1 : 5, 5)), rated(101, 5, null)];
    expect(reportOf(records).drivers).toEqual({ n: 100, good: 71, excluded: { not_answered: 1 }, effects: [] });
  });

  it('holds what was planted within its interval for nine seeds in ten', () => {
    let held = 0;
    for (let seed = 1; seed <= 30; seed += 1) {
      const effect = reportOf(planted(seed, 700)).drivers.effects.find(({ kind }) => kind === 'nudges');
      // One more nudge costs 15 points for everybody but those whose share cannot fall further.
      if (effect !== undefined && effect.interval[0] <= -0.145 && effect.interval[1] >= -0.155) held += 1;
    }
    expect(held).toBeGreaterThanOrEqual(27);
  });

  it('looks at nothing that came after the rating', () => {
    const nudged = (id: number, stars: number) =>
      rated(id, stars, 5, {
        waits: [wait(monday, 5), wait(later + hour, 5, { ordinal: 2, nudges: 3 })],
        episodes: [episode(monday, 1), episode(later + hour, 1, { ordinal: 2 })],
      });
    const records = Array.from({ length: 80 }, (_, index) => nudged(index + 1, index % 2 === 0 ? 5 : 1));
    expect(reportOf(records).drivers.effects).toEqual([]);
  });

  it('is not made about single people', () => {
    expect(() => reportOf([], { filters: { agent: ['Ann'] } })).toThrow('single people');
  });
});

describe('mood and ratings', () => {
  const moody = (id: number, stars: number, sentimentOpening: number | null, sentimentClosing: number | null) =>
    rated(id, stars, 5, { sentiment: 'neu', sentimentScore: 0, sentimentOpening, sentimentClosing });
  const records = [
    moody(1, 5, -0.9, -0.8),
    moody(2, 4, 0.1, -0.5),
    moody(3, 1, -0.9, 0.7),
    moody(4, 2, 0.9, 0.4),
    moody(5, 3, 0.2, 0.9),
    moody(6, 5, -0.9, 0.9),
    moody(7, 1, -0.9, -0.9),
    moody(8, 5, null, null),
  ];

  it('disagree where good stars follow angry words, or bad stars content ones; a 3 is neither', () => {
    expect(reportOf(records).disagreements).toEqual({ n: 7, excluded: { no_mood: 1 }, sides: { 'angry-good': 2, 'content-bad': 1 } });
  });

  it('are listed as they are counted, page by page', () => {
    const list = (side: 'angry-good' | 'content-bad', offset = 0, limit = 100) =>
      listDisagreements(settingOf(records), planOf('csat'), side, { offset, limit });
    const found = list('angry-good');
    expect([found.n, found.rows.map(({ conversationId, value, closing }) => [conversationId, value, closing])]).toEqual([
      2,
      [
        ['2', 4, -0.5],
        ['1', 5, -0.8],
      ],
    ]);
    expect([list('content-bad').n, list('content-bad').rows.length]).toEqual([1, 1]);
    expect([list('angry-good', 1, 1).n, list('angry-good', 1, 1).rows.map((row) => row.conversationId)]).toEqual([2, ['1']]);
  });

  it('tell the same number as the metric where nothing is left out', () => {
    expect(reportOf(records).disagreements.n + 1).toBe(ask(records, 'csat').n);
  });

  it('shift between the first and the last words; a single message cannot shift', () => {
    // Shifts: +0.1, -0.6, +1.6, -0.5, +0.7, +1.8, and the seventh says the same twice.
    const { n, excluded, difference, brighter, same, darker, opening } = reportOf(records).shift;
    expect({ n, excluded, brighter, same, darker }).toEqual({ n: 6, excluded: { single_message: 2 }, brighter: 3, same: 1, darker: 2 });
    expect(difference).toBeCloseTo(3.1 / 6, 10);
    expect(opening).toBeCloseTo((-0.9 + 0.1 - 0.9 + 0.9 + 0.2 - 0.9) / 6, 10);
  });

  it('keep to range and filters', () => {
    expect(reportOf(records, { range: { from: monday - 10 * hour, to: monday }, asOf: reportAt }).disagreements.n).toBe(0);
    expect(reportOf(records, { filters: { channel: ['chat'] } }).disagreements.n).toBe(0);
    expect(reportOf(records, { filters: { channel: ['email'] } }).disagreements.n).toBe(7);
  });
});
