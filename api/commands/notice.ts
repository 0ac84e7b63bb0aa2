// `huiyin notice`: what customers are told, on and off, by hand, its grade, and how it would have done in the past.
import type { Command } from 'commander';
import { gradeReplay } from '#api/notice/grade-replay.ts';
import type { NoticeGrade } from '#api/notice/notice-grade.ts';
import type { PublicChannel } from '#api/notice/public-notice.ts';
import { AppError } from '#db/model/errors.ts';
import { day, hour, minute } from '#db/model/instant.ts';
import { type NoticeLanguage, noticeLanguages } from '#db/model/notice.ts';
import { getWorkspace } from '#db/store/workspace.ts';
import { replayChannel } from '../http/keeping-notices.ts';
import { changeNoticeKey, changeNoticeSetting, dropNoticeOverride, setNoticeOverride } from '../http/notice-changes.ts';
import { readNotices } from '../http/notices-json.ts';
import { toRange } from '../http/range.ts';
import type { CommandContext } from './context.ts';
import { print } from './context.ts';
import { type NoticeParts, withNotices } from './notice-parts.ts';
import { spokenDuration, spokenValue, toTable } from './words.ts';

type Json = { readonly json?: boolean };
const who = (command: string) => ({ actor: `huiyin notice ${command}` });

function waitText({ waitMinutes }: Pick<PublicChannel, 'waitMinutes'>): string {
  if (waitMinutes === null) return 'no estimate';
  return `${spokenDuration(waitMinutes.min * minute)} to ${spokenDuration(waitMinutes.max * minute)}`;
}

async function show(context: CommandContext, { json }: Json): Promise<void> {
  const state = await withNotices(context, readNotices);
  print(context, json, state, () => {
    if (state.notice === null) return 'off: customers are told nothing\n';
    const rows = state.notice.channels.map((one) => [
      one.channel,
      waitText(one),
      one.isPeak ? 'peak' : '',
      one.isOpen === false ? 'closed' : '',
    ]);
    return `${toTable(['channel', 'wait', '', ''], rows)}\nkey ${state.key ?? '-'}\n`;
  });
}

async function change(context: CommandContext, isOn: boolean, channels: readonly string[] | undefined): Promise<void> {
  await withNotices(context, async (parts) => {
    const known = (await readNotices(parts)).channels;
    const unknown = channels?.find((channel) => known.every((one) => one.channel !== channel));
    if (unknown !== undefined) throw new AppError('not_found', `no conversations came by "${unknown}"`);
    const isFirst = isOn && channels === undefined && !known.some(({ isTold }) => isTold);
    const chosen = isFirst ? known.map(({ channel }) => channel) : channels;
    await changeNoticeSetting(parts, { isOn, channels: chosen }, who(isOn ? 'on' : 'off'));
  });
  context.stdout(isOn ? 'on\n' : 'off: customers are told nothing from now on\n');
}

type SetOptions = { readonly min?: string; readonly max?: string; readonly hours: string; readonly text?: readonly string[] };

const isLanguage = (text: string): text is NoticeLanguage => noticeLanguages.some((language) => language === text);

function toTexts(given: readonly string[]): Partial<Record<NoticeLanguage, string>> {
  const pairs = given.map((one) => {
    const [language = '', ...rest] = one.split('=');
    const text = rest.join('=').trim();
    if (!isLanguage(language) || text === '' || text.length > 300) {
      throw new AppError('invalid', `--text ${language}: write en=TEXT, at most 300 characters, with one of ${noticeLanguages.join(', ')}`);
    }
    return [language, text];
  });
  return Object.fromEntries(pairs);
}

function toMinutes(text: string | undefined, name: string): number {
  const minutes = Number(text);
  if (!Number.isInteger(minutes) || minutes < 0 || minutes % 5 !== 0 || minutes > (60 * day) / minute) {
    throw new AppError('invalid', `--${name}: whole minutes in steps of five`);
  }
  return minutes;
}

async function set(context: CommandContext, channel: string, { min, max, hours, text = [] }: SetOptions): Promise<void> {
  const hasRange = min !== undefined || max !== undefined;
  const range = hasRange ? { min: toMinutes(min, 'min'), max: toMinutes(max, 'max') } : null;
  if (range !== null && range.min >= range.max) throw new AppError('invalid', '--max: must be more than --min');
  const texts = toTexts(text);
  if (range === null && text.length === 0) throw new AppError('invalid', 'give --min and --max, a --text, or both');
  const length = Number(hours);
  if (!(length > 0) || length > 24 * 60) throw new AppError('invalid', '--hours: a number of hours, at most 1440');
  const expiresAt = Math.round(context.clock() + length * hour);
  const setBy = 'huiyin notice set';
  await withNotices(context, (parts) => setNoticeOverride(parts, { channel, waitMinutes: range, texts, expiresAt, setBy }, who('set')));
  context.stdout(`set until ${new Date(expiresAt).toISOString()}\n`);
}

type BacktestOptions = Json & { readonly from?: string; readonly to?: string; readonly zone?: string; readonly channel?: string };

async function backtest(context: CommandContext, { from, to, zone: asked, channel, json }: BacktestOptions): Promise<void> {
  const report = await withNotices(context, async (parts) => await backtestOf(parts, { from, to, asked, channel }));
  print(context, json, report, () => {
    const head = ['channel', 'n', 'within', '95 % interval', 'sooner', 'later', 'bias', 'verdict'];
    const lines = report.channels.map(({ channel: name, ...grade }) => [name, ...toCells(grade)]);
    return `${report.from} to ${report.to}, ${report.zone}: what would have been told by what was known then; 80 % are meant to lie within\n\n${toTable(head, [...lines, ['all', ...toCells(report.all)]])}`;
  });
}

function toCells({ n, coverage, interval, sooner, later, bias, verdict }: NoticeGrade): (string | number)[] {
  const share = (value: number | null) => spokenValue(value, 'share');
  const [low = null, high = null] = interval ?? [];
  const of = (count: number) => share(n === 0 ? null : count / n);
  return [n, share(coverage), interval === null ? '' : `${share(low)} to ${share(high)}`, of(sooner), of(later), share(bias), verdict];
}

type Asked = { readonly [name in 'from' | 'to' | 'asked' | 'channel']: string | undefined };

async function backtestOf({ db, engine, clock }: NoticeParts, { from, to, asked, channel }: Asked) {
  const zone = asked ?? (await getWorkspace(db)).zone;
  const asOf = clock();
  const range = toRange(from, to, zone, asOf) ?? { from: asOf - 90 * day, to: asOf };
  const names = (await engine.values()).channel.map(({ value }) => value).filter((value) => value !== 'none');
  if (channel !== undefined && !names.includes(channel)) throw new AppError('not_found', `no conversations came by "${channel}"`);
  const met = [];
  for (const name of channel === undefined ? names : [channel]) {
    met.push({ channel: name, met: await replayChannel(engine, { channel: name, zone, ...range }) });
  }
  const channels = met.map((one) => ({ channel: one.channel, ...gradeReplay(one.met, asOf) }));
  const all = gradeReplay(
    met.flatMap((one) => one.met),
    asOf,
  );
  return { from: new Date(range.from).toISOString(), to: new Date(range.to).toISOString(), zone, channels, all };
}

const several = (text: string, before: readonly string[] = []): readonly string[] => [...before, text];

export function registerNotice(program: Command, context: CommandContext): void {
  const notice = program.command('notice').description('what customers are told about their wait');
  notice
    .command('show')
    .description('what they are told now')
    .option('--json', 'print JSON: what GET /api/notices answers')
    .action((options: Json) => show(context, options));
  notice
    .command('on')
    .description('tell customers')
    .option('--channel <name>', 'about this channel; repeat for several (default: those chosen before, else all)', several)
    .action(({ channel }: { readonly channel?: readonly string[] }) => change(context, true, channel));
  notice
    .command('off')
    .description('tell them nothing')
    .action(() => change(context, false, undefined));
  notice
    .command('key')
    .description('change the key of the public address; pages with the old one show nothing')
    .action(async () => context.stdout(`${await withNotices(context, (parts) => changeNoticeKey(parts, who('key')))}\n`));
  notice
    .command('set')
    .argument('<channel>')
    .description('set the notice of a channel by hand until it expires')
    .option('--min <minutes>', 'in steps of five')
    .option('--max <minutes>', 'in steps of five')
    .option('--hours <n>', 'how long it stands', '4')
    .option('--text <language=text>', 'for customers; repeat for several languages', several)
    .action((channel: string, options: SetOptions) => set(context, channel, options));
  notice
    .command('clear')
    .argument('<channel>')
    .description('go back to what is predicted')
    .action(async (channel: string) => {
      await withNotices(context, (parts) => dropNoticeOverride(parts, channel, who('clear')));
      context.stdout('predicted again\n');
    });
  registerBacktest(notice, context);
}

function registerBacktest(notice: Command, context: CommandContext): void {
  notice
    .command('backtest')
    .description('replay the past with the rule of now, by what was known then, and grade it by channel')
    .option('--from <day>', 'first day (default: 90 days ago)')
    .option('--to <day>', 'last day')
    .option('--zone <zone>', 'of the days')
    .option('--channel <name>', 'only this one')
    .option('--json', 'print JSON')
    .action((options: BacktestOptions) => backtest(context, options));
}
