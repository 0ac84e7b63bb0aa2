// `huiyin quality`: what reviews of replies come to, the rounds they come from, and all of them as a file.
import type { Command } from 'commander';
import { qualityScore } from '#api/metrics/quality-score.ts';
import { readQualityReport } from '#api/quality/read-report.ts';
import { AppError } from '#db/model/errors.ts';
import { findRounds } from '#db/store/quality-rounds.ts';
import { getWorkspace } from '#db/store/workspace.ts';
import { exportReviews } from '../http/export-reviews.ts';
import { exportFormats } from '../http/export-rows.ts';
import { questionQuery, toPlan } from '../http/question.ts';
import { toIso, toIsoOrNull } from '../http/to-iso.ts';
import { type CommandContext, print, withStore } from './context.ts';
import { addRangeOptions, addScopeOptions, type QuestionOptions, readQuery, toQuery } from './question-options.ts';
import { spokenValue, toTable } from './words.ts';

type Json = { readonly json?: boolean };
type ExportOptions = { readonly format: string; readonly round?: string };

async function report(context: CommandContext, options: QuestionOptions & Json): Promise<void> {
  const found = await withStore(context, async (db) => {
    const question = readQuery(questionQuery, toQuery(options));
    const { zone } = await getWorkspace(db);
    const { filters, range, asOf } = toPlan('quality-score', question, { zone, now: context.clock(), card: qualityScore.card });
    return await readQualityReport(db, { filters, range, asOf });
  });
  print(context, options.json, found, () => {
    if (found.hidden) return 'hidden: too few reviews, too few people who wrote the replies, or people by name\n';
    if (found.n === 0) return 'no reply was reviewed\n';
    const head = ['criterion', 'weight', 'n', 'people say', '95 % interval', 'failed', 'pre-scored', 'same', 'alpha'];
    const lines = found.criteria.map(({ criterion, weight, n, value, interval, failed, trust }) => [
      criterion,
      weight,
      n,
      spokenValue(value, 'share'),
      interval === null ? '-' : `${spokenValue(interval[0], 'share')} to ${spokenValue(interval[1], 'share')}`,
      failed,
      `${trust.measured} of ${trust.reviews}`,
      spokenValue(trust.share, 'share'),
      trust.alpha === null ? '-' : trust.alpha.toFixed(2),
    ]);
    return `${toTable(head, lines)}\n${found.n} replies, weights version ${found.terms.version}, pass mark ${spokenValue(found.terms.passMark, 'share')}\n`;
  });
}

async function listRounds(context: CommandContext, isJson: boolean | undefined): Promise<void> {
  const found = await withStore(context, findRounds);
  const rounds = found.map(({ id, name, kind, state, isDemo, tasks, done, decided, reviewers, populationSize, createdAt, closedAt }) => ({
    ...{ id, name, kind, state, isDemo, tasks, done, decided, reviewers, populationSize },
    createdAt: toIso(createdAt),
    closedAt: toIsoOrNull(closedAt),
  }));
  print(context, isJson, { rounds }, () => {
    const head = ['id', 'name', 'kind', 'state', 'done', 'of', 'decided', 'reviewers', 'drawn from'];
    const lines = rounds.map((one) => [
      ...[one.id, one.name, one.kind, one.state, one.done, one.tasks],
      ...[one.decided, one.reviewers, one.populationSize],
    ]);
    return lines.length === 0 ? 'no round of reviews yet\n' : `${toTable(head, lines)}\n`;
  });
}

async function exportAll(context: CommandContext, options: ExportOptions): Promise<void> {
  const format = exportFormats.find((one) => one === options.format);
  if (format === undefined) throw new AppError('invalid', `--format: must be one of ${exportFormats.join(', ')}`);
  if (options.round !== undefined && !/^\d{1,15}$/.test(options.round)) throw new AppError('invalid', '--round: must be a number');
  const roundId = options.round === undefined ? undefined : Number(options.round);
  await withStore(context, async (db) => {
    for await (const piece of exportReviews(db, { format, roundId })) context.stdout(piece);
  });
}

export function registerQuality(program: Command, context: CommandContext): void {
  const quality = program.command('quality').description('reviews of replies: report, rounds, export');
  addScopeOptions(addRangeOptions(quality.command('report').description('each criterion: what people say, beside the pre-score')))
    .option('--json', 'print JSON')
    .action(async (options: QuestionOptions & Json) => report(context, options));
  quality
    .command('rounds')
    .description('rounds of review and how far each is')
    .option('--json', 'print JSON')
    .action(async ({ json }: Json) => listRounds(context, json));
  quality
    .command('export')
    .description('all reviews as a file on standard output, latest first')
    .option('--format <format>', exportFormats.join(' or '), 'csv')
    .option('--round <id>', 'of one round only')
    .action(async (options: ExportOptions) => exportAll(context, options));
}
