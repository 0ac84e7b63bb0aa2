// The words that files use for actors, visibility, kinds and statuses, and what each means here.
import {
  type Actor,
  actors,
  type Closer,
  type ConversationExclusion,
  closers,
  conversationExclusions,
  type MessageKind,
  messageKinds,
  type RatingKind,
  ratingKinds,
  type Status,
  statuses,
  type Visibility,
  visibilities,
} from '#db/model/conversation.ts';
import { readWord } from './field-values.ts';

/** `assistant` is a bot: transcripts of language models use the word, and taking a bot for a person would stop a clock wrongly. */
const actorSynonyms: Readonly<Record<string, Actor>> = {
  user: 'customer',
  end_user: 'customer',
  client: 'customer',
  consumer: 'customer',
  visitor: 'customer',
  contact: 'customer',
  requester: 'customer',
  reviewer: 'customer',
  support: 'agent',
  operator: 'agent',
  staff: 'agent',
  employee: 'agent',
  representative: 'agent',
  admin: 'agent',
  helpdesk: 'agent',
  assistant: 'bot',
  chatbot: 'bot',
  ai: 'bot',
  automation: 'system',
  trigger: 'system',
  broadcast: 'campaign',
  marketing: 'campaign',
  partner: 'third_party',
  vendor: 'third_party',
};

const visibilitySynonyms: Readonly<Record<string, Visibility>> = { internal: 'private', note: 'private', external: 'public' };

const kindSynonyms: Readonly<Record<string, MessageKind>> = {
  text: 'message',
  comment: 'message',
  reply: 'message',
  autoreply: 'auto_reply',
  acknowledgement: 'auto_reply',
  csat: 'survey',
  status_change: 'status',
};

const statusSynonyms: Readonly<Record<string, Status>> = {
  new: 'open',
  reopened: 'open',
  hold: 'pending',
  on_hold: 'pending',
  waiting: 'pending',
  snoozed: 'pending',
  resolved: 'solved',
  done: 'solved',
};

const closerSynonyms: Readonly<Record<string, Closer>> = {
  user: 'customer',
  requester: 'customer',
  automation: 'system',
  timer: 'system',
  bot: 'system',
};

export const readActor = (value: unknown, where: string): Actor => readWord(value, where, actors, actorSynonyms);
export const readVisibility = (value: unknown, where: string): Visibility => readWord(value, where, visibilities, visibilitySynonyms);
export const readKind = (value: unknown, where: string): MessageKind => readWord(value, where, messageKinds, kindSynonyms);
export const readStatus = (value: unknown, where: string): Status => readWord(value, where, statuses, statusSynonyms);
export const readCloser = (value: unknown, where: string): Closer => readWord(value, where, closers, closerSynonyms);
export const readRatingKind = (value: unknown, where: string): RatingKind => readWord(value, where, ratingKinds, {});
export const readExclusion = (value: unknown, where: string): ConversationExclusion =>
  readWord(value, where, conversationExclusions, { junk: 'spam', merged: 'merged_into' });

/** Author names that stand for a role and not for a person: taken as no author, or all such customers would become one. */
export const roleNames: readonly string[] = [
  'customer',
  'user',
  'client',
  'visitor',
  'guest',
  'anonymous',
  'unknown',
  'end_user',
  'end-user',
];

/** A language label of a source as `ll` or `ll-Script`; null where it names no language, such as `und` or `pt-or-en`. */
export function languageHint(label: string | null): string | null {
  if (label === null || label === 'und') return null;
  // Most labels are bare codes, and a locale object costs more than the rest of a record.
  if (/^[a-z]{2,3}$/.test(label)) return label;
  try {
    const locale = new Intl.Locale(label.trim().replaceAll('_', '-'));
    if (locale.language === undefined || locale.language === 'und' || locale.language.length > 3) return null;
    // zh-CN and zh-TW say which script they mean; a bare zh does not.
    const hasScript = locale.language === 'zh' && (locale.region !== undefined || locale.script !== undefined);
    return hasScript ? `zh-${locale.maximize().script ?? 'Hans'}` : locale.language;
  } catch {
    return null;
  }
}
