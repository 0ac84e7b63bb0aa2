// The engine against a slow reading of the same facts: every metric, grouping, zone, clock and population.
import { describe, expect, it } from 'vitest';
import { answerPlan, type Setting } from '#api/engine/answer.ts';
import { Columns } from '#api/engine/columns.ts';
import { openQuestion } from '#api/engine/question.ts';
import { openRooms } from '#api/engine/rooms.ts';
import { getMetric } from '#api/metrics/index.ts';
import type { Answer, Figure, InstantRange, Plan } from '#db/model/metric.ts';
import { metricIds } from '#db/model/metric.ts';
import { seededRandom } from '#test/support/random.ts';
import { type RandomFacts, randomFacts } from '#test/support/random-facts.ts';
import { randomPlan } from '#test/support/random-plan.ts';
import {
  itemsInRange,
  type ReferenceAnswer,
  referenceAnswer,
  referenceBacklog,
  referenceChange,
  referenceEarlier,
  wholeFigure,
} from '#test/support/reference-answer.ts';
import { counted } from '#test/support/reference-figure.ts';

// Over the spring change of Europe, America (7 March), Chile and Lord Howe (4 and 5 April).
const span: InstantRange = { from: Date.UTC(2026, 1, 20), to: Date.UTC(2026, 3, 25) };

function settingOf(facts: RandomFacts): Setting {
  const columns = new Columns();
  columns.apply(facts.records);
  columns.settle();
  return { columns, calendars: facts.calendars, promises: facts.promises, rooms: openRooms(), checkStop: () => undefined };
}

/** The parts of an answer that the slow reading gives. */
function figures({ groups, excluded, ...answer }: Answer): ReferenceAnswer {
  const {
    metric: _m,
    version: _v,
    unit: _u,
    range: _r,
    zone: _z,
    clock: _c,
    population: _p,
    groupBy: _g,
    freshness: _f,
    comparison: _x,
    curves: _k,
    ...figure
  } = answer;
  const { answered: _a, waiting: _w, neverAnswered: _n, ...plain } = figure;
  return { ...plain, excluded, groups };
}

function resolved(setting: Setting, plan: Plan): Plan {
  return openQuestion(setting, getMetric(plan.metric), plan).plan;
}

function reference(facts: RandomFacts, plan: Plan): ReferenceAnswer {
  return plan.metric === 'backlog' && plan.range !== null
    ? referenceBacklog(facts, { ...plan, range: plan.range })
    : referenceAnswer(facts, plan);
}

/** Means and their differences depend on the order of adding in their last digits. */
function rounded<Value>(value: Value): unknown {
  return JSON.parse(
    JSON.stringify(value, (_, part) => (typeof part === 'number' && !Number.isInteger(part) ? Number(part.toPrecision(10)) : part)),
  );
}

describe('the engine agrees with a slow reading of the facts', () => {
  const facts = randomFacts(1, 250, span);
  const setting = settingOf(facts);
  const random = seededRandom(7);
  const plans = Array.from({ length: 700 }, () => randomPlan(random, span)).filter((plan) => plan.metric !== 'answered-by');

  for (const metric of metricIds.filter((id) => id !== 'answered-by')) {
    it(`on figures, groups and exclusions of ${metric}`, () => {
      for (const asked of plans.filter((plan) => plan.metric === metric)) {
        const plan = resolved(setting, asked);
        const answer = answerPlan(setting, asked);
        expect({ plan, ...figuresOf(answer) }).toEqual({ plan, ...figuresOf(reference(facts, plan)) });
      }
    });
  }

  function figuresOf(answer: Answer | ReferenceAnswer): object {
    return { figures: rounded('metric' in answer ? figures(answer) : answer) };
  }

  it('on questions that are narrowed to hours of the week, to opening hours, or to both', () => {
    const hours = Array.from({ length: 168 }, (_, code) => `${Math.floor(code / 24)}-${String(code % 24).padStart(2, '0')}`);
    const narrowed = plans.filter(({ metric }) => metric !== 'backlog').slice(0, 250);
    let counted = 0;
    for (const asked of narrowed) {
      const hoursOfWeek = random.chance(0.7) ? hours.filter(() => random.chance(0.3)) : [];
      const times = { hoursOfWeek, ...(random.chance(0.5) ? { openOn: random.pick(['business', 'always'] as const) } : {}) };
      const plan = { ...resolved(setting, asked), times, compare: null };
      const answer = answerPlan(setting, plan);
      expect({ plan, ...figuresOf(answer) }).toEqual({ plan, ...figuresOf(reference(facts, plan)) });
      counted += answer.n;
    }
    // Empty answers alone would prove nothing.
    expect(counted).toBeGreaterThan(1000);
  });

  it('on comparisons with the period before', () => {
    for (const asked of plans) {
      const plan = resolved(setting, asked);
      const { comparison } = answerPlan(setting, asked);
      if (plan.range === null || plan.compare === null || plan.asOf < plan.range.from) {
        expect(comparison).toBeUndefined();
        continue;
      }
      const earlier = referenceEarlier({ ...plan, range: plan.range });
      const hitsOf = (of: Plan) => counted(itemsInRange(facts, of)).filter((item) => item.isHit).length;
      const now = { figure: wholeFigure(facts, { ...plan, groupBy: [], range: plan.range }), hits: hitsOf(plan) };
      const then = { figure: wholeFigure(facts, earlier), hits: hitsOf(earlier) };
      const head = (figure: Figure) => (figure.quantiles === undefined ? figure.value : figure.quantiles.p50) ?? null;
      const difference =
        head(now.figure) === null || head(then.figure) === null ? null : (head(now.figure) ?? 0) - (head(then.figure) ?? 0);
      const interval = difference === null ? null : referenceChange(plan, now, then);
      expect({
        plan,
        n: comparison?.figure.n,
        range: comparison?.range,
        rest: rounded({ difference: comparison?.difference, interval: comparison?.interval }),
      }).toEqual({
        plan,
        n: then.figure.n,
        range: { from: new Date(earlier.range.from).toISOString(), to: new Date(earlier.range.to).toISOString() },
        rest: rounded({ difference, interval }),
      });
    }
  });
});
