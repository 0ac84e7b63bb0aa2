// `huiyin users`: accounts from the machine itself, for the day on which nobody can sign in.
import type { Command } from 'commander';
import { AppError } from '#db/model/errors.ts';
import { roles } from '#db/model/role.ts';
import type { Db } from '#db/open.ts';
import { saveAudit } from '#db/store/audit.ts';
import type { Account, Accounts } from '../http/accounts.ts';
import { openInvite } from '../http/links.ts';
import { emailInput } from '../http/shapes/people.ts';
import { toIso } from '../http/to-iso.ts';
import type { CommandContext } from './context.ts';
import { print, withStore } from './context.ts';
import { toTable } from './words.ts';

async function withAccounts<T>(context: CommandContext, work: (db: Db, accounts: Accounts) => Promise<T>): Promise<T> {
  // Loaded on use: the sign-in library takes half a second that no other command should pay.
  const { openAccounts } = await import('../http/better-accounts.ts');
  const keys = await context.keys();
  return await withStore(context, (db) => work(db, openAccounts({ db, keys, publicUrl: context.publicUrl, clock: context.clock })));
}

function toState(account: Account): string {
  if (account.isDisabled) return 'disabled';
  return account.hasPassword || account.isDemo ? 'active' : 'invited';
}

async function getByEmail(accounts: Accounts, email: string): Promise<Account> {
  const found = (await accounts.findAccounts()).find((account) => account.email === email.toLowerCase());
  if (found === undefined) throw new AppError('not_found', `nobody has an account with ${email.slice(0, 254)}`);
  return found;
}

function parseEmail(text: string): string {
  const email = emailInput.safeParse(text);
  if (!email.success) throw new AppError('invalid', `not an e-mail address: ${text.slice(0, 254)}`);
  return email.data;
}

type AddOptions = { readonly name?: string; readonly role: string; readonly json?: boolean };

async function add(context: CommandContext, text: string, { name, role: given }: AddOptions) {
  const email = parseEmail(text);
  const role = roles.find((one) => one === given);
  if (role === undefined) throw new AppError('invalid', `--role: must be one of ${roles.join(', ')}`);
  return await withAccounts(context, async (db, accounts) => {
    const known = (await accounts.findAccounts()).find((account) => account.email === email);
    if (known?.isDisabled === true) throw new AppError('conflict', `${email} is switched off; use: huiyin users enable ${email}`);
    if (known !== undefined && known.role !== role) throw new AppError('conflict', `${email} has an account as ${known.role} already`);
    // For a known address: a new link, so that whoever lost the password gets in again.
    const account = known ?? (await accounts.addAccount({ email, name: name ?? email, role }));
    const invite = await openInvite({ ...context, db }, context.address, account);
    await saveAudit(db, { at: context.clock(), actor: 'huiyin users add', action: 'user_invited', subject: email, details: { role } });
    return { id: account.id, email, role, inviteLink: invite.inviteLink, expiresAt: invite.expiresAt };
  });
}

async function setDisabled(context: CommandContext, email: string, isDisabled: boolean): Promise<Account> {
  return await withAccounts(context, async (db, accounts) => {
    const { id } = await getByEmail(accounts, email);
    const account = await accounts.changeAccount(id, { isDisabled });
    const action = isDisabled ? 'user_disabled' : 'user_enabled';
    await saveAudit(db, { at: context.clock(), actor: 'huiyin users', action, subject: account.email, details: {} });
    return account;
  });
}

export function registerUsers(program: Command, context: CommandContext): void {
  const users = program.command('users').description('who may sign in');
  users
    .command('add')
    .argument('<email>')
    .option('--name <name>', 'name of the person (default: the address)')
    .option('--role <role>', roles.join(', '), 'viewer')
    .option('--json', 'print JSON')
    .description('make an account and print its one-time link; for a known address: a new link')
    .action(async (email: string, options: AddOptions) => {
      const added = await add(context, email, options);
      print(
        context,
        options.json,
        added,
        () => `${added.email} (${added.role})\nlink, works once until ${added.expiresAt}: ${added.inviteLink}\n`,
      );
    });
  users
    .command('list')
    .option('--json', 'print JSON')
    .description('everybody who has an account')
    .action(async (options: { json?: boolean }) => {
      const found = await withAccounts(context, async (_, accounts) =>
        (await accounts.findAccounts()).map((account) => ({
          id: account.id,
          email: account.email,
          name: account.name,
          role: account.role,
          state: toState(account),
          twoFactor: account.twoFactor,
          createdAt: toIso(account.createdAt),
        })),
      );
      const head = ['email', 'name', 'role', 'state', 'created'];
      print(context, options.json, { users: found }, () =>
        toTable(
          head,
          found.map((one) => [one.email, one.name, one.role, one.state, one.createdAt]),
        ),
      );
    });
  for (const [name, isDisabled] of [
    ['disable', true],
    ['enable', false],
  ] as const) {
    users
      .command(name)
      .argument('<email>')
      .option('--json', 'print JSON')
      .description(isDisabled ? 'switch an account off and end its sessions' : 'switch an account on again')
      .action(async (email: string, options: { json?: boolean }) => {
        const account = await setDisabled(context, email, isDisabled);
        print(context, options.json, { email: account.email, state: toState(account) }, () => `${account.email} is ${toState(account)}\n`);
      });
  }
}
