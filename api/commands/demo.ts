// `huiyin demo remove`: takes the demo company out.
import type { Command } from 'commander';
import { dropDemo } from '../http/drop-demo.ts';
import type { CommandContext } from './context.ts';
import { print, withStore } from './context.ts';

export function registerDemo(program: Command, context: CommandContext): void {
  program
    .command('demo')
    .description('the demo company')
    .command('remove')
    .option('--json', 'print JSON')
    .description('remove the demo company with all its conversations')
    .action(async (options: { json?: boolean }) => {
      const { openAccounts } = await import('../http/better-accounts.ts');
      const keys = await context.keys();
      const removedConversations = await withStore(context, (db) =>
        dropDemo(db, openAccounts({ db, keys, publicUrl: context.publicUrl, clock: context.clock }), {
          at: context.clock(),
          actor: 'huiyin demo remove',
        }),
      );
      print(context, options.json, { removedConversations }, () => `removed ${removedConversations} conversations of the demo company\n`);
    });
}
