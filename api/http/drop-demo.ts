// Takes the demo company out: its sources with all that came from them, and its manager's account.
import type { Instant } from '#db/model/instant.ts';
import type { Db } from '#db/open.ts';
import { saveAudit } from '#db/store/audit.ts';
import { removeDemo } from '#db/store/sources.ts';
import type { Accounts } from './accounts.ts';

type By = { readonly at: Instant; readonly actor: string; readonly role?: string | null; readonly address?: string | null };

/** Returns how many conversations went. Nothing happens where there is no demo. */
export async function dropDemo(db: Db, accounts: Pick<Accounts, 'findAccounts' | 'removeAccount'>, by: By): Promise<number> {
  const { conversations } = await removeDemo(db);
  for (const account of await accounts.findAccounts()) if (account.isDemo) await accounts.removeAccount(account.id);
  await saveAudit(db, { ...by, action: 'demo_removed', subject: 'demo', details: { conversations } });
  return conversations;
}
