// `huiyin issues tracker` and `tickets`: the repository of tickets, and how those that were made stand.
import type { Command } from 'commander';
import { saveAudit } from '#db/store/audit.ts';
import { findTickets } from '#db/store/issue-tickets.ts';
import { type OpenSources, openSources } from '../open-sources.ts';
import type { CommandContext } from './context.ts';

const actor = 'huiyin issues';

type Opened = OpenSources & { readonly db: Awaited<ReturnType<CommandContext['openStore']>> };

async function withTickets<T>(context: CommandContext, work: (opened: Opened) => Promise<T>): Promise<T> {
  const db = await context.openStore();
  const onTicketFailure = (reason: string) => context.stderr(`${reason}\n`);
  const sources = openSources({ ...context, db, keys: await context.keys(), onFailure: () => undefined, onTicketFailure });
  try {
    return await work({ ...sources, db });
  } finally {
    await sources.close();
    await db.close();
  }
}

async function readAll(stdin: AsyncIterable<Buffer>): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8').trim();
}

type TrackerOptions = { readonly url: string; readonly token?: string; readonly forget?: boolean };

async function tracker(repository: string | undefined, options: TrackerOptions, context: CommandContext): Promise<void> {
  await withTickets(context, async ({ tickets, db }) => {
    if (options.forget === true) {
      await tickets.forgetPlace();
      await saveAudit(db, { at: context.clock(), actor, action: 'ticket_place_forgotten', subject: 'issues', details: {} });
      context.stdout('forgotten\n');
      return;
    }
    if (repository !== undefined) {
      const token = options.token === '-' ? await readAll(context.stdin) : null;
      const { url } = options;
      const kept = await tickets.savePlace({ repository, url, token });
      const details = { url, token: token === null ? 'kept' : 'new' };
      await saveAudit(db, { at: context.clock(), actor, action: 'ticket_place_changed', subject: kept.repository, details });
    }
    const place = await tickets.place();
    context.stdout(place === null ? 'no repository is set up for tickets\n' : `${place.repository} at ${place.url}\n`);
  });
}

async function list({ check, json }: { readonly check?: boolean; readonly json?: boolean }, context: CommandContext): Promise<void> {
  await withTickets(context, async ({ tickets, db }) => {
    if (check === true) await tickets.check(null);
    const rows = (await findTickets(db)).map(({ issueId, repository, number, url, state, stateReason, closedAt, checkedAt }) => {
      const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());
      return { issueId, ticket: `${repository}#${number}`, url, state, stateReason, closedAt: iso(closedAt), checkedAt: iso(checkedAt) };
    });
    if (json === true) context.stdout(`${JSON.stringify({ tickets: rows }, null, 2)}\n`);
    else if (rows.length === 0) context.stdout('no ticket was made yet\n');
    else for (const row of rows) context.stdout(`${row.issueId.padEnd(10)} ${(row.state ?? '-').padEnd(7)} ${row.ticket}  ${row.url}\n`);
  });
}

export function registerTickets(issues: Command, context: CommandContext): void {
  issues
    .command('tracker')
    .description('the GitHub repository that tickets are made in: shown, set, forgotten')
    .argument('[owner/name]')
    .option('--token <->', 'with -, a new token is read from standard input')
    .option('--url <url>', 'address of the interface, for a GitHub of your own', 'https://api.github.com')
    .option('--forget', 'forget repository and token')
    .action((repository: string | undefined, options: TrackerOptions) => tracker(repository, options, context));
  issues
    .command('tickets')
    .description('tickets that were made of issues, and how they stand')
    .option('--check', 'read now how they stand')
    .option('--json', 'print JSON')
    .action((options: { readonly check?: boolean; readonly json?: boolean }) => list(options, context));
}
