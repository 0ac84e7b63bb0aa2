// A mailbox over a scripted other side: every question is a request like any other, so that what refuses or breaks does so here too.
import { AppError } from '#db/model/errors.ts';
import type { Instant } from '#db/model/instant.ts';
import type { FolderState, Mailbox, MailConnect, MailFolder, MailPlace, RawMail } from '#ingest/mail/mailbox.ts';
import type { Reply, Upstream } from './virtual-http.ts';

/** What the other side answers to each question; `null` or an empty list where it has nothing. */
export type MailAnswers = {
  readonly folders: () => readonly MailFolder[];
  readonly state: (folder: string) => FolderState | null;
  readonly list: (folder: string, afterUid: number, since: Instant | null) => readonly MailPlace[];
  readonly read: (folder: string, uids: readonly number[]) => readonly RawMail[];
  readonly find: (folder: string, messageId: string) => RawMail | null;
  readonly ties: (folder: string) => readonly string[];
};

/** Requests a mailbox understands, answered by a stand-in. */
export function mailUpstream(answers: MailAnswers, password: string): Upstream {
  return ({ url, body, headers }) => {
    if (headers.authorization !== password) return { status: 401 };
    const asked = JSON.parse(body ?? '{}');
    switch (url.pathname.slice(1)) {
      case 'connect':
        return { body: {} };
      case 'folders':
        return { body: answers.folders() };
      case 'state': {
        const state = answers.state(asked.folder);
        return state === null ? { status: 404 } : { body: state };
      }
      case 'list':
        return { body: answers.list(asked.folder, asked.afterUid, asked.since) };
      case 'read':
        return { body: answers.read(asked.folder, asked.uids).map(toJson) };
      case 'find': {
        const found = answers.find(asked.folder, asked.messageId);
        return { body: found === null ? null : toJson(found) };
      }
      default:
        return { body: answers.ties(asked.folder) };
    }
  };
}

const toJson = ({ source, ...mail }: RawMail) => ({ ...mail, source: Buffer.from(source).toString('base64') });
const fromJson = ({ source, ...mail }: MailPlace & { source: string }): RawMail => ({ ...mail, source: Buffer.from(source, 'base64') });

function answerOf(reply: Reply | Error, host: string): unknown {
  if (reply instanceof Error) throw reply;
  const { status = 200, body } = reply;
  if (status === 401) throw new AppError('unauthorized', `${host}: the credentials are wrong or have expired`);
  if (status === 404) throw new AppError('not_found', `${host}: there is no such folder`);
  if (status !== 200) throw new AppError('unavailable', `${host} answered ${status}`);
  return JSON.parse(JSON.stringify(body ?? null));
}

export function virtualMail(upstream: Upstream, clock: () => Instant): MailConnect {
  return async ({ host, signIn }, signal) => {
    const secret = await signIn();
    const authorization = 'pass' in secret ? secret.pass : `Bearer ${secret.accessToken}`;
    const ask = async (what: string, body: unknown = {}) => {
      signal.throwIfAborted();
      const url = new URL(`https://${host}/${what}`);
      const outgoing = { method: 'POST' as const, url, headers: { authorization }, body: JSON.stringify(body) };
      return answerOf(await upstream(outgoing, clock()), host);
    };
    await ask('connect');
    return {
      folders: async () => (await ask('folders')) as MailFolder[],
      stateOf: async (folder) => (await ask('state', { folder })) as FolderState,
      list: async (folder, listed) => (await ask('list', { folder, ...listed })) as MailPlace[],
      read: async (folder, uids) => ((await ask('read', { folder, uids })) as (MailPlace & { source: string })[]).map(fromJson),
      find: async (folder, messageId) => {
        const found = (await ask('find', { folder, messageId })) as (MailPlace & { source: string }) | null;
        return found === null ? null : fromJson(found);
      },
      async *ties(folder) {
        yield* (await ask('ties', { folder })) as string[];
      },
      close: async () => undefined,
    } satisfies Mailbox;
  };
}
