// `huiyin hours-of-week` and `huiyin uplift`: peak load on the command line, as the API tells it.
import type { Command } from 'commander';
import { AppError } from '#db/model/errors.ts';
import type { BehindParts } from '../http/behind-sources.ts';
import { askUplifts, askWeek, upliftQuery, weekQuery } from '../http/peak-reports.ts';
import type { CommandContext } from './context.ts';
import { print, withStore } from './context.ts';
import { addRangeOptions, addScopeOptions, type QuestionOptions, readQuery, toQuery } from './question-options.ts';
import { withEngine } from './with-engine.ts';
import { spokenDuration, spokenValue, toTable } from './words.ts';

type Options = QuestionOptions & { readonly kind?: string; readonly layer: Layer; readonly json?: boolean };
type Week = Awaited<ReturnType<typeof askWeek>>;
type Uplifts = Awaited<ReturnType<typeof askUplifts>>;
type Stretch = Uplifts['events'][number]['uplift'];

const layers = {
  arrivals: ({ n, hours }) => (hours === 0 && n === 0 ? '-' : String(n)),
  median: ({ median }) => (median === null ? '-' : String(median)),
  'per-open-hour': ({ perOpenHour }) => (perOpenHour === null ? '-' : perOpenHour.toFixed(1)),
  backlog: ({ backlog }) => (backlog === null ? '-' : String(backlog)),
  wait: ({ wait }) => (wait.n === 0 ? '-' : spokenDuration(wait.p90)),
  negative: ({ negative }) => spokenValue(negative.value, 'share'),
} satisfies Record<string, (cell: Week['cells'][number]) => string>;
type Layer = keyof typeof layers;
const layerNames = Object.keys(layers);

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** The grid for people: an hour a line, a weekday a column. */
export function weekText({ range, zone, calendar, n, cells }: Week, layer: Layer): string {
  const byKey = new Map(cells.map((cell) => [cell.key, cell]));
  const rows = Array.from({ length: 24 }, (_, hour) => {
    const name = String(hour).padStart(2, '0');
    return [
      `${name}:00`,
      ...days.map((_day, day) => {
        const cell = byKey.get(`${day}-${name}`);
        return cell === undefined ? '-' : layers[layer](cell);
      }),
    ];
  });
  return `${layer}, ${range.from} to ${range.to}, ${zone}, hours of "${calendar.id}", ${n} arrivals\n\n${toTable(['hour', ...days], rows)}`;
}

const signed = (value: number) => `${value > 0 ? '+' : ''}${Math.round(value)}`;

function upliftCells({ state, n, weeks, figure }: Stretch): (string | number)[] {
  if (state === 'not-begun') return ['not begun', '', '', ''];
  if (figure === null) return [n, `not enough weeks (${weeks})`, '', ''];
  const [low, high] = figure.interval;
  return [
    state === 'open' ? `${n} so far` : n,
    figure.expected,
    `${signed(figure.uplift)} (${signed(low)} to ${signed(high)})`,
    figure.ratio?.toFixed(2) ?? '-',
  ];
}

/** The events for people, newest first. */
export function upliftText({ events, zone, left }: Uplifts): string {
  const rows = events.map(({ event, uplift, decay, overlaps }) => [
    event.from,
    event.kind,
    event.label,
    ...upliftCells(uplift),
    decay.afterMs === null ? decay.state : spokenDuration(decay.afterMs),
    overlaps.map(({ label }) => label).join('; '),
  ]);
  const head = ['from', 'kind', 'event', 'arrivals', 'usual', 'uplift, 95 %', 'ratio', 'back after', 'overlaps with'];
  const note = 'usual: median of the same hours of the 8 weeks before. What caused what is not in these numbers.\n';
  return `during events, ${zone}\n\n${toTable(head, rows)}\n${left > 0 ? `${left} older events are not shown\n` : ''}${note}`;
}

async function withParts<T>(context: CommandContext, work: (parts: BehindParts) => Promise<T>): Promise<T> {
  return await withStore(context, (db) => withEngine(context, (engine) => work({ db, engine, clock: context.clock })));
}

function addOptions(command: Command): Command {
  return addScopeOptions(addRangeOptions(command)).option('--json', 'print JSON: what the API answers');
}

/** Registers one of the two commands of peak load. */
export function registerPeakLoad(program: Command, context: CommandContext, name: 'hours-of-week' | 'uplift'): void {
  if (name === 'uplift') {
    addOptions(program.command(name).description('arrivals during business events against the weeks before'))
      .option('--kind <kinds>', 'one or more kinds of events, with commas between them')
      .action(async ({ kind, ...options }: Options) => {
        const query = readQuery(upliftQuery, { ...toQuery(options), ...(kind === undefined ? {} : { kind }) });
        const found = await withParts(context, (parts) => askUplifts(parts, query));
        print(context, options.json, found, () => upliftText(found));
      });
    return;
  }
  addOptions(program.command(name).description('arrivals, open hours, backlog, waits and mood by hour and weekday'))
    .option('--layer <layer>', layerNames.join(', '), 'arrivals')
    .option('--open-on <calendar>', 'whose hours are the open ones (default: business)')
    .option('--clock <clock>', 'of waits: calendar or working')
    .action(async (options: Options) => {
      if (!Object.hasOwn(layers, options.layer)) throw new AppError('invalid', `--layer: must be one of ${layerNames.join(', ')}`);
      const query = readQuery(weekQuery, toQuery(options));
      const found = await withParts(context, (parts) => askWeek(parts, query));
      print(context, options.json, found, () => weekText(found, options.layer));
    });
}
