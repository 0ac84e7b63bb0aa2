// What customers of the demo write with the stars that they were asked for. Drawn from streams of its own, so nothing else moves.
import { day } from '#db/model/instant.ts';
import type { FetchedConversation } from '../fetched.ts';
import { topicGroup } from './company.ts';
import { habits } from './habits.ts';
import { type Matter, rootOf } from './matter.ts';
import { fill, paragraph, say, typeCarelessly, type Values } from './phrasing.ts';
import type { Random } from './random.ts';
import { spanWords } from './spans.ts';
import { agentAt } from './staff.ts';
import type { Lines, RatingWords } from './texts/wording.ts';
import type { Trace, TraceRating, Turn } from './trace.ts';

type Comment = FetchedConversation['ratings'][number]['comment'];

/** How many write something, by stars: who is angry has more to say than who is content, and the middle least of all. */
const writes: Readonly<Record<number, number>> = { 1: 0.5, 2: 0.42, 3: 0.28, 4: 0.2, 5: 0.26 };
/** Some take the first star for the best one, and write what they mean. */
const misread = 0.02;
const praisesOnlyPeople = 0.09;

/** The comment on a rating; undefined where nothing was written, as on stars of an app store, whose text is the review itself. */
export function ratingComment(matter: Matter, rating: TraceRating, stream: Random): Comment {
  const { trace, wording } = matter;
  const random = stream.fork(`rating-${rootOf(trace).id}-${trace.id}-${Math.round(rating.at)}`);
  const words = wording.ratings;
  if (words === undefined || trace.channel === 'app_store_review' || !random.chance(writes[rating.value] ?? 0)) return undefined;
  const meant = random.chance(misread) ? 6 - rating.value : rating.value;
  const past = pastOf(trace, rating);
  const values: Values = (slot) => {
    if (slot === 'agent') return past.agent === null ? undefined : agentAt(past.agent).name.split(' ')[0];
    return slot === 'waited' ? spanWords(random, trace.language, past.longestMs) : matter.values(slot);
  };
  const themes = themesOf(past, words, meant, random)
    .map((lines) => lines.filter((line) => fill(line, values) !== null))
    .filter((lines) => lines.length > 0);
  const first = say(random, random.pick(themes), values);
  const second = random.chance(0.4) ? say(random, random.pick(themes), values) : '';
  return typeCarelessly(random, trace.language, paragraph(trace.language, first === second ? [first] : [first, second]));
}

type Past = {
  readonly isMoney: boolean;
  readonly longestMs: number;
  /** The longest wait against what customers of the channel expect. */
  readonly felt: number;
  /** Who answered last. */
  readonly agent: number | null;
  readonly has: (does: (turn: Turn) => boolean) => boolean;
};

/** What had happened by the time of the rating: nobody writes of a day that is yet to come. */
function pastOf({ turns, arrival, channel }: Trace, { at }: TraceRating): Past {
  const before = turns.filter((turn) => turn.at <= at);
  const ours = before.filter((turn) => turn.agent !== null && turn.visibility === 'public');
  const longestMs = ours.reduce((most, { waitedMs }) => Math.max(most, waitedMs), 0);
  return {
    isMoney: topicGroup(arrival.category) === 'money',
    longestMs,
    felt: longestMs / habits[channel].expectedMs,
    agent: ours.at(-1)?.agent ?? null,
    has: (does) => before.some(does),
  };
}

/** What such a rating can be about; what weighs more stands in it more often. */
function themesOf({ isMoney, longestMs, felt, has }: Past, words: RatingWords, stars: number, random: Random): readonly Lines[] {
  if (stars === 3) return [words.middling];
  if (stars > 3) {
    if (random.chance(praisesOnlyPeople)) return [words.goodBut];
    const kind = has(({ isKind }) => isKind) ? [words.kind, words.kind] : [];
    return [words.good, ...(isMoney ? [words.money.good] : []), ...(felt < 0.7 ? [words.quick] : []), ...kind];
  }
  // Nobody holds a promised day against us before it is over.
  const slow = words.slow.filter((line) => longestMs > day || !line.includes('24'));
  return [
    words.bad,
    ...(isMoney ? [words.money.bad] : []),
    ...(felt > 1.5 ? [slow, slow] : []),
    ...(has(({ role }) => role === 'nudge') ? [words.asked] : []),
    ...(has(({ macro }) => macro) ? [words.readyMade] : []),
    ...(has(({ role }) => role === 'reopen') ? [words.reopened] : []),
    ...(has(({ role }) => role === 'wrong-language-protest') ? [words.foreign, words.foreign] : []),
  ];
}
