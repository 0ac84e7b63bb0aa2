// A mailbox over IMAP: guarded address, TLS unless the operator named the host, folders opened for reading only.
import { isIP, type LookupFunction } from 'node:net';
import { ImapFlow, type ImapFlowOptions } from 'imapflow';
import { AppError } from '#db/model/errors.ts';
import { day, second } from '#db/model/instant.ts';
import type { AddressGuard } from '../http/address-guard.ts';
import type { FolderState, ListedSince, Mailbox, MailConnect, MailFolder, MailPlace, MailSecret, MailServer, RawMail } from './mailbox.ts';

/** Text stands at the beginning of a mail; what comes later are attached files, which nobody reads here. */
const mostBytes = 1 << 20;

/** The host under its checked address: what was judged is what is connected to. */
async function resolve(lookup: LookupFunction, host: string): Promise<string> {
  if (isIP(host) !== 0) return host;
  return await new Promise((found, failed) => {
    lookup(host, {}, (error, address) => {
      if (error === null && typeof address === 'string') found(address);
      else failed(error instanceof AppError ? error : new AppError('unavailable', `${host} cannot be found`));
    });
  });
}

type Secured = { readonly address: string; readonly secret: MailSecret };

function optionsOf({ host, port, security, user }: MailServer, { address, secret }: Secured): ImapFlowOptions {
  return {
    host: address,
    port,
    secure: security === 'tls',
    // `true` refuses to go on where the server offers no encryption, `false` never encrypts.
    ...(security === 'tls' ? {} : { doSTARTTLS: security === 'starttls' }),
    ...(isIP(host) === 0 ? { servername: host } : {}),
    auth: { user, ...secret },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: 10 * second,
    greetingTimeout: 10 * second,
    socketTimeout: 60 * second,
    maxLiteralSize: 4 * mostBytes,
    tls: { minVersion: 'TLSv1.2' },
  };
}

/** Every way in goes through here; the guard says which hosts and ports may be reached. */
export function openImap(guard: AddressGuard): MailConnect {
  return async (server, signal) => {
    guard.checkMail(server);
    const address = await resolve(guard.lookup, server.host);
    const client = new ImapFlow(optionsOf(server, { address, secret: await server.signIn() }));
    const stop = () => client.close();
    signal.addEventListener('abort', stop, { once: true });
    // The failure itself reaches whoever asked; without a listener it would end the process as well.
    client.on('error', () => undefined);
    const asked = async <Answer>(question: () => Promise<Answer>): Promise<Answer> => {
      try {
        return await question();
      } catch (error) {
        throw signal.aborted ? signal.reason : toProblem(error, server.host);
      }
    };
    await asked(() => client.connect());
    return {
      folders: () => asked(() => findFolders(client)),
      stateOf: (folder) => asked(() => openFolder(client, folder)),
      list: (folder, listed) => asked(() => listPlaces(client, folder, listed)),
      read: (folder, uids) => asked(() => readMails(client, folder, uids)),
      find: (folder, messageId) => asked(() => findMail(client, folder, messageId)),
      ties: (folder) => readTies(client, folder, asked),
      close: async () => {
        signal.removeEventListener('abort', stop);
        await client.logout().catch(() => client.close());
      },
    } satisfies Mailbox;
  };
}

async function findFolders(client: ImapFlow): Promise<MailFolder[]> {
  const listed = await client.list();
  return listed
    .filter(({ flags }) => !flags.has('\\Noselect') && !flags.has('\\NonExistent'))
    .map(({ path, specialUse }) => ({ path, isSent: specialUse === '\\Sent' }));
}

/** EXAMINE: even the mark that a mail is new stays. */
async function openFolder(client: ImapFlow, folder: string): Promise<FolderState> {
  const opened = await client.mailboxOpen(folder, { readOnly: true });
  return { uidValidity: String(opened.uidValidity), count: opened.exists };
}

async function ensureOpen(client: ImapFlow, folder: string): Promise<void> {
  if (client.mailbox === false || client.mailbox.path !== folder) await openFolder(client, folder);
}

const byUid = (a: MailPlace, b: MailPlace) => a.uid - b.uid;
const instantOf = (date: Date | string | undefined) => (date === undefined ? Number.NaN : new Date(date).getTime());

async function listPlaces(client: ImapFlow, folder: string, { afterUid, since }: ListedSince): Promise<MailPlace[]> {
  await openFolder(client, folder);
  const range = { uid: `${afterUid + 1}:*`, ...(since === null ? {} : { since: new Date(since - day) }) };
  // `n:*` always names the last mail, also where its number is smaller than n.
  const uids = (await searched(client, range)).filter((uid) => uid > afterUid);
  if (uids.length === 0) return [];
  const places: MailPlace[] = [];
  for await (const { uid, internalDate } of client.fetch(uids, { uid: true, internalDate: true }, { uid: true })) {
    places.push({ uid, at: instantOf(internalDate) });
  }
  return places.sort(byUid);
}

async function searched(client: ImapFlow, query: Parameters<ImapFlow['search']>[0]): Promise<number[]> {
  const found = await client.search(query, { uid: true });
  if (Array.isArray(found)) return found;
  throw new AppError('unavailable', 'the mailbox does not answer a search');
}

async function readMails(client: ImapFlow, folder: string, uids: readonly number[]): Promise<RawMail[]> {
  if (uids.length === 0) return [];
  await ensureOpen(client, folder);
  const mails: RawMail[] = [];
  const wanted = { uid: true, internalDate: true, source: { start: 0, maxLength: mostBytes } };
  for await (const { uid, internalDate, source } of client.fetch([...uids], wanted, { uid: true })) {
    if (source !== undefined) mails.push({ uid, at: instantOf(internalDate), source });
  }
  return mails.sort(byUid);
}

async function findMail(client: ImapFlow, folder: string, messageId: string): Promise<RawMail | null> {
  await ensureOpen(client, folder);
  const [uid] = await searched(client, { header: { 'message-id': messageId } });
  if (uid === undefined) return null;
  const mail = await client.fetchOne(String(uid), { uid: true, internalDate: true, headers: true }, { uid: true });
  if (mail === false || mail.headers === undefined) return null;
  return { uid, at: instantOf(mail.internalDate), source: mail.headers };
}

type Asked = <Answer>(question: () => Promise<Answer>) => Promise<Answer>;

async function* readTies(client: ImapFlow, folder: string, asked: Asked): AsyncGenerator<string, void, undefined> {
  const { count } = await asked(() => openFolder(client, folder));
  if (count === 0) return;
  const fields = ['message-id', 'references', 'in-reply-to'];
  const ties = client.fetch('1:*', { uid: true, headers: fields });
  for (;;) {
    const next = await asked(() => ties.next());
    if (next.done === true) return;
    if (next.value.headers !== undefined) yield next.value.headers.toString('latin1');
  }
}

const textOf = (error: Error, name: string): string => {
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'string' ? value : '';
};

/** What went wrong, without a word that the server said: it may repeat what it was sent. */
function toProblem(error: unknown, host: string): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error;
  if (Reflect.get(error, 'authenticationFailed') === true) {
    return new AppError('unauthorized', `${host}: the credentials are wrong or have expired`);
  }
  if (Reflect.get(error, 'mailboxMissing') === true) return new AppError('not_found', `${host}: there is no such folder`);
  const code = textOf(error, 'code');
  if (Reflect.get(error, 'tlsFailed') === true || /CERT|ERR_TLS|SELF_SIGNED|UNABLE_TO/.test(code)) {
    return new AppError('invalid', `${host}: the encrypted connection cannot be trusted (${code || 'no TLS'})`);
  }
  if (textOf(error, 'responseStatus') === 'NO')
    return new AppError('forbidden', `${host} refuses: the account lacks the right to read this`);
  return new AppError('unavailable', `${host}: the connection failed (${code || error.name})`);
}
