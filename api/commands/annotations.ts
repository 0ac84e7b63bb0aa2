// `huiyin annotations`: campaigns and how far they are, agreement and accuracy in a line each, and all labels as a file.
import type { Command } from 'commander';
import { accuracyOf } from '#api/annotations/accuracy.ts';
import { agreementOf } from '#api/annotations/agreement.ts';
import { annotationFields, fixedLabels } from '#db/model/annotation.ts';
import { AppError } from '#db/model/errors.ts';
import type { Db } from '#db/open.ts';
import { findCampaigns } from '#db/store/annotation-campaigns.ts';
import { findSampledTasks } from '#db/store/annotation-sample.ts';
import { exportAnnotations } from '../http/export-annotations.ts';
import { exportFormats } from '../http/export-rows.ts';
import { toIso } from '../http/to-iso.ts';
import { type CommandContext, print, withStore } from './context.ts';
import { toTable } from './words.ts';

type ExportOptions = { readonly format: string; readonly field?: string; readonly campaign?: string };

async function readCampaigns(db: Db) {
  const found = await findCampaigns(db);
  return await Promise.all(
    found.map(async ({ id, name, field, state, isDemo, tasks, done, gold, populationSize, createdAt }) => {
      const sampled = await findSampledTasks(db, field, id);
      const order = fixedLabels[field] ?? [];
      const { accuracy } = accuracyOf(sampled, order);
      const { alpha, interval, units } = agreementOf(sampled, field, order);
      const figures = { accuracy, agreement: { alpha, interval, units } };
      return { id, name, field, state, isDemo, tasks, done, gold, populationSize, createdAt: toIso(createdAt), ...figures };
    }),
  );
}

const shown = (value: number | null | undefined) => (value === null || value === undefined ? '-' : value.toFixed(3));

async function listCampaigns(context: CommandContext, isJson: boolean | undefined): Promise<void> {
  const campaigns = await withStore(context, readCampaigns);
  print(context, isJson, { campaigns }, () => {
    const head = ['id', 'name', 'field', 'state', 'done', 'of', 'gold', 'drawn from', 'accuracy', 'alpha'];
    const lines = campaigns.map((one) => [
      one.id,
      one.name,
      one.field,
      one.state,
      one.done,
      one.tasks,
      one.gold,
      one.populationSize,
      shown(one.accuracy?.value),
      shown(one.agreement.alpha),
    ]);
    return lines.length === 0 ? 'no campaign yet\n' : `${toTable(head, lines)}\n`;
  });
}

function toCampaignId(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,15}$/.test(text)) throw new AppError('invalid', '--campaign: must be a number');
  return Number(text);
}

async function exportAll(context: CommandContext, options: ExportOptions): Promise<void> {
  const format = exportFormats.find((one) => one === options.format);
  if (format === undefined) throw new AppError('invalid', `--format: must be one of ${exportFormats.join(', ')}`);
  const field = annotationFields.find((one) => one === options.field);
  if (options.field !== undefined && field === undefined)
    throw new AppError('invalid', `--field: must be one of ${annotationFields.join(', ')}`);
  const campaignId = toCampaignId(options.campaign);
  await withStore(context, async (db) => {
    for await (const piece of exportAnnotations(db, { format, field, campaignId })) context.stdout(piece);
  });
}

export function registerAnnotations(program: Command, context: CommandContext): void {
  const annotations = program.command('annotations').description('what people labelled: campaigns, export');
  annotations
    .command('campaigns')
    .description('campaigns, how far each is, and what it tells')
    .option('--json', 'print JSON')
    .action(async ({ json }: { readonly json?: boolean }) => listCampaigns(context, json));
  annotations
    .command('export')
    .description('all labels as a file on standard output, latest first')
    .option('--format <format>', exportFormats.join(' or '), 'csv')
    .option('--field <field>', annotationFields.join(', '))
    .option('--campaign <id>', 'of one campaign only')
    .action(async (options: ExportOptions) => exportAll(context, options));
}
