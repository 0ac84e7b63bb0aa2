// `huiyin metric`, `huiyin list`, `huiyin export`: the same answers, rows and files as the API gives.

import type { Command } from 'commander';
import { openSampled } from '#api/annotations/sampled.ts';
import { AppError } from '#db/model/errors.ts';
import type { Answer, Figure, MetricRow, SourceBehind } from '#db/model/metric.ts';
import { askWithBehind } from '../http/behind-sources.ts';
import { correctAnswer } from '../http/corrected-answer.ts';
import { exportFormats, exportRows } from '../http/export-rows.ts';
import { openHold } from '../http/hold.ts';
import { withComments } from '../http/rating-comments.ts';
import type { CommandContext } from './context.ts';
import { print } from './context.ts';
import { addQuestionOptions, type QuestionOptions, withQuestion } from './question-options.ts';
import { spokenDuration, spokenValue, toTable } from './words.ts';

type Options = QuestionOptions & {
  readonly part?: string;
  readonly json?: boolean;
  readonly format?: string;
  readonly limit?: string;
  readonly offset?: string;
};

function toCells({ unit }: Answer, figure: Figure): (string | number)[] {
  const { quantiles } = figure;
  if (figure.suppressed === true) return [figure.n, figure.n < 5 ? 'hidden (fewer than 5)' : 'hidden'];
  if (quantiles !== undefined)
    return [figure.n, spokenDuration(quantiles.p50), spokenDuration(quantiles.p90), spokenDuration(quantiles.p95)];
  const [low, high] = Array.isArray(figure.interval) ? figure.interval : [null, null];
  const interval = low === null && high === null ? '' : `${spokenValue(low, unit)} to ${spokenValue(high, unit)}`;
  return [figure.n, spokenValue(figure.value, unit), interval];
}

/** An answer for people: the figure, what was left out, and the groups as a table. */
export function answerText(answer: Answer): string {
  const isDuration = answer.quantiles !== undefined;
  const head = [answer.groupBy.join(', ') || 'all', 'n', ...(isDuration ? ['P50', 'P90', 'P95'] : ['value', '95 % interval'])];
  const rows = [['all', ...toCells(answer, answer)], ...answer.groups.map((group) => [group.keys.join(', '), ...toCells(answer, group)])];
  const range = answer.range === null ? 'everything' : `${answer.range.from} to ${answer.range.to}`;
  const waits =
    answer.answered === undefined
      ? ''
      : `answered ${answer.answered}, still waiting ${answer.waiting ?? 0}, never answered ${answer.neverAnswered ?? 0}\n`;
  const excluded = Object.entries(answer.excluded).map(([reason, count]) => `${reason} ${count}`);
  const comparison =
    answer.comparison === undefined
      ? ''
      : `before: ${toCells(answer, answer.comparison.figure).join('  ')}  difference ${spokenValue(answer.comparison.difference, answer.unit)}${answer.comparison.clear ? '' : ' (no clear change)'}\n`;
  return [
    `${answer.metric} (version ${answer.version}), ${range}, ${answer.zone}, ${answer.clock} clock, by ${answer.population}, as of ${answer.freshness.asOf}\n\n`,
    toTable(head, rows),
    waits === '' && excluded.length === 0 ? '' : '\n',
    waits,
    excluded.length === 0 ? '' : `left out: ${excluded.join(', ')}\n`,
    comparison,
    ...(answer.freshness.behind ?? []).map(behindLine),
  ].join('');
}

function behindLine({ label, state, lastDoneAt }: SourceBehind): string {
  const since = lastDoneAt === null ? 'has never been read to its end' : `was last read at ${lastDoneAt}`;
  return `may be behind: ${label} ${since}${state === 'failing' ? ', its last run failed' : ''}\n`;
}

function toCount(text: string | undefined, usual: number, name: string): number {
  const count = Number(text ?? usual);
  if (!Number.isInteger(count) || count < 0) throw new AppError('invalid', `--${name}: must be a whole number`);
  return count;
}

function registerAsk(program: Command, context: CommandContext): void {
  addQuestionOptions(program.command('metric').argument('<id>', 'such as first-response-time').description('answer one question'))
    .option('--json', 'print JSON: what GET /api/metrics/ID answers')
    .action(async (id: string, options: Options) => {
      const answer = await withQuestion(context, id, options, async (engine, plan, db) => {
        const { clock } = context;
        return await correctAnswer(openSampled({ db, clock }), plan, await askWithBehind({ db, engine, clock }, plan));
      });
      print(context, options.json, answer, () => answerText(answer));
    });
}

const partHint = 'only the rows behind a finer figure, such as untimed of csat; an unknown one tells which there are';

function registerList(program: Command, context: CommandContext): void {
  addQuestionOptions(program.command('list').argument('<id>').description('the rows behind a number, newest first'))
    .option('--part <part>', partHint)
    .option('--limit <n>', 'how many rows', '50')
    .option('--offset <n>', 'how many to skip', '0')
    .option('--json', 'print JSON: what GET /api/metrics/ID/rows answers')
    .action(async (id: string, options: Options) => {
      const page = { offset: toCount(options.offset, 0, 'offset'), limit: toCount(options.limit, 50, 'limit') };
      const rows = await withQuestion(context, id, options, (engine, plan) => engine.rows(plan, { ...page, part: options.part }));
      print(context, options.json, rows, () => {
        const head = ['conversation', 'source', 'channel', 'language', 'agent', 'at', 'state', 'calendar', 'working', 'nudges'];
        const lines = rows.rows.map((row) => [
          row.conversationId,
          row.source,
          row.channel,
          row.language,
          row.agent,
          row.at,
          row.state,
          spokenDuration(row.calendarMs),
          spokenDuration(row.workingMs),
          row.nudges,
        ]);
        return `${toTable(head, lines)}\n${rows.rows.length} of ${rows.n} rows\n`;
      });
    });
}

function registerExport(program: Command, context: CommandContext): void {
  addQuestionOptions(program.command('export').argument('<id>').description('all rows behind a number, as a file on standard output'))
    .option('--part <part>', partHint)
    .option('--format <format>', exportFormats.join(' or '), 'csv')
    .action(async (id: string, options: Options) => {
      const format = exportFormats.find((one) => one === options.format);
      if (format === undefined) throw new AppError('invalid', `--format: must be one of ${exportFormats.join(', ')}`);
      await withQuestion(context, id, options, async (engine, plan, db) => {
        const complete = (rows: readonly MetricRow[]) => withComments(db, plan.metric, rows);
        for await (const piece of exportRows(engine, plan, { format, part: options.part, complete }, openHold())) context.stdout(piece);
      });
    });
}

/** Registers one of the three commands of a question. */
export function registerMetric(program: Command, context: CommandContext, name: 'metric' | 'list' | 'export'): void {
  ({ metric: registerAsk, list: registerList, export: registerExport })[name](program, context);
}
