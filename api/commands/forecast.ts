// `huiyin peaks` and `huiyin forecast`: what GET /api/peaks and GET /api/forecast answer.
import type { Command } from 'commander';
import { type AnswerParts, answerForecast, answerPeaks, type ForecastAnswer, type PeaksAnswer } from '#api/forecast/answers.ts';
import { openModeller } from '#api/forecast/modeller.ts';
import { getWorkspace } from '#db/store/workspace.ts';
import { forecastQuery, peaksQuery, toModelQuestion, toPeaksQuestion } from '../http/model-question.ts';
import type { CommandContext } from './context.ts';
import { print, withStore } from './context.ts';
import { addRangeOptions, addScopeOptions, type QuestionOptions, readQuery, toQuery } from './question-options.ts';
import { withEngine } from './with-engine.ts';
import { spokenDuration, spokenValue, toTable } from './words.ts';

type Options = QuestionOptions & { readonly bucket?: string; readonly json?: boolean };

function addOptions(command: Command): Command {
  return addScopeOptions(command).option('--json', 'print JSON: what the API answers');
}

async function withParts<T>(context: CommandContext, work: (parts: AnswerParts, zone: string) => Promise<T>): Promise<T> {
  return await withStore(context, async (db) => {
    const { zone } = await getWorkspace(db);
    const modeller = openModeller({ inProcess: true });
    return await withEngine(context, (engine) => work({ db, engine, modeller, clock: context.clock }, zone));
  });
}

const count = (value: number) => (value < 100 ? value.toFixed(1) : value.toFixed(0));
const band = (interval: readonly [number, number] | null) => (interval === null ? '-' : `${count(interval[0])} to ${count(interval[1])}`);

function bucketLine({ bucket, perHour }: Pick<PeaksAnswer, 'bucket' | 'perHour'>): string {
  return bucket === null ? 'nothing came\n' : `counted by ${bucket}, since ${count(perHour ?? 0)} arrive an hour\n`;
}

/** Peaks for people. */
export function peaksText(answer: PeaksAnswer): string {
  const rows = answer.peaks.map((peak) => [
    peak.from,
    spokenDuration(Date.parse(peak.to) - Date.parse(peak.from)),
    peak.observed,
    count(peak.expected),
    count(peak.excess),
    band(peak.interval),
    peak.events.map(({ label }) => label).join('; ') || '-',
  ]);
  const shifts = answer.shifts.map(({ at, before, after }) => `level ${count(before)} a day before ${at}, ${count(after)} after\n`);
  return [
    bucketLine(answer),
    answer.searched === null ? '' : `searched ${answer.searched.from} to ${answer.searched.to}, ${answer.zone}; `,
    `in a year without peaks chance shows ${answer.falsePeaksPerYear} at most\n\n`,
    toTable(['from', 'length', 'arrivals', 'usual', 'excess', '95 % interval', 'events beside it (no cause claimed)'], rows),
    ...shifts,
  ].join('');
}

/** A forecast for people: the sums, the days or hours, and the back-test. */
export function forecastText(answer: ForecastAnswer): string {
  if (answer.reason === 'no_arrivals') return 'no forecast: nothing came yet\n';
  if (answer.reason === 'too_short')
    return `${bucketLine(answer)}no forecast: five weeks of arrivals are needed to test one, seven by day\n`;
  const figures = (one: ForecastAnswer['totals'][number] | ForecastAnswer['points'][number]) => [
    count(one.expected),
    band(one.interval80),
    band(one.interval95),
    one.uses,
  ];
  const head = ['expected', '80 %', '95 %', 'by'];
  const tests = answer.backTest.map((one) => [
    one.id,
    one.n,
    one.mase === null ? '-' : one.mase.toFixed(2),
    one.uses,
    spokenValue(one.coverage80, 'share'),
    spokenValue(one.coverage95, 'share'),
  ]);
  return [
    `${bucketLine(answer)}\n`,
    toTable(
      ['sum', ...head],
      answer.totals.map((total) => [total.id, ...figures(total)]),
    ),
    '\n',
    toTable(
      ['from', ...head],
      answer.points.map((point) => [point.from, ...figures(point)]),
    ),
    '\nback-test: error against the seasonal naive forecast (below 1 is better), and how often intervals held\n',
    toTable(['ahead', 'n', 'MASE', 'used', '80 % held', '95 % held'], tests),
  ].join('');
}

function registerPeaks(program: Command, context: CommandContext): void {
  addRangeOptions(
    addOptions(program.command('peaks').description('when more came than chance explains, and what stands beside it')),
  ).action(async (options: Options) => {
    const query = readQuery(peaksQuery, toQuery(options));
    const answer = await withParts(context, (parts, zone) => answerPeaks(parts, toPeaksQuestion(query, { zone, now: context.clock() })));
    print(context, options.json, answer, () => peaksText(answer));
  });
}

function registerAhead(program: Command, context: CommandContext): void {
  addOptions(program.command('forecast').description('arrivals of the next two weeks, with the back-test'))
    .option('--bucket <bucket>', 'hour or day (default: by the volume)')
    .action(async ({ bucket, ...options }: Options) => {
      const query = readQuery(forecastQuery, { ...toQuery(options), ...(bucket === undefined ? {} : { bucket }) });
      const answer = await withParts(context, (parts, zone) =>
        answerForecast(parts, toModelQuestion(query, { zone, now: context.clock() })),
      );
      print(context, options.json, answer, () => forecastText(answer));
    });
}

/** Registers one of the two commands. */
export function registerForecast(program: Command, context: CommandContext, name: 'peaks' | 'forecast'): void {
  ({ peaks: registerPeaks, forecast: registerAhead })[name](program, context);
}
