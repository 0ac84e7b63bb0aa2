// What our people and our machines write.
import { minute } from '#db/model/instant.ts';
import { topicGroup } from './company.ts';
import { habits } from './habits.ts';
import type { Matter } from './matter.ts';
import { paragraph, say, type Values } from './phrasing.ts';
import type { Random } from './random.ts';
import { notes } from './texts/notes.ts';
import type { AgentWords, Lines } from './texts/wording.ts';
import type { Turn } from './trace.ts';

/** A question that was not asked yet; which one is remembered, so that the customer can answer it. */
function ask(matter: Matter, turn: Turn, random: Random, values: Values): string {
  const { memory, trace } = matter;
  const wording = matter.wordingOf(turn);
  if (turn.macro) {
    memory.asked = -1;
    return say(random, wording.agent.macros.ask, values, memory.used);
  }
  const exchanges = wording.exchanges[topicGroup(trace.arrival.category)];
  const fresh = exchanges.map((_, nth) => nth).filter((nth) => !memory.used.has(exchanges[nth]?.ask ?? ''));
  const nth = fresh.length === 0 ? random.int(0, exchanges.length - 1) : random.pick(fresh);
  memory.asked = nth;
  return say(
    random,
    exchanges.slice(nth, nth + 1).map((exchange) => exchange.ask),
    values,
    memory.used,
  );
}

/** The sentence that carries an answer, before greeting and leave-taking. */
function answerOf(matter: Matter, turn: Turn, random: Random, values: Values): string {
  const { agent } = matter.wordingOf(turn);
  const { arrival, channel } = matter.trace;
  const pick = (lines: Lines): string => say(random, lines, values, matter.memory.used);
  switch (turn.role) {
    case 'ask':
      return ask(matter, turn, random, values);
    case 'solve':
      return pick(turn.macro && hasMacro(matter) ? agent.macros.solve[topicGroup(arrival.category)] : agent.solves[arrival.category]);
    case 'escalate':
      return pick(agent.escalates);
    case 'hold':
      return pick(agent.holds[channel === 'chat' ? 'live' : 'letter']);
    case 'goodbye':
      return pick(agent.goodbyes);
    case 'call-back':
      return pick(agent.callBacks);
    case 'complaint-ack':
      return pick(agent.complaintAcks);
    case 'complaint-decision':
      return pick(agent.complaintDecisions);
    default:
      return pick(agent.greets);
  }
}

/** Nobody answers a question about opening hours, a compliment or a matter that developers looked into with a ready-made text. */
function hasMacro(matter: Matter): boolean {
  const { category } = matter.trace.arrival;
  return category !== 'other' && category !== 'praise' && !matter.trace.escalated;
}

function noteText(matter: Matter, turn: Turn, random: Random, values: Values): string {
  const { any, about } = notes[turn.language === 'zh' ? 'zh' : 'en'];
  const lines = random.chance(0.35) ? any : about[topicGroup(matter.trace.arrival.category)];
  return say(random, lines, values, matter.memory.used);
}

/** What an agent writes in a turn; `warns` where the customer has just leaked a secret. */
export function agentText(matter: Matter, turn: Turn, random: Random, warns: boolean): string {
  const { trace } = matter;
  const { agent } = matter.wordingOf(turn);
  const values = matter.at(turn, random);
  if (turn.visibility === 'private') return noteText(matter, turn, random, values);
  if (trace.channel === 'app_store_review') return reviewReply(matter, random, agent, values);
  const answer = answerOf(matter, turn, random, values);
  const isLate = turn.waitedMs > Math.max(2.2 * habits[trace.channel].expectedMs, 4 * minute);
  const sorry = isLate && random.chance(0.75) ? say(random, agent.sorries, values) : '';
  const warning = warns ? say(random, agent.warnings, values) : '';
  const kind = turn.isKind ? say(random, agent.kindnesses, values) : '';
  const body = paragraph(turn.language, [sorry, kind, warning, answer]);
  if (trace.channel !== 'email' && trace.channel !== 'web_form') {
    const greeting = isFirstInChat(matter, turn, random) ? say(random, agent.greets, values) : '';
    return paragraph(turn.language, [greeting, body]);
  }
  // A macro greets by itself; greeting twice is how people notice that nobody read their message.
  const hello = turn.macro && sorry === '' && warning === '' ? '' : say(random, agent.hellos, values);
  return `${hello}${body}${say(random, agent.signoffs, values)}`;
}

function isFirstInChat(matter: Matter, turn: Turn, random: Random): boolean {
  if (turn.macro || turn.role === 'greet' || matter.trace.channel !== 'chat') return false;
  const first = matter.trace.turns.find((entry) => entry.actor === 'agent' && entry.visibility === 'public');
  return first === turn && random.chance(0.4);
}

function reviewReply(matter: Matter, random: Random, agent: AgentWords, values: Values): string {
  const { category } = matter.trace.arrival;
  const stars = matter.trace.ratings[0]?.value ?? 1;
  const { good, bad } = agent.reviewReplies;
  if (stars >= 4 || (category === 'feature-request' && stars === 3)) return say(random, good, values);
  // Only what is wrong with the app gets better with the next version.
  return say(random, category.startsWith('app.') ? bad : bad.filter((line) => !line.includes('{version}')), values);
}

function isProblem(matter: Matter): boolean {
  const group = topicGroup(matter.trace.arrival.category);
  return group !== 'idea' && group !== 'service' && group !== 'security';
}

/** What bots, timers and campaigns write, and what fellow customers post in the forum. */
export function machineText(matter: Matter, turn: Turn, random: Random): string {
  const { agent, customer } = matter.wordingOf(turn);
  const values = matter.at(turn, random);
  switch (turn.role) {
    case 'bot-hello':
      return say(random, agent.botHellos, values);
    case 'bot-wait':
      return say(random, agent.botWaits, values);
    case 'auto-ack':
      return say(random, agent.autoAcks, values);
    case 'survey':
      return say(random, agent.surveys, values);
    case 'campaign':
      return say(random, agent.campaigns, values);
    default:
      return say(random, isProblem(matter) ? [...customer.fellows.any, ...customer.fellows.problem] : customer.fellows.any, values);
  }
}
