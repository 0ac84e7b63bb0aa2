// `huiyin staffing`: what GET /api/staffing answers, as a few lines and a table of hours.
import type { Command } from 'commander';
import { staffingQuery } from '../http/shapes/staffing.ts';
import { askStaffing, type StaffingAnswer } from '../staffing/ask-staffing.ts';
import { planHere } from '../staffing/planner.ts';
import { toStaffingAsked } from '../staffing/staffing-question.ts';
import type { CommandContext } from './context.ts';
import { print, withStore } from './context.ts';
import { readQuery } from './question-options.ts';
import { withEngine } from './with-engine.ts';
import { spokenDuration, spokenValue, toTable } from './words.ts';

type Options = { readonly json?: boolean } & Readonly<Record<string, string | boolean | undefined>>;

const spokenShare = (value: number | null): string => (value === null ? '-' : spokenValue(value, 'share'));
const people = (value: number | null): string => (value === null ? '-' : value.toFixed(1));

function termLines({ terms, kind }: StaffingAnswer): string[] {
  const { handling, concurrency, shrinkage, patience } = terms;
  const what = kind === 'live' ? 'a conversation' : 'an answer';
  return [
    `handling time of ${what}: ${spokenDuration(handling.valueMs)} (${handling.origin}; measured mean ${spokenDuration(handling.meanMs)}, median ${spokenDuration(handling.medianMs)}, n ${handling.n})`,
    ...(kind === 'live' ? [`conversations at once: ${concurrency.value ?? '-'} (${concurrency.origin})`] : []),
    `not there while on duty: ${spokenShare(shrinkage.value)} (${shrinkage.origin}, ${shrinkage.shifts} shifts)`,
    ...(kind === 'live'
      ? [`patience: ${patience.valueMs === null ? 'not set, nobody is taken to leave' : spokenDuration(patience.valueMs)}`]
      : []),
  ];
}

function planLines({ plan, asked, calibration }: StaffingAnswer): string[] {
  if (plan === null) return ['no plan: the channel has no promise, or nothing is known of its handling time'];
  const { capacity } = plan;
  const change = `${asked.more} more from ${asked.fromHour} to ${asked.toHour}, opening ${asked.earlierMinutes} min earlier, event ${asked.event}`;
  return [
    `with ${change}: expected ${spokenShare(plan.changed)} instead of ${spokenShare(plan.usual)} (measured ${spokenShare(calibration.measured)})`,
    ...(capacity === null
      ? []
      : [
          `to meet every due instant that can be met: ${capacity.people ?? '-'} people in every open hour (one less: ${spokenShare(capacity.oneLess)}); no open hour before it is due: ${spokenShare(capacity.hopeless)}`,
        ]),
  ];
}

/** The answer for people. */
export function staffingText(answer: StaffingAnswer): string {
  const { calibration, plan } = answer;
  const rows = (plan?.hours ?? []).filter((one) => one.open > 0 || one.demand > 0);
  return [
    `${answer.channel}${answer.language === null ? '' : `, ${answer.language}`} (${answer.kind}), ${answer.range.from} to ${answer.range.to}, ${answer.zone}, as of ${answer.freshness.asOf}`,
    `arrivals ${answer.arrivals} in ${answer.weeks} weeks; a typical week ${answer.demand.typical}, a busy one ${answer.demand.busy}`,
    ...termLines(answer),
    `the model (${answer.model}), each of these weeks predicted from the eight before it: ${spokenShare(calibration.predicted)}, measured ${spokenShare(calibration.measured)} (n ${calibration.n}); off by ${spokenShare(calibration.difference)} over all, by ${spokenShare(calibration.weekly)} in a single week: ${calibration.fit ?? 'cannot be compared'}`,
    ...planLines(answer),
    ...(plan?.reachable == null ? [] : [`with any number of people: ${spokenShare(plan.reachable)}, because a first line takes its time`]),
    '',
    toTable(
      ['hour', 'open', 'arrivals', 'replied', 'there', 'needed', 'in time'],
      rows.map((one) => [
        one.key,
        spokenShare(one.open),
        one.demand.toFixed(2),
        people(one.active),
        people(one.planned),
        people(one.needed),
        spokenShare(one.inTime),
      ]),
    ),
  ].join('\n');
}

export function registerStaffing(program: Command, context: CommandContext): void {
  program
    .command('staffing')
    .argument('<channel>', 'such as chat')
    .description('how many people a channel takes, and what a change would bring')
    .option('--language <tag>', 'of the conversations, such as de')
    .option('--week <monday>', 'the week to plan (default: the next one)')
    .option('--more <people>', 'so many more on the rota')
    .option('--from-hour <hour>', 'from this local hour on')
    .option('--to-hour <hour>', 'up to this local hour')
    .option('--earlier <minutes>', 'opening so many minutes earlier')
    .option('--event <size>', '0 as it was, 1 as busy as the busy week, 2 twice as big')
    .option('--target <share>', 'the share in time that people are counted for (0.9)')
    .option('--json', 'print JSON: what GET /api/staffing answers')
    .action(async (channel: string, { json, ...options }: Options) => {
      const asked = toStaffingAsked(readQuery(staffingQuery, { channel, ...options }));
      const { clock } = context;
      const answer = await withStore(context, (db) =>
        withEngine(context, (engine) => askStaffing({ db, engine, planner: planHere(db), clock }, asked)),
      );
      print(context, json, answer, () => staffingText(answer));
    });
}
