// `huiyin issues faq`: which issues deserve a public answer, and the answers as Markdown.
import type { Command } from 'commander';
import { exportFaq, readFaqList } from '#api/faq/read-faq.ts';
import { getIssue } from '#db/store/issues.ts';
import { type CommandContext, print, withStore } from './context.ts';
import { toTable } from './words.ts';

type Options = { readonly markdown?: boolean; readonly kept?: boolean; readonly json?: boolean };

async function faq(ids: readonly string[], options: Options, context: CommandContext): Promise<void> {
  await withStore(context, async (db) => {
    const issueIds = ids.length === 0 ? null : await Promise.all(ids.map(async (id) => (await getIssue(db, id)).id));
    if (options.markdown === true) {
      context.stdout(await exportFaq(db, { issueIds, isKeptOnly: options.kept === true }));
      return;
    }
    const all = await readFaqList(db);
    const shown = all.filter(({ issueId, kept }) => (issueIds?.includes(issueId) ?? true) && (options.kept !== true || kept.length > 0));
    print(context, options.json, { entries: shown }, () =>
      shown.length === 0
        ? 'no candidate yet\n'
        : `${toTable(
            ['id', 'customers', 'came back', 'conversations', 'state', 'kept', 'issue'],
            shown.map((one) => [
              one.issueId,
              one.customers,
              one.returning,
              one.conversations,
              one.state,
              one.kept.join(' ') || '-',
              one.label,
            ]),
          )}\n`,
    );
  });
}

/** Beside the commands that put issues right: reading answers belongs to this room. */
export function registerFaq(issues: Command, context: CommandContext): void {
  issues
    .command('faq')
    .argument('[issue...]', 'only these')
    .description('candidates for a public FAQ; with --markdown question and answer of each')
    .option('--markdown', 'print Markdown; proposals that nobody has read are marked')
    .option('--kept', 'only what a person kept')
    .option('--json', 'print JSON')
    .action((ids: string[], options: Options) => faq(ids, options, context));
}
