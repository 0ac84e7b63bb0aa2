// Which conversation a mail belongs to: by the mails it names, else by subject and correspondent within thirty days.
import { createHash } from 'node:crypto';
import { z } from 'zod';
import { day, type Instant } from '#db/model/instant.ts';
import { type Mail, mailId } from './parse-mail.ts';

/** Everything is hashed: a place to go on is no place for subjects and addresses. */
export const threadStateSchema = z.strictObject({
  /** The newest conversation of a subject and correspondent. */
  subjects: z.array(z.tuple([z.string(), z.string(), z.number()])),
  /** Mails that joined a conversation by their subject: what answers them belongs there too. */
  joined: z.array(z.tuple([z.string(), z.string()])),
});
export type ThreadState = z.infer<typeof threadStateSchema>;
export const noThreads: ThreadState = { subjects: [], joined: [] };

export type MailThreads = {
  /** `correspondent`: the address of the other side; null for what no person wrote. */
  readonly rootOf: (mail: Mail, correspondent: string | null) => Promise<string>;
  readonly state: () => ThreadState;
};

/** Gives the mails that a mail names, oldest first; null where it is not there. */
export type FindParents = (messageId: string) => Promise<readonly string[] | null>;

const longestSilence = 30 * day;
const mostSubjects = 2000;
const mostJoined = 1000;
/** A chain of answers that name only the one before each. */
const deepest = 100;

const prefixes =
  /^(?:\s*(?:re|aw|antw|fw|fwd|wg|tr|rép|sv|vs|ref|rif|回复|回覆|答复|答覆|转发|轉寄)\s*(?:\[\d+\])?\s*[:：]|\s*\[[^\]]{1,40}\])+/i;

/** The subject without what mail programs and lists put before it, in lower case. */
export function plainSubject(subject: string): string {
  return subject.replace(prefixes, '').replaceAll(/\s+/g, ' ').trim().toLowerCase();
}

const keyOf = (subject: string, correspondent: string) =>
  createHash('sha256')
    .update(`${plainSubject(subject)}\n${correspondent}`)
    .digest('hex')
    .slice(0, 16);

export function openMailThreads(state: ThreadState, findParents: FindParents): MailThreads {
  const subjects = new Map(state.subjects.map(([key, root, at]) => [key, { root, at }]));
  const joined = new Map(state.joined);
  const known = new Map<string, string>();

  const rootOfId = async (messageId: string, trail: readonly string[]): Promise<string> => {
    const id = mailId(messageId);
    const found = known.get(id) ?? joined.get(id);
    if (found !== undefined) return found;
    // Clients cut the list of what they answer at its older end, so the oldest that is named may have an older one yet.
    const isLost = trail.length > deepest || trail.includes(messageId);
    const [older] = isLost ? [] : ((await findParents(messageId)) ?? []);
    const root = older === undefined ? id : await rootOfId(older, [...trail, messageId]);
    known.set(id, root);
    return root;
  };

  const bySubject = (mail: Mail, key: string | null): string => {
    const entry = key === null ? undefined : subjects.get(key);
    if (entry === undefined || mail.at === null || Math.abs(mail.at - entry.at) > longestSilence) return mail.id;
    if (entry.root !== mail.id) joined.set(mail.id, entry.root);
    return entry.root;
  };

  return {
    rootOf: async (mail, correspondent) => {
      const subject = plainSubject(mail.subject ?? '');
      const key = correspondent === null || subject === '' ? null : keyOf(subject, correspondent);
      const [oldest] = mail.parents;
      const root = joined.get(mail.id) ?? (oldest === undefined ? bySubject(mail, key) : await rootOfId(oldest, []));
      known.set(mail.id, root);
      if (key !== null && mail.at !== null) remember(subjects, key, { root, at: mail.at });
      return root;
    },
    state: () => ({
      subjects: [...subjects].slice(-mostSubjects).map(([key, { root, at }]) => [key, root, at]),
      joined: [...joined].slice(-mostJoined),
    }),
  };
}

/** The last one used stands last, so that what is forgotten first is what has been silent longest. */
function remember(subjects: Map<string, { root: string; at: Instant }>, key: string, entry: { root: string; at: Instant }): void {
  subjects.delete(key);
  subjects.set(key, entry);
}
