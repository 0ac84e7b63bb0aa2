// `huiyin complaints`: the list with both clocks, the ladder, and the proof of one claim, as the API tells them.
import type { Command } from 'commander';
import { getMetric } from '#api/metrics/index.ts';
import { AppError } from '#db/model/errors.ts';
import { getWorkspace } from '#db/store/workspace.ts';
import { complaintLadder, complaintList, complaintProof } from '../http/complaint-json.ts';
import { toPlan } from '../http/question.ts';
import { complaintQuery } from '../routes/complaints.ts';
import type { CommandContext } from './context.ts';
import { print, withStore } from './context.ts';
import { addRangeOptions, addScopeOptions, type QuestionOptions, readQuery, toQuery } from './question-options.ts';
import { withEngine } from './with-engine.ts';
import { spokenDuration, spokenValue, toTable } from './words.ts';

type Options = QuestionOptions & {
  readonly json?: boolean;
  readonly metric?: string;
  readonly limit?: string;
  readonly only?: string;
  readonly verdict?: string;
  readonly part?: string;
};
type List = Awaited<ReturnType<typeof complaintList>>;
type Ladder = Awaited<ReturnType<typeof complaintLadder>>;
type Proof = NonNullable<Awaited<ReturnType<typeof complaintProof>>>;

function listText({ n, complaints }: List): string {
  const rows = complaints.map(({ conversationId, rung, at, channel, clocks, claim, title }) => [
    conversationId,
    rung,
    at.slice(0, 16),
    channel,
    clocks.map(({ state }) => state).join(' / ') || '-',
    claim === null ? '-' : `${claim.verdict}${claim.isConfirmed ? '' : ' (not confirmed)'}`,
    title.replaceAll(/\s+/g, ' ').slice(0, 60),
  ]);
  return `${n} in all\n\n${toTable(['id', 'rung', 'voiced', 'channel', 'acknowledged / decided', 'no reply?', 'about'], rows)}`;
}

function ladderText({ rungs, moves }: Ladder): string {
  const rows = rungs.map(({ rung, n, climbed, share, medianMs }) => [
    rung,
    n,
    rung === 'ticket' ? '-' : climbed,
    spokenValue(share, 'share'),
    spokenDuration(medianMs),
  ]);
  const steps = moves.map(({ from, to, n, medianMs }) => [from, to, n, spokenDuration(medianMs)]);
  return `${toTable(['rung', 'n', 'climbed', 'share', 'median'], rows)}\n${toTable(['from', 'to', 'n', 'median'], steps)}`;
}

function proofText({ complaint, conversations }: Proof): string {
  const { claim, rung, at } = complaint;
  const verdict = claim === null ? 'claims nothing' : `${claim.verdict}${claim.isConfirmed ? ', confirmed' : ', not confirmed'}`;
  const rows = conversations.flatMap(({ conversationId, channel, reasons, strength, waits }) =>
    waits.map(({ fromAt, untilAt, dueAt, state, nudges, says }) => [
      conversationId,
      channel,
      reasons.join(', ') || 'itself',
      strength ?? '-',
      fromAt.slice(0, 16),
      dueAt?.slice(0, 16) ?? '-',
      untilAt?.slice(0, 16) ?? '-',
      state,
      nudges,
      says ?? '-',
    ]),
  );
  const head = ['conversation', 'channel', 'matched by', 'strength', 'asked', 'due', 'ended', 'state', 'nudges', 'says'];
  return `${rung}, ${at.slice(0, 16)}: ${verdict}\n\n${toTable(head, rows)}`;
}

function addOptions(command: Command): Command {
  return addScopeOptions(addRangeOptions(command)).option('--json', 'print JSON: what the API answers');
}

/** The part of the options that is a question, read by the rules of the URL. */
async function answer<T>(context: CommandContext, options: Options, work: (parts: Parts) => Promise<T>): Promise<T> {
  const { metric, limit, only, verdict, part } = options;
  const { metric: id, ...rest } = readQuery(complaintQuery, {
    ...toQuery(options),
    ...(metric === undefined ? {} : { metric }),
    ...(limit === undefined ? {} : { limit }),
    ...(only === undefined ? {} : { only }),
    ...(verdict === undefined ? {} : { verdict }),
    ...(part === undefined ? {} : { part }),
  });
  return await withStore(context, (db) =>
    withEngine(context, async (engine) => {
      const { offset, limit: most, only: half, verdict: told, part: some, ...question } = rest;
      const { zone } = await getWorkspace(db);
      const planOf = (name: typeof id) => toPlan(name, question, { zone, now: context.clock(), card: getMetric(name).card });
      return await work({ db, engine, planOf, id, page: { offset, limit: most, only: half, verdict: told, part: some } });
    }),
  );
}

type Parts = Parameters<typeof complaintList>[0] & {
  readonly id: (typeof complaintQuery)['_output']['metric'];
  readonly planOf: (id: Parts['id']) => Parameters<typeof complaintList>[1];
  readonly page: Parameters<typeof complaintList>[2];
};

export function registerComplaints(program: Command, context: CommandContext): void {
  const complaints = program.command('complaints').description('complaints: list, ladder, proof');
  addOptions(complaints.command('list').description('complaints of the range with both clocks, newest first'))
    .option('--metric <id>', 'the rows of another metric, such as no-reply-claims or complaint-overdue')
    .option('--only <half>', 'hit or miss, of a share')
    .option('--verdict <verdict>', 'true, half-true, answered or never-received, of no-reply-claims')
    .option('--part <part>', 'from:ticket, from:public or from:formal, of complaint-climbs')
    .option('--limit <n>', 'how many (default 50)')
    .action(async (options: Options) => {
      const found = await answer(context, options, async ({ planOf, id, page, ...parts }) => complaintList(parts, planOf(id), page));
      print(context, options.json, found, () => listText(found));
    });
  addOptions(complaints.command('ladder').description('how many climbed from a request to a complaint, and how fast')).action(
    async (options: Options) => {
      const found = await answer(context, options, async ({ planOf, ...parts }) => complaintLadder(parts, planOf('complaint-climbs')));
      print(context, options.json, found, () => ladderText(found));
    },
  );
  complaints
    .command('proof')
    .argument('<conversation>', 'id of the conversation that complains')
    .description('what the conversations of the same customer say of the claim that nobody replies')
    .option('--json', 'print JSON: what the API answers')
    .action(async (id: string, options: { readonly json?: boolean }) => {
      const found = await withStore(context, (db) => complaintProof(db, Number(id), context.clock()));
      if (found === null) throw new AppError('not_found', `conversation ${id.slice(0, 20)} is no complaint`);
      print(context, options.json, found, () => proofText(found));
    });
}
