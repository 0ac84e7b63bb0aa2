// What goes together with satisfaction: a logistic regression over rated conversations, told in shares.
import { averageEffect, type EffectOf } from '#api/stats/average-effect.ts';
import { ridgeLogistic } from '#api/stats/ridge-logistic.ts';
import { minute } from '#db/model/instant.ts';
import { type DriverEffect, type DriverKind, type Drivers, driverKinds } from '#db/model/satisfaction.ts';
import type { RatedCase } from './rated-cases.ts';
import { toneControls } from './tone-controls.ts';

/** Small beside any real sample: it only keeps what nobody has seen from becoming certain. */
const ridge = 0.5;
/** Fewer good or bad ratings than this for each variable tell nothing. */
const fewestEach = 30;
/** More than this say no more, and would keep others waiting. */
const mostCases = 40_000;
const mostNudges = 5;
const mostValues = 5;
const badMood = -0.5;
const unread = 'unread';

type Timed = RatedCase & { readonly firstWaitMs: number };
type Variable = Pick<EffectOf, 'way'> & {
  readonly kind: DriverKind;
  readonly key: string | null;
  readonly against: string | null;
  readonly values: Float64Array;
};

/** Those with a timed first answer; of very many every other one, every third and so on. */
function fittedCases(cases: readonly RatedCase[]): { readonly timed: readonly Timed[]; readonly used: readonly Timed[] } {
  const timed = cases.filter((one): one is Timed => one.firstWaitMs !== null);
  const step = Math.ceil(timed.length / mostCases);
  return { timed, used: step > 1 ? timed.filter((_, place) => place % step === 0) : timed };
}

/** The cases that the model passes over because there are very many; what has no first answer is not among them. */
export function thinnedCases(cases: readonly RatedCase[]): readonly RatedCase[] {
  const { timed, used } = fittedCases(cases);
  const taken = new Set<RatedCase>(used);
  return timed.filter((one) => !taken.has(one));
}

/** The cases that the model is fitted to (`driver` null), or those that have one driver: as many as its effect says. Null without such a driver. */
export function driverCases(
  cases: readonly RatedCase[],
  driver: { readonly kind: string; readonly key: string | null } | null,
): readonly RatedCase[] | null {
  const { used } = fittedCases(cases);
  if (driver === null) return used;
  const variable = variablesOf(used).find(({ kind, key }) => kind === driver.kind && key === driver.key);
  if (variable === undefined) return driverKinds.some((kind) => kind === driver.kind) ? [] : null;
  return used.filter((_, place) => (variable.values[place] ?? 0) > 0);
}

export function driversOf(cases: readonly RatedCase[]): Drivers {
  const { timed, used } = fittedCases(cases);
  const excluded: Record<string, number> = {};
  if (timed.length < cases.length) excluded.not_answered = cases.length - timed.length;
  if (used.length < timed.length) excluded.thinned = timed.length - used.length;
  const good = used.filter(({ isGood }) => isGood).length;
  const told = { n: used.length, good, excluded };
  if (Math.min(good, used.length - good) < fewestEach) return { ...told, effects: [] };
  const variables = variablesOf(used);
  const outcome = Uint8Array.from(used, ({ isGood }) => Number(isGood));
  const plain = effectsIn({ variables, controls: [], outcome, tells: () => true });
  if (plain === null) return { ...told, effects: [] };
  // Tone has a model of its own, with all that decides who is answered kindly. The drivers shown beside it keep theirs: what a doubling of the
  // wait goes with is not to be told once the wait stands in the model three times over.
  const isTone = ({ kind }: Pick<Variable, 'kind'>) => kind === 'tone';
  const controlled = variables.filter(({ kind }) => kind !== 'category' && kind !== 'mood');
  const ofTone = variables.some(isTone) ? effectsIn({ variables: controlled, controls: toneControls(used), outcome, tells: isTone }) : [];
  const effects = plain.flatMap((effect) => (isTone(effect) ? (ofTone?.filter(({ key }) => key === effect.key) ?? []) : [effect]));
  return { ...told, effects: effects.filter(({ key }) => key !== unread) };
}

type Model = {
  readonly variables: readonly Variable[];
  readonly controls: readonly Float64Array[];
  readonly outcome: Uint8Array;
  /** Whose effect is told. */
  readonly tells: (variable: Variable) => boolean;
};

/** Effects with all other variables and `controls` as they are; null where the model has no fit. */
function effectsIn({ variables, controls, outcome, tells }: Model): DriverEffect[] | null {
  const columns = [...variables.map(({ values }) => values), ...controls];
  const fit = ridgeLogistic({ columns, outcome, ridge });
  if (fit === null) return null;
  return variables.flatMap((variable, column): DriverEffect[] => {
    if (!tells(variable)) return [];
    const { kind, key, against, way, values } = variable;
    const others = variables.flatMap((other, place) => (key !== null && place !== column && other.kind === kind ? [place] : []));
    const { effect, interval } = averageEffect(columns, fit, { column, way, others });
    const n = values.reduce((count, value) => count + Number(value > 0), 0);
    return [{ kind, key, against, n, effect, interval, isClear: interval[0] > 0 || interval[1] < 0 }];
  });
}

/** Variables that differ at all: what is the same for everybody explains nothing. */
function variablesOf(cases: readonly Timed[]): Variable[] {
  const column = (of: (one: Timed) => number) => Float64Array.from(cases, of);
  const step = { way: 'step', key: null, against: null } as const;
  const own = { way: 'switch', key: null, against: null } as const;
  const variables: Variable[] = [
    // Each doubling of the wait, from a minute on.
    { kind: 'wait', ...step, values: column(({ firstWaitMs }) => Math.log2(Math.max(1, firstWaitMs / minute))) },
    { kind: 'nudges', ...step, values: column(({ nudges }) => Math.min(mostNudges, nudges)) },
    { kind: 'reopened', ...own, values: column(({ isReopened }) => Number(isReopened)) },
    { kind: 'language', ...own, values: column(({ isOtherLanguage }) => Number(isOtherLanguage)) },
    ...toned(cases),
    { kind: 'mood', ...own, values: column(({ opening }) => Number(opening <= badMood)) },
    ...listed(cases, 'category', ({ category }) => category.split('.')[0] ?? category),
    ...listed(cases, 'channel', ({ channel }) => channel),
  ];
  return variables.filter(({ values }) => values.some((value) => value !== values[0]));
}

/** Warm and cold first answers against plain ones. Those whose tone is not known are told apart in the model, and of them nothing is said. */
function toned(cases: readonly Timed[]): Variable[] {
  return (['warm', 'cold', null] as const)
    .map((tone): Variable => {
      const values = Float64Array.from(cases, (one) => Number(one.tone === tone));
      return { kind: 'tone', key: tone ?? unread, against: 'plain', way: 'switch', values };
    })
    .filter(({ values }) => values.reduce((sum, value) => sum + value, 0) >= fewestEach);
}

/** The most frequent values of a list, each against the most frequent of all; what is rarer stays with that one. */
function listed(cases: readonly Timed[], kind: DriverKind, valueOf: (one: Timed) => string): Variable[] {
  const counts = new Map<string, number>();
  for (const one of cases) counts.set(valueOf(one), (counts.get(valueOf(one)) ?? 0) + 1);
  const ranked = [...counts].filter(([, count]) => count >= fewestEach).toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const [usual, ...others] = ranked.slice(0, mostValues + 1).map(([value]) => value);
  return others.map((value) => ({
    kind,
    key: value,
    against: usual ?? null,
    way: 'switch',
    values: Float64Array.from(cases, (one) => Number(valueOf(one) === value)),
  }));
}
