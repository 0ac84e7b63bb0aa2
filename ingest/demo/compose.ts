// From a trace to a conversation as a connector would have fetched it: with words, authors and, here and there, a leaked secret.
import type { Status } from '#db/model/conversation.ts';
import type { Instant } from '#db/model/instant.ts';
import type { FetchedConversation, FetchedMessage } from '../fetched.ts';
import { type Category, sourceOf, topicGroup } from './company.ts';
import { customerText, leakText } from './customer-texts.ts';
import { type Matter, openMatter, rootOf } from './matter.ts';
import { agentText, machineText } from './our-texts.ts';
import { say } from './phrasing.ts';
import type { Random } from './random.ts';
import { ratingComment } from './rating-comments.ts';
import { makeSecret, type SecretKind } from './secrets.ts';
import type { Speech } from './speech.ts';
import { agentAt } from './staff.ts';
import type { Release } from './timeline.ts';
import type { Trace, Turn } from './trace.ts';

export type ComposePlan = {
  /** The stream that decides all words. */
  readonly random: Random;
  readonly releases: readonly Release[];
  readonly speech: Speech;
  /** What happens later than this has not happened. */
  readonly now: Instant;
};

/** A secret that a customer wrote; redaction has to take it out. */
export type Leak = { readonly kind: SecretKind; readonly secret: string };

export type Composed = { readonly conversation: FetchedConversation; readonly leaks: readonly Leak[] };

/** External id of a trace in its source. */
export function externalIdOf(trace: Trace): string {
  return `c${trace.arrival.at.toString(36)}-${trace.id}`;
}

/** How many in a thousand leak what, by what they write about. */
function leakKind(random: Random, category: Category): SecretKind | null {
  const group = topicGroup(category);
  const draw = random.next();
  const phrase = group === 'security' || group === 'account' ? 0.009 : 0.0015;
  const key = group === 'security' || group === 'account' ? 0.005 : 0.001;
  const card = category === 'deposit.failed' ? 0.02 : 0.0006;
  if (draw < phrase) return 'phrase';
  if (draw < phrase + key) return 'key';
  if (draw < phrase + key + card) return 'card';
  return draw < phrase + key + card + 0.011 ? 'contact' : null;
}

/** Authors as the vendors name them: one person has the same id in all channels only where the demo links them. */
function authorOf(trace: Trace, turn: Turn, customer: string): Pick<FetchedMessage, 'author' | 'authorName'> {
  if (turn.agent !== null) {
    const agent = agentAt(turn.agent);
    return { author: agent.id, authorName: agent.name };
  }
  if (turn.actor === 'customer') return { author: customer, authorName: null };
  if (turn.actor === 'third_party') return { author: `member-${(trace.id * 7) % 900}`, authorName: null };
  return { author: turn.actor, authorName: null };
}

function customerOf(trace: Trace): string {
  const root = rootOf(trace);
  // About one in six has written before.
  const number = root.id % 6 === 0 ? Math.floor(root.id / 6) % 900 : 1000 + root.id;
  return `user-${number}`;
}

function textOf(matter: Matter, turn: Turn, random: Random, warns: boolean): string {
  if (turn.actor === 'customer') return customerText(matter, turn, random);
  return turn.actor === 'agent' ? agentText(matter, turn, random, warns) : machineText(matter, turn, random);
}

function subjectOf(matter: Matter, random: Random): string | null {
  const { trace, wording, values } = matter;
  if (trace.channel !== 'email' && trace.channel !== 'web_form' && trace.channel !== 'forum') return null;
  return say(random, wording.subjects[trace.arrival.category], values);
}

const channelsWithLocale: readonly string[] = ['chat', 'web_form', 'app_store_review'];

/** The whole conversation up to `now`, or null where nothing of it has happened by then. */
export function compose(plan: ComposePlan, trace: Trace): Composed | null {
  const { now } = plan;
  const random = plan.random.fork(`texts-${trace.id}-${trace.arrival.at}`);
  const matter = openMatter(plan.random, trace, plan.speech, plan.releases);
  const turns = trace.turns.filter((turn) => turn.at < now).sort((a, b) => a.at - b.at);
  const customer = customerOf(trace);
  const externalId = externalIdOf(trace);
  const kind = trace.exclusion === null ? leakKind(random, trace.arrival.category) : null;
  const leakAt = kind === null ? -1 : leakingTurn(turns, random);
  const leaks: Leak[] = [];
  let warnsAt = -1;
  const messages = turns.map((turn, at): FetchedMessage => {
    let text = textOf(matter, turn, random, at === warnsAt);
    if (at === leakAt && kind !== null) {
      const secret = makeSecret(random, kind, trace.language);
      leaks.push({ kind, secret });
      text = `${text}\n${leakText(matter, random, kind, secret)}`;
      if (kind !== 'contact')
        warnsAt = turns.findIndex((later, place) => place > at && later.actor === 'agent' && later.visibility === 'public');
    }
    return {
      externalId: `${externalId}-${at + 1}`,
      at: Math.round(turn.at),
      actor: turn.actor,
      ...authorOf(trace, turn, customer),
      visibility: turn.visibility,
      kind: turn.kind,
      text,
      inReplyTo: null,
      deletedAt: null,
    };
  });
  if (messages.length === 0) return null;
  const conversation = { ...headOf(matter, plan, customer), subject: subjectOf(matter, random), messages };
  return { conversation, leaks };
}

function leakingTurn(turns: readonly Turn[], random: Random): number {
  const places = turns.flatMap((turn, at) => (turn.role === 'opener' || turn.role === 'detail' ? [at] : []));
  return places.length === 0 ? -1 : random.pick(places);
}

function headOf(matter: Matter, { now, random }: ComposePlan, customer: string): Omit<FetchedConversation, 'messages'> {
  const { trace } = matter;
  const { arrival } = trace;
  const statusChanges = trace.changes
    .filter((change) => change.at < now)
    .sort((a, b) => a.at - b.at)
    .map((change) => ({ at: Math.round(change.at), status: change.status, by: change.by }));
  const status: Status = statusChanges[statusChanges.length - 1]?.status ?? 'open';
  return {
    externalId: externalIdOf(trace),
    channel: trace.channel,
    subject: null,
    openedAt: arrival.at,
    status,
    statusChanges,
    customer,
    languageHint: channelsWithLocale.includes(trace.channel) ? arrival.market.language : null,
    category: arrival.category,
    team: trace.team,
    country: arrival.market.country,
    tags: tagsOf(trace),
    exclusion: trace.exclusion,
    mergedInto: trace.exclusion === 'merged_into' && trace.origin !== null ? externalIdOf(trace.origin) : null,
    isComplaint: trace.isComplaint,
    ratings: trace.ratings
      .filter((rating) => rating.at < now)
      .map((rating, at) => ({
        externalId: `${externalIdOf(trace)}-r${at + 1}`,
        kind: 'csat',
        value: rating.value,
        scaleMin: 1,
        scaleMax: rating.scaleMax,
        at: Math.round(rating.at),
        comment: ratingComment(matter, rating, random),
      })),
  };
}

/** Tags as a help desk would carry them. */
function tagsOf(trace: Trace): string[] {
  const story = trace.arrival.cause?.effect?.story;
  return [
    ...(story === 'stuck-pending' ? ['7.4-pending'] : []),
    ...(trace.escalated ? ['escalated'] : []),
    ...(trace.reopened ? ['reopened'] : []),
    ...(trace.isComplaint ? ['complaint'] : []),
    ...(trace.origin !== null && trace.exclusion === null ? ['second-channel'] : []),
  ];
}

/** The source a trace belongs to. */
export function traceSource(trace: Trace): string {
  return sourceOf(trace.channel);
}
