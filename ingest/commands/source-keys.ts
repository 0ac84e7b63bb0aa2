// `huiyin sources keys`: keys for the push API and secrets for signed webhooks, made, listed and revoked.
import { type Command, Option } from 'commander';
import type { Db } from '#db/dialect/db.ts';
import { type KeyUse, keyUses } from '#db/model/push.ts';
import type { PushDesk } from '#db/model/push-desk.ts';
import { saveAudit } from '#db/store/audit.ts';
import { findSourceKeys, revokeSourceKey } from '#db/store/source-keys.ts';
import { findSources } from '#db/store/sources.ts';
import type { CommandContext } from './context.ts';
import { numberedBy, type WithSources } from './source-arguments.ts';
import { keyLines } from './source-words.ts';

type Opened = { readonly db: Db; readonly push: PushDesk };

const actor = 'huiyin sources keys';

type AddOptions = { readonly for: KeyUse; readonly label: string; readonly secret?: string };

const toId = numberedBy('the number of a key, see: huiyin sources keys list SOURCE');

async function readSecret(given: string | undefined, { stdin }: CommandContext): Promise<string | null> {
  if (given !== '-') return given ?? null;
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8').trim();
}

async function addKey({ db, push }: Opened, sourceId: string, options: AddOptions & { readonly context: CommandContext }): Promise<void> {
  const { for: use, label, context } = options;
  const secret = await readSecret(options.secret, context);
  const isKnown = (await findSources(db)).some(({ id }) => id === sourceId);
  if (!isKnown) await push.addSource({ id: sourceId, label: sourceId });
  const added = await push.addKey({ sourceId, use, label, secret, createdBy: actor });
  await saveAudit(db, { at: context.clock(), actor, action: 'source_key_added', subject: sourceId, details: { key: added.id, use } });
  const id = encodeURIComponent(sourceId);
  const path = use === 'push' ? `/api/push/${id}/conversations` : `/api/hooks/${id}`;
  context.stdout(`key ${added.id} of ${sourceId}, for POST ${path}; it is shown this once:\n${added.secret}\n`);
}

export function registerSourceKeys(sources: Command, context: CommandContext, withSources: WithSources<Opened>): void {
  const keys = sources.command('keys').description('keys by which programs send to a source');
  keys
    .command('list')
    .description('keys of a source, revoked ones too')
    .argument('<source>')
    .option('--json', 'print JSON')
    .action(async (id: string, { json }: { readonly json?: boolean }) => {
      await withSources(context, async ({ db }) => {
        const found = await findSourceKeys(db, id);
        context.stdout(json ? `${JSON.stringify(found, null, 2)}\n` : keyLines(found));
      });
    });
  keys
    .command('add')
    .description('make a key and show it once; the source is made where it is new')
    .argument('<source>')
    .addOption(new Option('--for <use>', 'what it opens').choices(keyUses).default('push'))
    .option('--label <text>', 'whose it is', 'a sender')
    .option('--secret <text>', 'a signing secret that the vendor made; - reads it from standard input')
    .action(async (id: string, options: AddOptions) => {
      await withSources(context, async (opened) => await addKey(opened, id, { ...options, context }));
    });
  keys
    .command('revoke')
    .description('close a key; it opens nothing from now on')
    .argument('<key>', 'its number', toId)
    .action(async (id: number) => {
      await withSources(context, async ({ db }) => {
        const { sourceId, use } = await revokeSourceKey(db, id, context.clock());
        await saveAudit(db, { at: context.clock(), actor, action: 'source_key_revoked', subject: sourceId, details: { key: id, use } });
        context.stdout(`revoked key ${id} of ${sourceId}\n`);
      });
    });
}
