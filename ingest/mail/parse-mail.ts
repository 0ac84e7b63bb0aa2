// One mail, as far as feedback is concerned: who wrote when to whom, in answer to what, and what it says.
import { createHash } from 'node:crypto';
import { type AddressObject, type ParsedMail, simpleParser } from 'mailparser';
import { AppError } from '#db/model/errors.ts';
import { day, type Instant } from '#db/model/instant.ts';
import { htmlText } from '../connectors/html-text.ts';
import type { RawMail } from './mailbox.ts';
import { replyText } from './reply-text.ts';

export type Mail = {
  /** With `<` and `>`; null where it has none that could be named by another mail. */
  readonly messageId: string | null;
  /** Stands for the mail in our store: ids of mails hold host names and now and then addresses. */
  readonly id: string;
  readonly at: Instant | null;
  readonly subject: string | null;
  /** In lower case. */
  readonly from: string;
  readonly fromName: string | null;
  readonly replyTo: string | null;
  readonly to: readonly string[];
  /** The mails that this one answers, oldest first. */
  readonly parents: readonly string[];
  /** No person wrote it: an automatic answer, a mass mail, a report of the mail system. */
  readonly isAutomatic: boolean;
  readonly text: string;
};

/** Ids of mails without a Message-ID begin so: such a mail cannot be looked for. */
export const namelessPrefix = 'nameless-';
const longestSkew = 2 * day;

const sha256 = (bytes: string | Uint8Array) => createHash('sha256').update(bytes).digest('hex').slice(0, 32);

/** The id in our store of a mail with a Message-ID. */
export function mailId(messageId: string): string {
  return sha256(messageId);
}

/** Ids in angle brackets, without those that no other mail could repeat: programs break them, and people type into these headers. */
export function idsIn(header: string): string[] {
  return header.match(/<[^<>\s]{1,250}>/g) ?? [];
}

/** Throws `invalid` with the reason. */
export async function parseMail({ source, at }: RawMail): Promise<Mail> {
  const parsed = await parse(source);
  const from = firstAddress(parsed.from);
  if (from === null) throw new AppError('invalid', 'the mail names no sender');
  const header = (name: string) => headerOf(parsed, name);
  const messageId = idsIn(header('message-id'))[0] ?? null;
  const parents = [...new Set([...idsIn(header('references')), ...idsIn(header('in-reply-to')), ...returnedIds(parsed)])];
  return {
    messageId,
    id: messageId === null ? namelessId(parsed, source) : mailId(messageId),
    at: sentAt(header, at),
    subject: parsed.subject?.trim() || null,
    from,
    fromName: parsed.from?.value[0]?.name.trim() || null,
    replyTo: firstAddress(parsed.replyTo),
    to: [...addresses(parsed.to), ...addresses(parsed.cc)],
    parents: parents.filter((id) => id !== messageId),
    isAutomatic: isAutomatic(header),
    text: replyText(textOf(parsed), parents.length > 0),
  };
}

/** A letter about a mail that cannot be read names it by this. */
export function idOfSource({ source, uid }: RawMail, folder: string): string {
  const messageId = messageIdIn(Buffer.from(source.subarray(0, 65_536)).toString('latin1'));
  return messageId === null ? `${folder}/${uid}` : mailId(messageId);
}

const options = { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true } as const;

/** Text of no declared character set is read as UTF-8, and where it is none, as what Windows wrote. */
async function parse(source: Uint8Array): Promise<ParsedMail> {
  const bytes = Buffer.from(source);
  const parsed = await simpleParser(bytes, options);
  if (!/\ufffd/.test(`${parsed.text ?? ''}${parsed.html || ''}`)) return parsed;
  const raw = bytes.toString('latin1');
  const declared = raw.replaceAll(/charset="?(?:utf-8|us-ascii|unknown-8bit)"?/gi, 'charset=windows-1252');
  const hasType = /^content-type:/im.test(raw);
  const again = hasType ? declared : `Content-Type: text/plain; charset=windows-1252\r\n${raw}`;
  return again === raw ? parsed : await simpleParser(Buffer.from(again, 'latin1'), options);
}

function headerOf({ headerLines }: ParsedMail, name: string): string {
  const lines = headerLines.filter(({ key }) => key === name).map(({ line }) => line.slice(line.indexOf(':') + 1));
  return lines.join(' ').replaceAll(/\s+/g, ' ').trim();
}

function addresses(field: AddressObject | AddressObject[] | undefined): string[] {
  const lists = field === undefined ? [] : Array.isArray(field) ? field : [field];
  return lists.flatMap(({ value }) =>
    value
      .flatMap(({ address, group }) => [address, ...(group ?? []).map((member) => member.address)])
      .flatMap((one) => one?.toLowerCase() || []),
  );
}

const firstAddress = (field: AddressObject | undefined): string | null => addresses(field)[0] ?? null;

function namelessId({ subject, date: _unsafe, headerLines, from }: ParsedMail, source: Uint8Array): string {
  const date = headerLines.find(({ key }) => key === 'date')?.line ?? '';
  const body = Buffer.from(source)
    .toString('latin1')
    .split(/\r?\n\r?\n/)
    .slice(1)
    .join('\n')
    .slice(0, 1024);
  return `${namelessPrefix}${sha256([from?.text ?? '', date, subject ?? '', body].join('\n'))}`;
}

const timeIn = (text: string): Instant | null => {
  const at = Date.parse(text.replaceAll(/\([^()]*\)/g, ' ').trim());
  return Number.isNaN(at) ? null : at;
};
const isNear = (a: Instant | null, b: Instant | null) => a !== null && b !== null && Math.abs(a - b) <= longestSkew;

/**
 * When it was sent by its own account, where the server's clock agrees within two days; nothing is sent after it came in. A mailbox that was
 * moved has new times of arrival for old mails, so the newest mark of a relay counts as the server's clock too.
 */
function sentAt(header: (name: string) => string, arrivedAt: Instant): Instant | null {
  const arrived = Number.isNaN(arrivedAt) ? null : arrivedAt;
  const written = timeIn(header('date'));
  const relayed = timeIn(/;([^;]*?)(?=\s(?:from|by)\s|$)/.exec(header('received'))?.[1] ?? '');
  if (written === null) return arrived;
  if (isNear(written, arrived) && arrived !== null) return Math.min(written, arrived);
  return isNear(written, relayed) ? written : (arrived ?? relayed);
}

/** Reports carry the mail they are about, or its headers. */
function returnedIds({ attachments, headers }: ParsedMail): string[] {
  const type = headers.get('content-type');
  const isReport = typeof type === 'object' && 'value' in type && type.value === 'multipart/report';
  if (!isReport) return [];
  const returned = attachments.filter(({ contentType }) => /^(?:message\/rfc822|text\/rfc822-headers)$/.test(contentType));
  return returned.flatMap(({ content }) => messageIdIn(content.toString('latin1')) ?? []);
}

/** The Message-ID in the headers of a mail. */
function messageIdIn(raw: string): string | null {
  const [head = ''] = raw.split(/\r?\n\r?\n/, 1);
  const [, value = ''] = /^message-id:((?:.*\r?\n[ \t])*.*)$/im.exec(head) ?? [];
  return idsIn(value)[0] ?? null;
}

function isAutomatic(header: (name: string) => string): boolean {
  const submitted = header('auto-submitted');
  return (
    (submitted !== '' && !/^no\b/i.test(submitted)) ||
    /^(?:bulk|junk|auto_reply)\b/i.test(header('precedence')) ||
    header('return-path') === '<>' ||
    /^multipart\/report\b/i.test(header('content-type')) ||
    /^(?:yes|true)$/i.test(header('x-autoreply'))
  );
}

function textOf({ text, html }: ParsedMail): string {
  const plain = text?.trim() ?? '';
  return plain !== '' || !html ? plain : htmlText(html);
}
