// `huiyin survey`: links for solved conversations, as a file for whatever sends them, and the switch that turns the survey on.
import type { Command } from 'commander';
import { ratingKinds } from '#db/model/conversation.ts';
import { AppError } from '#db/model/errors.ts';
import { day } from '#db/model/instant.ts';
import type { Db } from '#db/open.ts';
import { saveAudit } from '#db/store/audit.ts';
import { findSurveyCandidates } from '#db/store/survey-candidates.ts';
import { getSurveySettings, saveSurveySettings } from '#db/store/survey-settings.ts';
import { reminderRefusal } from '#db/store/surveys.ts';
import { toCsvLine } from '../http/csv-cell.ts';
import { openSurveyLink } from '../http/survey-link.ts';
import { type CommandContext, print, withStore } from './context.ts';

type LinkOptions = { readonly since?: string; readonly source?: string; readonly remind?: boolean; readonly format: string };

const columns = ['source', 'conversation', 'episode', 'kind', 'language', 'url', 'reminders', 'expiresAt'] as const;

function parseSince(text: string | undefined, now: number): number {
  if (text === undefined) return now - 7 * day;
  const at = Date.parse(/^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T00:00:00Z` : text);
  if (Number.isNaN(at)) throw new AppError('invalid', `--since: must be a day (YYYY-MM-DD) or an instant, not ${text.slice(0, 40)}`);
  return at;
}

async function makeLinks(db: Db, context: CommandContext, options: LinkOptions) {
  const { clock, address, publicUrl } = context;
  const settings = await getSurveySettings(db);
  if (!settings.isOn) throw new AppError('conflict', 'the survey is off: huiyin survey on, or Settings, Survey');
  const keys = await context.keys();
  const until = clock() - settings.delayMs;
  const found = await findSurveyCandidates(db, { since: parseSince(options.since, clock()), until, sourceId: options.source ?? null });
  const links = [];
  for (const { conversationId, sourceId, externalId, offer } of found) {
    const isReminder = options.remind === true;
    const isDue = isReminder ? offer !== null && reminderRefusal(settings, offer, clock()) === null : offer === null;
    if (!isDue) continue;
    const link = await openSurveyLink({ db, keys, clock }, { conversationId, isReminder, origin: publicUrl ?? address });
    links.push({ source: sourceId, conversation: externalId, ...link });
  }
  await saveAudit(db, {
    at: clock(),
    actor: 'huiyin survey links',
    action: 'survey_links_made',
    subject: options.source ?? 'all sources',
    details: { links: links.length, reminders: options.remind === true },
  });
  return links;
}

async function turn(context: CommandContext, isOn: boolean, kind: string | undefined): Promise<void> {
  const chosen = ratingKinds.find((one) => one === kind);
  if (kind !== undefined && chosen === undefined) throw new AppError('invalid', `--kind: must be one of ${ratingKinds.join(', ')}`);
  await withStore(context, async (db) => {
    const before = await getSurveySettings(db);
    const settings = { ...before, isOn, kind: chosen ?? before.kind };
    await saveSurveySettings(db, settings);
    await saveAudit(db, { at: context.clock(), actor: 'huiyin survey', action: 'survey_changed', subject: 'survey', details: settings });
    context.stdout(`the survey is ${isOn ? `on (${settings.kind})` : 'off'}\n`);
  });
}

export function registerSurvey(program: Command, context: CommandContext): void {
  const survey = program.command('survey').description('our own survey: links for solved conversations');
  survey
    .command('links')
    .option('--since <day>', 'solved on this day (UTC) or later (default: the last seven days)')
    .option('--source <name>', 'of one source only')
    .option('--remind', 'instead of new links: those whose reminder is due')
    .option('--format <format>', 'csv or json', 'csv')
    .description('make links for solved conversations that nobody was asked about yet; each counts as offered')
    .action(async (options: LinkOptions) => {
      if (options.format !== 'csv' && options.format !== 'json') throw new AppError('invalid', '--format: must be one of csv, json');
      const links = await withStore(context, (db) => makeLinks(db, context, options));
      print(context, options.format === 'json', { links }, () =>
        [toCsvLine(columns), ...links.map((link) => toCsvLine(columns.map((column) => link[column])))].join(''),
      );
    });
  survey
    .command('on')
    .option('--kind <kind>', ratingKinds.join(', '))
    .description('turn the survey on')
    .action(({ kind }: { kind?: string }) => turn(context, true, kind));
  survey
    .command('off')
    .description('turn the survey off; links that are out can still be answered')
    .action(() => turn(context, false, undefined));
}
