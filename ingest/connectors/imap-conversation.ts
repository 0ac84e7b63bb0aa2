// What a mail means for its conversation: who speaks, and to whom.
import type { FetchedConversation, FetchedMessage } from '../fetched.ts';
import { type Mail, mailId } from '../mail/parse-mail.ts';
import { isStaff, type StaffMember } from './staff-list.ts';

/** A mail with its place: the conversation it belongs to, and what is known of its writer. */
export type ImapItem = { readonly mail: Mail; readonly root: string; readonly isOurs: boolean; readonly correspondent: string | null };

/** Whether an address was ours when a mail was written: it, or its whole domain, is among the staff. */
export function isOurAddress(staff: readonly StaffMember[], address: string, at: number | null): boolean {
  const domain = address.slice(address.lastIndexOf('@') + 1);
  const lower = staff.map((member) => ({ ...member, id: member.id.toLowerCase().replace(/^@/, '') }));
  return isStaff(lower, address, at) || isStaff(lower, domain, at);
}

/** A form on our own site writes in our name and has the customer answer to. */
export function writerOf(mail: Mail, isOurs: (address: string) => boolean): { readonly address: string; readonly isOurs: boolean } {
  const { from, replyTo } = mail;
  if (!isOurs(from)) return { address: from, isOurs: false };
  return replyTo !== null && !isOurs(replyTo) ? { address: replyTo, isOurs: false } : { address: from, isOurs: true };
}

/** The other side: whoever writes to us, or the first to whom we write. */
export function correspondentOf(mail: Mail, isOurs: (address: string) => boolean): string | null {
  const writer = writerOf(mail, isOurs);
  return writer.isOurs ? (mail.to.find((address) => !isOurs(address)) ?? null) : writer.address;
}

function actorOf({ mail, isOurs }: ImapItem): FetchedMessage['actor'] {
  if (mail.isAutomatic) return 'system';
  return isOurs ? 'agent' : 'customer';
}

/** One mail of a conversation; those that came before stay as they are stored. */
export function toMailPart(item: ImapItem): FetchedConversation {
  const { mail, root, isOurs, correspondent } = item;
  const actor = actorOf(item);
  const parent = mail.parents.at(-1);
  return {
    coverage: 'part',
    externalId: root,
    channel: 'email',
    subject: mail.subject,
    openedAt: mail.at,
    // A mailbox knows no states: who spoke last says whether somebody waits.
    status: 'open',
    statusChanges: [],
    customer: mail.isAutomatic ? null : correspondent,
    languageHint: null,
    category: null,
    team: null,
    country: null,
    tags: [],
    exclusion: null,
    mergedInto: null,
    isComplaint: false,
    messages: [
      {
        externalId: mail.id,
        at: mail.at,
        actor,
        author: isOurs ? mail.from : (correspondent ?? mail.from),
        authorName: actor === 'agent' ? mail.fromName : null,
        visibility: 'public',
        kind: mail.isAutomatic ? 'auto_reply' : 'message',
        text: mail.text,
        inReplyTo: parent === undefined ? null : mailId(parent),
        deletedAt: null,
      },
    ],
    ratings: [],
  };
}
