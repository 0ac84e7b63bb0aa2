// A mailbox over IMAP: what customers wrote to us and what we answered, tied together to conversations.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { AppError } from '#db/model/errors.ts';
import { type MailThreads, noThreads, openMailThreads } from '../mail/mail-threads.ts';
import type { Mailbox } from '../mail/mailbox.ts';
import { mailSecurities } from '../mail/mailbox.ts';
import { idOfSource, idsIn, type Mail, mailId, namelessPrefix, parseMail } from '../mail/parse-mail.ts';
import { type ConnectorContext, defineConnector, type FetchPlan, parseCursor, type SourcePage, settingNotes } from './connector.ts';
import { staffField, textField } from './fields.ts';
import { correspondentOf, type ImapItem, isOurAddress, toMailPart, writerOf } from './imap-conversation.ts';
import { behind, type FolderMail, type ImapCursor, imapCursorSchema, planFolders, readPage, toPages } from './imap-read.ts';
import { missingFor, openSignIn, signInFields } from './mail-sign-in.ts';
import { readEach } from './read-each.ts';

const settingsSchema = z
  .strictObject({
    host: textField({ en: 'Mail server', zh: '邮件服务器' }, { placeholder: 'imap.example.com' }),
    port: z.coerce
      .number()
      .int()
      .min(1)
      .max(65_535)
      .default(993)
      .register(settingNotes, { label: { en: 'Port', zh: '端口' } }),
    security: z
      .enum(mailSecurities)
      .default('tls')
      .register(settingNotes, {
        label: { en: 'Encryption', zh: '加密' },
        help: {
          en: 'tls goes with port 993, starttls with port 143. None at all (none) only for a host that HUIYIN_ALLOW_HOSTS names.',
          zh: 'tls 用端口 993，starttls 用端口 143。不加密（none）仅限 HUIYIN_ALLOW_HOSTS 中列出的主机。',
        },
      }),
    user: textField({ en: 'User', zh: '用户名' }, { placeholder: 'support@example.com' }),
    ...signInFields,
    folders: z
      .string()
      .trim()
      .max(2000)
      .default('INBOX')
      .register(settingNotes, {
        label: { en: 'Folders', zh: '文件夹' },
        help: { en: 'Folders with mails of customers, parted by commas.', zh: '存放客户来信的文件夹，用逗号分隔。' },
      }),
    sentFolder: z
      .string()
      .trim()
      .max(500)
      .default('')
      .register(settingNotes, {
        label: { en: 'Folder of sent mails', zh: '已发送文件夹' },
        help: { en: 'Empty: the one that the server marks as such.', zh: '留空则使用服务器标记的已发送文件夹。' },
      }),
    staff: staffField({ en: 'mail address or domain', zh: '邮箱地址或域名' }),
  })
  .superRefine((settings, context) => {
    for (const name of missingFor(settings))
      context.addIssue({ code: 'custom', path: [name], message: `has to be filled in to sign in with ${settings.signIn}` });
  });
type Settings = z.infer<typeof settingsSchema>;

const mostOurs = 500;
const fresh: ImapCursor = { version: 1, folders: {}, threads: noThreads, ours: [] };
const hashOf = (address: string) => createHash('sha256').update(address).digest('hex').slice(0, 16);

type Folders = { readonly all: readonly string[]; readonly sent: string | null };

async function findFolders(mailbox: Mailbox, { folders, sentFolder }: Settings): Promise<Folders> {
  const sent = sentFolder === '' ? ((await mailbox.folders()).find(({ isSent }) => isSent)?.path ?? null) : sentFolder;
  const named = folders.split(',').map((folder) => folder.trim());
  const all = [...new Set([...named, ...(sent === null ? [] : [sent])])].filter((folder) => folder !== '');
  if (all.length === 0) throw new AppError('invalid', 'folders: name at least one');
  return { all, sent };
}

type Reading = { readonly folders: Folders; readonly settings: Settings; readonly ours: Set<string>; readonly threads: MailThreads };

async function toItem({ folders, settings, ours, threads }: Reading, { folder, mail: raw }: FolderMail): Promise<ImapItem> {
  const mail = await parseMail(raw);
  const isSent = folder === folders.sent;
  // Whoever's mails lie among those we sent is one of us, also where the list of staff forgot them.
  if (isSent && !mail.isAutomatic) ours.add(hashOf(mail.from));
  const isOurs = (address: string) =>
    isOurAddress(settings.staff, address, mail.at) || address === settings.user.toLowerCase() || ours.has(hashOf(address));
  const correspondent = correspondentOf(mail, isOurs);
  const root = await threads.rootOf(mail, mail.isAutomatic ? null : correspondent);
  return { mail, root, isOurs: isSent || writerOf(mail, isOurs).isOurs, correspondent };
}

function openParents(mailbox: Mailbox, { all }: Folders): (messageId: string) => Promise<Mail['parents'] | null> {
  return async (messageId) => {
    for (const folder of all) {
      const found = await mailbox.find(folder, messageId);
      if (found !== null) return parentsIn(Buffer.from(found.source).toString('latin1'));
    }
    return null;
  };
}

function parentsIn(headers: string): string[] {
  const unfolded = headers.replaceAll(/\r?\n[ \t]+/g, ' ');
  const value = (name: string) => new RegExp(`^${name}:(.*)$`, 'im').exec(unfolded)?.[1] ?? '';
  return [...idsIn(value('references')), ...idsIn(value('in-reply-to'))];
}

/** Ids of conversations of which some mail is still in the mailbox, in whatever folder. */
async function findAlive(mailbox: Mailbox): Promise<ReadonlySet<string>> {
  const alive = new Set<string>();
  for (const { path } of await mailbox.folders()) {
    for await (const ties of mailbox.ties(path)) for (const id of idsIn(ties)) alive.add(mailId(id));
  }
  return alive;
}

function openMailbox(context: ConnectorContext<Settings>): Mailbox {
  const { host, port, security, user } = context.settings;
  return context.mail({ host, port, security, user, signIn: openSignIn(context, context.settings) });
}

async function within<Answer>(context: ConnectorContext<Settings>, ask: (mailbox: Mailbox) => Promise<Answer>): Promise<Answer> {
  const mailbox = openMailbox(context);
  try {
    return await ask(mailbox);
  } finally {
    await mailbox.close();
  }
}

async function* readPages(
  { settings }: ConnectorContext<Settings>,
  mailbox: Mailbox,
  { cursor: stored, since, window }: FetchPlan,
): AsyncGenerator<SourcePage<ImapItem>, void, undefined> {
  let cursor = stored === null ? fresh : parseCursor(imapCursorSchema, stored);
  const folders = await findFolders(mailbox, settings);
  const bounds = { since: window?.from ?? since, to: window?.to ?? null };
  const plans = await planFolders(mailbox, folders.all, { cursor, bounds });
  const total = plans.reduce((sum, { places }) => sum + places.length, 0);
  const ours = new Set(cursor.ours);
  const threads = openMailThreads(cursor.threads, openParents(mailbox, folders));
  const reading: Reading = { folders, settings, ours, threads };
  let done = 0;
  for (const page of toPages(plans)) {
    const mails = await readPage(mailbox, page);
    const { items, malformed } = await readEach(
      mails,
      ({ mail, folder }) => idOfSource(mail, folder),
      (mail) => toItem(reading, mail),
    );
    done += mails.length;
    cursor = { version: 1, folders: behind(cursor, plans, page), threads: threads.state(), ours: [...ours].slice(-mostOurs) };
    yield { items, malformed, cursor: JSON.stringify(cursor), progress: Math.min(1, done / total) };
  }
}

export const imap = defineConnector<Settings, ImapItem>({
  card: {
    id: 'imap',
    label: 'IMAP mailbox',
    reads: {
      en: 'Mails of the inbox and of the folder of sent mails, tied to conversations; quoted history and signatures are left out. Nothing is marked, moved or deleted.',
      zh: '收件箱和已发送文件夹中的邮件，按会话归并；去除引用的历史内容和签名。不会标记、移动或删除任何邮件。',
    },
    rights: {
      en: 'A mailbox password or app password, or an application of Microsoft 365 (IMAP.AccessAsApp) or a service account of Google Workspace that may read this mailbox; where the server has rights per folder, lookup and read (lr) on the folders to be read.',
      zh: '邮箱密码或应用专用密码，或可读取此邮箱的 Microsoft 365 应用程序（IMAP.AccessAsApp）或 Google Workspace 服务账号；若服务器按文件夹设权限，只需对要读取的文件夹具有 lookup 和 read（lr）权限。',
    },
    provenBy: ['real server'],
  },
  settings: settingsSchema,
  perMinute: () => 600,
  resumable: true,
  itemId: ({ root }) => root,
  toConversations: (item) => [toMailPart(item)],
  async *fetch(context, plan) {
    const mailbox = openMailbox(context);
    try {
      yield* readPages(context, mailbox, plan);
    } finally {
      await mailbox.close();
    }
  },
  probe: (context) =>
    within(context, async (mailbox) => {
      const { all, sent } = await findFolders(mailbox, context.settings);
      const counts: string[] = [];
      for (const folder of all) counts.push(`${folder} (${(await mailbox.stateOf(folder)).count})`);
      const blind = {
        en: 'No folder of sent mails was found: answers would be missing, and every customer would seem to wait.',
        zh: '未找到已发送文件夹：将缺少我方的回复，所有客户都会显示为等待中。',
      };
      return { found: counts.join(', '), warnings: sent === null ? [blind] : [] };
    }),
  // A conversation is gone when no mail names its beginning any more; one that was tied by subject alone goes with its first mail.
  findGone: (context, externalIds) =>
    within(context, async (mailbox) => {
      const alive = await findAlive(mailbox);
      return externalIds.filter((id) => !id.startsWith(namelessPrefix) && !alive.has(id));
    }),
});
