// `huiyin issues`: recurring issues listed, placed, grouped anew, and put right by hand.
import { type Command, InvalidArgumentError } from 'commander';
import type { Db } from '#db/dialect/db.ts';
import { inTransaction } from '#db/dialect/transaction.ts';
import { AppError } from '#db/model/errors.ts';
import type { IssueDesk, Regrouped } from '#db/model/issue-desk.ts';
import { saveAudit } from '#db/store/audit.ts';
import { countIssues, type IssueCount } from '#db/store/issue-counts.ts';
import { changeIssue, findIssues, getIssue, saveIssueEdit } from '#db/store/issues.ts';
import { openIssueDesk } from '../issues/issue-desk.ts';
import { openShippedSpace } from '../issues/message-space.ts';
import { placeNew } from '../issues/place-new.ts';
import { regroup } from '../issues/regroup.ts';
import type { CommandContext } from './context.ts';
import { openProgressLine } from './progress-line.ts';
import { registerTickets } from './tickets.ts';

type Options = { readonly json?: boolean; readonly preview?: boolean; readonly label?: string; readonly to?: string };

const actor = 'huiyin issues';

async function withStore<T>(context: CommandContext, work: (db: Db) => Promise<T>): Promise<T> {
  const db = await context.openStore();
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

function toIds(value: string, before: readonly number[] = []): number[] {
  const id = Number(value);
  if (!Number.isSafeInteger(id) || id < 1) throw new InvalidArgumentError('the number of a conversation');
  return [...before, id];
}

/** Gives the command, so that the other room can add what it knows of issues. */
export function registerIssues(program: Command, context: CommandContext): Command {
  const issues = program.command('issues').description('recurring issues: list, place, regroup, rename, merge, split, move, ignore');
  issues
    .command('list')
    .description('all issues with conversations and customers')
    .option('--json', 'print JSON')
    .action((options: Options) => list(options, context));
  issues
    .command('place')
    .description('place what is new with the issues')
    .option('--json', 'print JSON')
    .action((options: Options) => place(options, context));
  issues
    .command('regroup')
    .description('group everything anew; ids and edits of people stay, splits and merges are listed')
    .option('--preview', 'say what would change, and change nothing')
    .option('--json', 'print JSON')
    .action((options: Options) => regroupAll(options, context));
  issues
    .command('rename')
    .argument('<issue>')
    .argument('<label>')
    .action((id: string, label: string) => rename(id, label, context));
  for (const action of ['ignored', 'restored'] as const)
    issues
      .command(action === 'ignored' ? 'ignore' : 'restore')
      .argument('<issue>')
      .action((id: string) => setIgnored(id, action, context));
  issues
    .command('merge')
    .argument('<from>')
    .argument('<into>')
    .action((from: string, into: string) =>
      edit(context, { action: 'issue_merged', subject: into, details: { from } }, (desk) => desk.merge({ from, into, actor })),
    );
  issues
    .command('split')
    .argument('<issue>')
    .argument('<conversation...>', 'numbers of conversations', toIds)
    .option('--label <label>', 'its name')
    .action((id: string, conversations: number[], options: Options) =>
      edit(context, { action: 'issue_split', subject: id, details: { conversations } }, async (desk) => {
        context.stdout(`${await desk.split(id, { conversations, label: options.label ?? null, actor })}\n`);
      }),
    );
  issues
    .command('move')
    .argument('<conversation...>', 'numbers of conversations', toIds)
    .requiredOption('--to <issue>', 'an issue, or "none"')
    .action((conversations: number[], options: Options) => {
      const to = options.to === 'none' ? null : (options.to ?? null);
      return edit(context, { action: 'issue_moved', subject: to ?? 'none', details: { conversations } }, (desk) =>
        desk.move({ conversations, to, actor }),
      );
    });
  registerTickets(issues, context);
  return issues;
}

async function list({ json = false }: Options, context: CommandContext): Promise<void> {
  await withStore(context, async (db) => {
    const counts = new Map(
      (await countIssues(db, { range: null, filters: {}, asOf: context.clock() })).map((count) => [count.issueId, count]),
    );
    const rows = (await findIssues(db)).map(({ id, label, state, isIgnored }) => ({
      id,
      label,
      state,
      isIgnored,
      ...numbersOf(counts.get(id)),
    }));
    rows.sort((a, b) => b.customers - a.customers || (a.id < b.id ? -1 : 1));
    if (json) context.stdout(`${JSON.stringify({ issues: rows }, null, 2)}\n`);
    else
      for (const row of rows)
        context.stdout(
          `${row.id.padEnd(10)} ${String(row.customers).padStart(7)} customers ${String(row.conversations).padStart(7)} conversations  ${row.isIgnored ? '(ignored) ' : ''}${row.label}\n`,
        );
  });
}

function numbersOf(count: IssueCount | undefined) {
  return { customers: count?.customers ?? 0, conversations: count?.conversations ?? 0, copies: count?.copies ?? 0 };
}

async function place({ json = false }: Options, context: CommandContext): Promise<void> {
  const result = await withStore(context, (db) => placeNew({ db, space: openShippedSpace(), clock: context.clock }));
  const { placed, alone, born } = result;
  context.stdout(json ? `${JSON.stringify(result, null, 2)}\n` : `placed ${placed}, like no other ${alone}, issues born ${born.length}\n`);
}

async function regroupAll({ json = false, preview: isPreview = false }: Options, context: CommandContext): Promise<void> {
  const progress = openProgressLine(context);
  try {
    const result = await withStore(context, async (db) => {
      if (!isPreview) await saveAudit(db, { at: context.clock(), actor, action: 'issues_regrouped', subject: 'issues', details: {} });
      const parts = { db, space: openShippedSpace(), clock: context.clock };
      return await regroup(parts, (step, done, total) => progress.show(step, done, total), { isPreview });
    });
    progress.clear();
    context.stdout(json ? `${JSON.stringify(result, null, 2)}\n` : inWords(result));
  } finally {
    progress.clear();
  }
}

function inWords({ conversations, issues, moved, born, splits, merges, faded }: Regrouped): string {
  const lines = [`grouped ${conversations} conversations into ${issues} issues; ${born.length} new; ${moved} conversations moved`];
  for (const { from, into } of splits) lines.push(`split: ${into} came out of ${from}`);
  for (const { from, into } of merges) lines.push(`merge: ${from} went into ${into}`);
  if (faded.length > 0) lines.push(`without messages now: ${faded.join(', ')}`);
  return `${lines.join('\n')}\n`;
}

async function rename(id: string, label: string, context: CommandContext): Promise<void> {
  const words = label.trim();
  if (words === '' || words.length > 120) throw new AppError('invalid', 'label: 1 to 120 characters');
  await change(id, { label: words, labelBy: 'person' }, { action: 'renamed', details: { label: words } }, context);
}

async function setIgnored(id: string, action: 'ignored' | 'restored', context: CommandContext): Promise<void> {
  await change(id, { isIgnored: action === 'ignored' }, { action, details: {} }, context);
}

type Change = Parameters<typeof changeIssue>[2];
type Noted = { readonly action: 'renamed' | 'ignored' | 'restored'; readonly details: Readonly<Record<string, unknown>> };

async function change(id: string, set: Change, noted: Noted, context: CommandContext): Promise<void> {
  const at = context.clock();
  await withStore(context, (db) =>
    inTransaction(db, async (tx) => {
      const issue = await getIssue(tx, id);
      await changeIssue(tx, issue.id, { ...set, updatedAt: at });
      await saveIssueEdit(tx, { issueId: issue.id, at, actor, ...noted });
      await saveAudit(tx, { at, actor, action: `issue_${noted.action}`, subject: issue.id, details: noted.details });
    }),
  );
}

type Audited = { readonly action: string; readonly subject: string; readonly details: Readonly<Record<string, unknown>> };

async function edit(context: CommandContext, audited: Audited, work: (desk: IssueDesk) => Promise<void>): Promise<void> {
  await withStore(context, async (db) => {
    const { signal } = new AbortController();
    await work(openIssueDesk({ db, space: openShippedSpace, clock: context.clock, signal }));
    await saveAudit(db, { at: context.clock(), actor, ...audited });
  });
}
