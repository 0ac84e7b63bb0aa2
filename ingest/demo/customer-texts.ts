// What customers write: the first message in the manner of its channel, and everything after it.
import { hour } from '#db/model/instant.ts';
import { topicGroup } from './company.ts';
import type { Matter } from './matter.ts';
import { fill, paragraph, say, typeCarelessly, type Values } from './phrasing.ts';
import type { Random } from './random.ts';
import type { Lines } from './texts/wording.ts';
import type { Tone, Turn } from './trace.ts';

type Manner = { readonly context: number; readonly tried: number; readonly ask: number };

/** How much people write besides the matter itself, by channel. */
const manners: Readonly<Record<string, Manner>> = {
  chat: { context: 0.3, tried: 0.08, ask: 0.34 },
  phone: { context: 0.35, tried: 0.15, ask: 0.5 },
  email: { context: 0.75, tried: 0.4, ask: 0.7 },
  web_form: { context: 0.6, tried: 0.3, ask: 0.5 },
  forum: { context: 0.6, tried: 0.45, ask: 0.5 },
  twitter: { context: 0.15, tried: 0.05, ask: 0.3 },
  app_store_review: { context: 0.22, tried: 0.1, ask: 0.05 },
};

/** The sentence that says what it is about: of the happening behind it for some, of the category for the others. */
function coreOf(matter: Matter, random: Random): { readonly core: string; readonly isBare: boolean } {
  const { trace, wording, values } = matter;
  const story = trace.arrival.cause?.effect?.story;
  const own = story === undefined ? undefined : wording.stories[story];
  const fits =
    own !== undefined &&
    (trace.arrival.category.startsWith('deposit') ||
      trace.arrival.category.startsWith('app.') ||
      story === 'sms-outage' ||
      story === 'gas-spike' ||
      story === 'phishing-wave' ||
      story === 'staking-campaign');
  const core = say(random, fits && random.chance(0.45) ? own : wording.openers[trace.arrival.category], values);
  // Only a sentence of a template without slots is found among the templates as it stands.
  return { core, isBare: wording.openers[trace.arrival.category].includes(core) };
}

function moodOf(matter: Matter, random: Random, tone: Tone): string {
  return random.chance(tone === 0 ? 0 : tone === 1 ? 0.4 : 0.75) ? say(random, matter.wording.customer.moods[tone], matter.values) : '';
}

/** The body of a first message, before greeting and leave-taking. */
function bodyOf(matter: Matter, random: Random, tone: Tone, before = ''): string {
  const { trace, values } = matter;
  const words = matter.wording.customer;
  const group = topicGroup(trace.arrival.category);
  const manner = manners[trace.channel] ?? { context: 0.3, tried: 0.1, ask: 0.3 };
  const maybe = (p: number, lines: Lines): string => (random.chance(p) ? say(random, lines, values) : '');
  const isPraise = trace.arrival.category === 'praise';
  const { core, isBare } = coreOf(matter, random);
  // A sentence without any particulars would be read again and again: something of one's own is added.
  const context = maybe(isBare ? 0.9 : manner.context, words.context[group]);
  const tried = maybe(isPraise ? 0 : manner.tried, words.tried[group]);
  const sentences = [before, core, context, tried, moodOf(matter, random, tone), maybe(manner.ask, words.asks[group])];
  return paragraph(trace.language, sentences);
}

/** The first message in the manner of its channel. `before` is put in front, for second tickets and voice mails. */
function opener(matter: Matter, random: Random, tone: Tone, before = ''): string {
  const { trace, values, wording } = matter;
  const { hellos, closings } = wording.customer;
  const body = bodyOf(matter, random, tone, before);
  switch (trace.channel) {
    case 'chat':
      return typeCarelessly(random, trace.language, random.chance(0.4) ? `${say(random, hellos.chat, values)}${body}` : body);
    case 'phone':
      return `${before === '' ? say(random, hellos.call, values) : ''}${body}`;
    case 'email': {
      const hello = random.chance(0.85) ? `${say(random, hellos.letter, values)}\n\n` : '';
      return `${hello}${body}${random.chance(0.7) ? `\n\n${say(random, closings, values)}` : ''}`;
    }
    case 'web_form':
      return `${random.chance(0.3) ? `${say(random, hellos.letter, values)}\n` : ''}${body}`;
    case 'twitter':
      return `${random.chance(0.8) ? `${values('handle') ?? ''} ` : ''}${typeCarelessly(random, trace.language, body)}${random.chance(0.12) ? ' #Larkfold' : ''}`;
    case 'app_store_review':
      return review(matter, random, body);
    case 'forum':
      return body;
    default:
      return trace.channel satisfies never;
  }
}

function review(matter: Matter, random: Random, body: string): string {
  const stars = matter.trace.ratings[0]?.value ?? 3;
  const [good, middling, bad] = matter.wording.customer.verdicts;
  const verdict = random.chance(0.5) ? say(random, stars >= 4 ? good : stars === 3 ? middling : bad, matter.values) : '';
  const isFirst = random.chance(0.3);
  return typeCarelessly(random, matter.trace.language, paragraph(matter.trace.language, isFirst ? [verdict, body] : [body, verdict]));
}

/** The answer to what was asked last; without a question, one more fact. */
function answer(matter: Matter, random: Random, values: Values): string {
  const { memory, wording, trace } = matter;
  const group = topicGroup(trace.arrival.category);
  const { asked } = memory;
  if (asked === null) return say(random, wording.customer.context[group], values, memory.used);
  // A ready-made question asks for device and version, whatever it is about.
  const exchanges = asked < 0 ? wording.exchanges.app.slice(0, 1) : wording.exchanges[group];
  return say(random, exchanges[asked < 0 ? 0 : asked % exchanges.length]?.answers ?? [], values, memory.used);
}

/** What a customer says in a turn. */
export function customerText(matter: Matter, turn: Turn, random: Random): string {
  const { trace, wording, memory } = matter;
  if (turn.role === 'nudge') memory.nudges += 1;
  const words = wording.customer;
  const group = topicGroup(trace.arrival.category);
  const values = matter.at(turn, random);
  const isLive = trace.channel === 'chat' || trace.channel === 'phone';
  const careless = (text: string): string => (isLive ? typeCarelessly(random, trace.language, text) : text);
  const typed = (lines: Lines): string => careless(say(random, lines, values, memory.used));
  switch (turn.role) {
    case 'opener':
      return opener(matter, matter.opening, turn.tone);
    case 'duplicate':
      return opener(matter, matter.opening, turn.tone, random.chance(0.8) ? say(random, words.duplicates, values) : '');
    case 'voicemail':
      return opener(matter, matter.opening, turn.tone, say(random, words.voicemails, values));
    case 'public-complaint':
      return publicComplaint(matter, values, random);
    case 'more':
      return typed(words.more[group]);
    case 'screenshot':
      return turn.kind === 'attachment' ? screenshot(random) : `${careless(answer(matter, random, values))} ${screenshot(random)}`;
    case 'nudge':
      return nudge(matter, turn, random, typed(nudgeLines(words.nudges[isLive ? 'live' : 'letter'][turn.tone], turn)));
    case 'formal-complaint':
      return say(random, words.formalComplaints, values);
    case 'withdraw':
      return typed(words.withdraws);
    case 'thanks':
      return typed(isSolved(matter) ? [...words.thanks.plain, ...words.thanks.solved] : words.thanks.plain);
    case 'thumbs':
      return random.pick(['👍', '👍', '🙏', '❤️', '👌']);
    case 'reopen':
      return paragraph(trace.language, [typed(words.reopens[group]), moodOf(matter, random, turn.tone)]);
    case 'wrong-language-protest':
      return typed(words.protests);
    default:
      return careless(answer(matter, random, values).replace('[screenshot]', screenshot(random)));
  }
}

/** Where there was something to solve, and it could be. */
function isSolved(matter: Matter): boolean {
  const group = topicGroup(matter.trace.arrival.category);
  return group !== 'security' && group !== 'idea' && group !== 'service';
}

function screenshot(random: Random): string {
  return `[screenshot-${random.int(1000, 9999)}.png]`;
}

/** Nobody is reminded of a promised day before it is over. */
function nudgeLines(lines: Lines, turn: Turn): Lines {
  return turn.waitedMs < 24 * hour ? lines.filter((line) => !line.includes('24')) : lines;
}

function nudge(matter: Matter, turn: Turn, random: Random, text: string): string {
  const mood = turn.tone > 0 && random.chance(0.2) ? say(random, matter.wording.customer.moods[turn.tone], matter.values) : '';
  return paragraph(matter.trace.language, [text, mood]);
}

function publicComplaint(matter: Matter, values: Values, random: Random): string {
  const { customer } = matter.wording;
  const line = say(random, customer.publicComplaints, values);
  const handle = values('handle') ?? '';
  const addressed = matter.trace.channel === 'twitter' && !line.includes(handle) && random.chance(0.7) ? `${handle} ${line}` : line;
  return paragraph(matter.trace.language, [addressed, random.chance(0.35) ? say(random, customer.moods[2], values) : '']);
}

/** A sentence around a leaked secret. */
export function leakText(matter: Matter, random: Random, kind: 'phrase' | 'key' | 'card' | 'contact', secret: string): string {
  const line = random.pick(matter.wording.customer.leaks[kind]);
  return fill(line, (slot) => (slot === 'secret' ? secret : matter.values(slot))) ?? secret;
}
