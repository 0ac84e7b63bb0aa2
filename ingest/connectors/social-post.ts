// A post of a social network in one shape for all of them, and who wrote it: one of us, a customer, a bot, or somebody posing as us.
import type { Instant } from '#db/model/instant.ts';
import type { FetchedMessage } from '../fetched.ts';
import { isStaff, type StaffMember } from './staff-list.ts';

export type SocialAuthor = {
  /** The vendor's immutable id; null where the account is gone. */
  readonly id: string | null;
  /** Every form in which the handle may be read, without `@`: `acme@social.example` and `acme`. */
  readonly handles: readonly string[];
  readonly name: string | null;
  readonly isBot: boolean;
  /** The network itself says that this is one of us: the owner of the channel, a moderator of our own place. */
  readonly isOfficial?: boolean;
};

export type SocialPost = {
  readonly id: string;
  /** The post that this one answers; null for the beginning of a thread. */
  readonly parent: string | null;
  /** The post that it quotes. */
  readonly quotes: string | null;
  readonly author: SocialAuthor;
  readonly at: Instant | null;
  readonly text: string;
  readonly language: string | null;
  /** Mentions us by id, quotes us, uses our hashtag or one of our terms, or was written in a place of ours. */
  readonly addressesUs: boolean;
  readonly visibility: FetchedMessage['visibility'];
  /** A copy of somebody else's words. */
  readonly isRepost: boolean;
  /** Its words are gone; it only holds the chain of answers together. */
  readonly isDeleted: boolean;
};

/** Who we are on a network. */
export type Ours = {
  readonly staff: readonly StaffMember[];
  /** Our handles, without `@`. */
  readonly handles: readonly string[];
};

export type SocialRole = 'agent' | 'bot' | 'customer';

/** Staff by immutable id and day, never by name; other people's bots are nobody's customers and start nothing. */
export function roleOf({ author, at }: SocialPost, { staff }: Ours): SocialRole {
  if (author.isBot) return 'bot';
  if (author.isOfficial === true) return 'agent';
  return author.id !== null && isStaff(staff, author.id, at) ? 'agent' : 'customer';
}

/** Whether a bot is ours: only those speak in our conversations. */
export function isOurBot({ author, at }: SocialPost, { staff }: Ours): boolean {
  return author.isBot && (author.isOfficial === true || (author.id !== null && isStaff(staff, author.id, at)));
}

/** Carries a handle of ours without being us, now or ever: the commonest way to steal a seed phrase in public. */
export function isImpersonator(post: SocialPost, ours: Ours): boolean {
  const { author } = post;
  if (author.isOfficial === true || ours.staff.some(({ id }) => id === author.id)) return false;
  const own = new Set(ours.handles.map(plainHandle));
  return author.handles.some((handle) => own.has(plainHandle(handle)));
}

/** A handle without `@` and case. */
export function plainHandle(handle: string): string {
  return handle.trim().replace(/^@/, '').toLowerCase();
}

/** Ids that grow with time: the longer is the later, else the greater. They do not fit into numbers. */
export function compareIds(a: string, b: string): number {
  if (a.length !== b.length) return a.length - b.length;
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The later of two such ids; null is before all. */
export function laterId(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return compareIds(a, b) >= 0 ? a : b;
}
