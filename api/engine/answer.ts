// Answers: a plan goes through the scan and comes out as figures, groups, exclusions and a comparison.

import { getMetric } from '#api/metrics/index.ts';
import { wilsonInterval } from '#api/stats/wilson-interval.ts';
import type { Calendar } from '#db/model/calendar.ts';
import type { Answer, Curve, Figure, FigureGroup, Freshness, Plan } from '#db/model/metric.ts';
import type { ServicePromise } from '#db/model/promise.ts';
import type { Columns } from './columns.ts';
import { changeFrom, earlierPlan, type Measured } from './compare.ts';
import { hiddenCells } from './complement.ts';
import { atPromise, curveOf, promiseLengths, timeGrid } from './curves.ts';
import { none } from './dictionary.ts';
import { figureOf, suppressed } from './figure.ts';
import { type ShownGroup, shownGroups } from './grouped.ts';
import { type Groups, openGroups } from './grouping.ts';
import { takeLevels } from './level.ts';
import { asked, partOf, wholesOf } from './parts-of-whole.ts';
import { bucketRange, openQuestion, type Question } from './question.ts';
import type { Rooms } from './rooms.ts';
import { type Sample, takeSample } from './sample.ts';
import type { StopCheck } from './scan.ts';
import { excludedOf, sumOfGroups, type Tally, tallyOf } from './tally.ts';
import { countTimeless } from './timeless.ts';
import { tellsOfFew, type WeightedRow } from './weighted-rows.ts';

/** What the columns stand in: the settings that open waits are aged by, and the check that ends a question early. */
export type Setting = {
  readonly columns: Columns;
  readonly calendars: readonly Calendar[];
  readonly promises: readonly ServicePromise[];
  readonly rooms: Rooms;
  readonly checkStop: StopCheck;
};

/** Named people in fewer cases than this are hidden. */
const fewestCases = 5;
/** Curves of more groups than this cannot be told apart. */
const mostCurves = 24;

type Body = Measured & {
  readonly excluded: Record<string, number>;
  readonly groups: readonly FigureGroup[];
  readonly curves: readonly Curve[] | null;
};

export function answerPlan(setting: Setting, asked: Plan): Answer {
  const metric = getMetric(asked.metric);
  const question = openQuestion(setting, metric, asked);
  const { plan } = question;
  const body = bodyOf(setting, question);
  const earlier = earlierPlan(plan, metric);
  const before = earlier === null ? null : bodyOf(setting, openQuestion(setting, metric, earlier));
  const { figure } = body;
  return {
    metric: plan.metric,
    version: metric.card.version,
    unit: metric.card.unit,
    range: plan.range === null ? null : { from: new Date(plan.range.from).toISOString(), to: new Date(plan.range.to).toISOString() },
    zone: plan.zone,
    clock: plan.clock,
    population: plan.population,
    groupBy: plan.groupBy,
    ...figure,
    ...(figure.waits ?? {}),
    excluded: body.excluded,
    freshness: freshnessOf(setting.columns, plan.asOf),
    groups: body.groups,
    ...(body.curves === null ? {} : { curves: body.curves }),
    ...(earlier === null || before === null ? {} : { comparison: changeFrom(metric, body, before, earlier.range) }),
  };
}

export function freshnessOf(columns: Columns, asOf: number): Freshness {
  const last = columns.lastMessageAt();
  return { asOf: new Date(asOf).toISOString(), lastMessageAt: last === null ? null : new Date(last).toISOString(), change: columns.change };
}

function bodyOf(setting: Setting, question: Question): Body {
  return question.metric.measure === 'level' ? levelBody(setting, question) : sampleBody(setting, question);
}

function levelBody(setting: Setting, question: Question): Body {
  const { plan, outcomes, metric } = question;
  const levels = takeLevels(question, bucketRange(question), setting.checkStop);
  const total = levels.total ?? 0;
  const tally: Tally = { n: total, hits: 0, apart: 0, young: 0, endings: null, parts: null };
  const figure: Figure = { n: total, value: levels.total, interval: null };
  const shown = plan.groupBy.length === 0 ? [] : shownGroups(levels.groups, (group) => levels.ofGroup(group) ?? 0, false);
  return {
    figure: hides(plan) && isFew(total) ? suppressed(figure) : figure,
    tally,
    excluded: excludedOf(outcomes.verdicts, levels.counts, countTimeless(question)),
    groups: withComplements(
      shown.map((group) => {
        const value = levels.ofGroup(group.number);
        return keyed(plan, group, { n: value ?? 0, value, interval: null });
      }),
      () => null,
    ),
    curves: metric.measure === 'curve' ? [] : null,
  };
}

function sampleBody(setting: Setting, question: Question): Body {
  const { plan, metric, outcomes } = question;
  const { verdicts } = outcomes;
  const { columns } = setting;
  const placement = { columns, table: question.table, at: question.at, range: bucketRange(question), asOf: plan.asOf };
  const groups = openGroups(plan.groupBy, plan.zone, placement);
  const calendars = new Map(setting.calendars.map((calendar) => [calendar.id, calendar]));
  const { rooms, checkStop } = setting;
  const sample = takeSample(question, groups, { rooms, checkStop, calendarOf: (id) => calendars.get(id) ?? null });
  const total = sumOfGroups(sample.counts, verdicts.length);
  const tally = tallyOf(verdicts, total, 0);
  const { durationsOf } = sample;
  const measured = (group: number | null) => ({
    durations: durationsOf?.(group) ?? null,
    moments: sample.momentsOf?.(group) ?? null,
    weighted: sample.weightedOf?.(group) ?? null,
  });
  const known: (Tally | undefined)[] = [];
  const tallies = (group: number): Tally => {
    known[group] ??= tallyOf(verdicts, sample.counts, group * verdicts.length);
    return known[group];
  };
  const countOf = (group: number) => tallies(group).n + tallies(group).apart;
  const shown = plan.groupBy.length === 0 ? [] : asked(question, shownGroups(groups, countOf, plan.range === null));
  const isNamed = hides(plan);
  const wholes = wholesOf(question, groups, countOf);
  const bareFigures = shown.map((group) => {
    checkStop();
    const own = tallies(group.number);
    const parts = measured(group.number);
    const figure = unlessFew(isNamed || plan.groupBy.includes('agent'), figureOf(metric, own, parts, true), parts.weighted);
    return keyed(plan, group, wholes === null ? withShare(metric.card.id, figure, tally) : partOf(own.n, wholes(group)));
  });
  const figures = withComplements(bareFigures, (place) => sample.weightedOf?.(shown[place]?.number ?? -1) ?? null);
  const curves = metric.measure === 'curve' ? curvesOf(setting, question, groups, { shown, tallies, durationsOf, tally }) : null;
  const whole = measured(null);
  const bare = unlessFew(isNamed, figureOf(metric, tally, whole, false), whole.weighted);
  const atDue = curves?.whole === undefined ? bare : { ...bare, ...atPromise(curves.whole) };
  return {
    figure: hides(plan) && isFew(tally.n) ? suppressed(atDue) : atDue,
    tally,
    excluded: excludedOf(verdicts, total, countTimeless(question)),
    groups: curves === null ? figures : figures.map((figure) => withPromise(figure, curves.list)),
    curves: curves?.list ?? null,
  };
}

type CurveParts = {
  readonly shown: readonly ShownGroup[];
  readonly tallies: (group: number) => Tally;
  readonly durationsOf: Sample['durationsOf'];
  readonly tally: Tally;
};

function curvesOf(
  setting: Setting,
  question: Question,
  groups: Groups,
  parts: CurveParts,
): { readonly whole: Curve; readonly list: readonly Curve[] } {
  const listed = (group: number | null) => {
    const durations = parts.durationsOf?.(group);
    const nothing = new Float64Array(0);
    return { events: durations?.events.values() ?? nothing, censored: durations?.censored.values() ?? nothing };
  };
  const everyone = listed(null);
  const grid = timeGrid(everyone);
  const drawn = (key: string, tally: Tally, durations: { events: Float64Array; censored: Float64Array }, promiseMs: number | null): Curve =>
    curveOf(key, { tally, sample: { ...durations, never: tally.endings?.neverAnswered ?? 0 }, promiseMs }, grid);
  const single = openGroups([], question.plan.zone, {
    columns: setting.columns,
    table: question.table,
    at: question.at,
    range: { from: 0, to: 0 },
    asOf: question.plan.asOf,
  });
  const [common] = promiseLengths(question, single, setting.promises, setting.checkStop);
  const whole = drawn('all', parts.tally, everyone, common ?? null);
  if (question.plan.groupBy.length === 0) return { whole, list: hides(question.plan) && isFew(whole.n) ? [] : [whole] };
  const lengths = promiseLengths(question, groups, setting.promises, setting.checkStop);
  const list = parts.shown
    .filter((group) => !isHidden(question.plan, group, parts.tallies(group.number).n))
    .slice(0, mostCurves)
    .map((group) => drawn(group.keys.join('|'), parts.tallies(group.number), listed(group.number), lengths[group.number] ?? null));
  return { whole, list };
}

function withPromise(figure: FigureGroup, curves: readonly Curve[]): FigureGroup {
  const curve = curves.find((candidate) => candidate.key === figure.key);
  return curve === undefined || figure.suppressed === true ? figure : { ...figure, ...atPromise(curve) };
}

/** Groups of arrivals are parts of a whole, so each has a share of it. */
function withShare(metric: string, figure: Figure, whole: Tally): Figure {
  if (metric !== 'arrivals') return figure;
  return { ...figure, share: whole.n === 0 ? null : figure.n / whole.n, shareInterval: wilsonInterval(figure.n, whole.n) };
}

/** Quality is never told of few replies, nor of those that few people wrote, nor of people by name. */
function unlessFew(isNamed: boolean, figure: Figure, weighted: readonly WeightedRow[] | null): Figure {
  if (weighted === null || figure.n === 0) return figure;
  return isNamed || tellsOfFew(weighted) ? suppressed(figure) : figure;
}

/** Figures with those hidden, too, from which a hidden one could be worked out; quantiles do not add up, so nothing follows from theirs. */
function withComplements(figures: readonly FigureGroup[], weightedOf: (place: number) => readonly WeightedRow[] | null): FigureGroup[] {
  const isTold = (figure: FigureGroup) => figure.suppressed === true && figure.n > 0 && figure.quantiles === undefined;
  if (!figures.some(isTold)) return [...figures];
  const cells = figures.map((figure) => ({ keys: figure.keys, n: figure.n, isHidden: isTold(figure) }));
  const hidden = hiddenCells(cells, (places) => {
    const rows = places.map(weightedOf);
    return !rows.includes(null) && tellsOfFew(rows.flatMap((one) => one ?? []));
  });
  return figures.map((figure, at) => (hidden.has(at) ? { ...suppressed(figure), key: figure.key, keys: figure.keys } : figure));
}

function keyed(plan: Plan, group: ShownGroup, figure: Figure): FigureGroup {
  const shown = isHidden(plan, group, figure.n) ? suppressed(figure) : figure;
  // Spread first: anything before a spread makes the copy many times slower, and there are thousands of groups.
  return { ...shown, key: group.keys.join('|'), keys: group.keys };
}

function isHidden(plan: Plan, group: ShownGroup, n: number): boolean {
  const agent = plan.groupBy.indexOf('agent');
  const isNamed = agent >= 0 ? group.keys[agent] !== none : hides(plan);
  return isNamed && isFew(n);
}

/** Nobody is nobody's business: an empty group hides nothing. */
function isFew(n: number): boolean {
  return n > 0 && n < fewestCases;
}

/** A filter on named people makes the whole answer one about them. */
function hides(plan: Plan): boolean {
  return (plan.filters.agent ?? []).some((agent) => agent !== none);
}
