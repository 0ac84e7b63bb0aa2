// `huiyin own-addresses`: addresses of our own listed, added and taken back; only their keyed hashes are kept.
import type { Command } from 'commander';
import { saveAudit } from '#db/store/audit.ts';
import { findOwnAddresses } from '#db/store/own-addresses.ts';
import { removeOwnAddress, saveOwnAddress } from '#db/store/save-own-address.ts';
import { soleMention } from '../own-address.ts';
import { redactText } from '../stages/redact.ts';
import type { CommandContext } from './context.ts';

const actor = 'huiyin own-addresses';

async function withStore(
  context: CommandContext,
  work: (db: Awaited<ReturnType<CommandContext['openStore']>>) => Promise<void>,
): Promise<void> {
  const db = await context.openStore();
  try {
    await work(db);
  } finally {
    await db.close();
  }
}

async function list({ json }: { readonly json?: boolean }, context: CommandContext): Promise<void> {
  await withStore(context, async (db) => {
    const found = await findOwnAddresses(db);
    const rows = found.map(({ addedAt, ...one }) => ({ ...one, addedAt: new Date(addedAt).toISOString() }));
    const lines = rows.map(({ key, kind, label }) => `${label}  ${kind}  (${key})\n`).join('');
    context.stdout(json === true ? `${JSON.stringify(rows, null, 2)}\n` : lines || 'none\n');
  });
}

async function add(value: string, { label }: { readonly label: string }, context: CommandContext): Promise<void> {
  const mention = soleMention(value, await context.keys());
  await withStore(context, async (db) => {
    const at = context.clock();
    const shown = redactText(label).text;
    await saveOwnAddress(db, { ...mention, label: shown, addedAt: at });
    await saveAudit(db, { at, actor, action: 'own_address_added', subject: mention.key, details: { kind: mention.kind } });
    context.stdout(`added ${shown} (${mention.kind}, ${mention.key})\n`);
  });
}

async function remove(key: string, context: CommandContext): Promise<void> {
  await withStore(context, async (db) => {
    await removeOwnAddress(db, key);
    await saveAudit(db, { at: context.clock(), actor, action: 'own_address_removed', subject: key, details: {} });
    context.stdout(`removed ${key}\n`);
  });
}

export function registerOwnAddresses(program: Command, context: CommandContext): void {
  const own = program.command('own-addresses').description('addresses of our own, which tie no conversations together: list, add, remove');
  own
    .command('list')
    .description('what is ours, by its label')
    .option('--json', 'print JSON')
    .action((options) => list(options, context));
  own
    .command('add')
    .description('an address of a chain, a mail address, an account or a phone number of ours')
    .argument('<value>', 'as customers write it')
    .requiredOption('--label <label>', 'what people call it')
    .action((value, options) => add(value, options, context));
  own
    .command('remove')
    .description('ties conversations together by it again')
    .argument('<key>', 'as `list` gives it')
    .action((key) => remove(key, context));
}
