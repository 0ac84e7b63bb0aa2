// Names a group by what its customers wrote: sentences in the middle of it give the label and the summary.
import type { Exemplar } from '#db/model/issue.ts';
import { type Centre, likenessTo } from './centres.ts';
import type { MessageSpace, Point } from './message-space.ts';
import { openParticulars, type Particulars } from './particulars.ts';
import { withoutCourtesy } from './without-courtesy.ts';

export type Spoken = {
  readonly conversationId: number;
  readonly message: string;
  readonly text: string;
  readonly language: string;
  readonly point: Point;
};
export type Described = { readonly label: string; readonly summary: string; readonly exemplars: readonly Exemplar[] };

const mostLabel = 64;
const mostSummary = 180;
const quotes = 5;
/** So many are looked through for a name: the nearest few may all tell their own version and amount. */
const naming = 15;
const mostUsual = 3;
const openingBonus = 0.25;
const cutPenalty = 0.08;
/** For each amount, number or name that only one customer mentions, up to two. */
const privatePenalty = 0.15;
const mostPrivate = 2;
const fewestLetters = 4;
const goodLength = { least: 12, most: 220 } as const;

/** Label, summary sentence, and the messages that speak for the group. At least one message. */
export function describeGroup(members: readonly Spoken[], centre: Centre, space: MessageSpace): Described {
  const ranked = rankedMembers(members, centre);
  const speaking = speakersOf(ranked);
  const particulars = openParticulars(members.map(({ text }) => text));
  const worthOf = (piece: string): number => {
    const point = space.place(piece);
    if (point === null) return -1;
    return likenessTo(point, centre) - thinness(piece) - privatePenalty * Math.min(mostPrivate, particulars.countIn(piece));
  };
  // Sentences are weighed for the summary and for the label, and to place a piece is most of the work.
  const worths = new Map<string, number>();
  // Label and summary are in the language that most of these customers write.
  const [first] = speaking;
  const said = ranked.usual.slice(0, naming).map(({ text }) => sentencesOf(text));
  // What comes first states the matter; device, version and what was tried follow, and are alike in many matters.
  const opening = new Set(said.flatMap(([one]) => (one === undefined ? [] : [one, ...clausesOf(one)])));
  const worth = (piece: string): number => {
    const known = worths.get(piece) ?? worthOf(piece) + (opening.has(piece) ? openingBonus : 0);
    worths.set(piece, known);
    return known;
  };
  const sentences = said.flat();
  const summary = best(sentences, worth) ?? first?.text.trim() ?? '';
  // A clause is a better name than a sentence, where it says nearly as much; what has to be cut is a worse one.
  const fitting = (piece: string): number => worth(piece) - (piece.length > mostLabel ? cutPenalty : 0);
  const label = best([...sentences, ...sentences.flatMap(clausesOf)], fitting) ?? summary;
  return {
    label: shortened(capitalised(bare(quoted(label, particulars))), mostLabel),
    summary: shortened(summary, mostSummary),
    exemplars: speaking.map(({ conversationId, message }) => ({ conversationId, message })),
  };
}

type Ranked = { readonly usual: readonly Spoken[]; readonly others: readonly Spoken[] };

/** Members nearest to the centre first, no two of which begin alike, in the language of most; and one of each other language. */
function rankedMembers(members: readonly Spoken[], centre: Centre): Ranked {
  const usual = mostSpoken(members);
  const ranked = members
    .map((member) => ({ member, worth: likenessTo(member.point, centre) - lengthPenalty(member.text) }))
    .sort((a, b) => b.worth - a.worth || a.member.conversationId - b.member.conversationId)
    .map(({ member }) => member);
  return {
    usual: distinct(
      ranked.filter(({ language }) => language === usual),
      ({ text }) => text.slice(0, 30),
    ),
    others: distinct(
      ranked.filter(({ language }) => language !== usual),
      ({ language }) => language,
    ),
  };
}

/** First those in the language of most, then one of each other language. */
function speakersOf({ usual, others }: Ranked): Spoken[] {
  const room = Math.max(quotes - others.length, mostUsual);
  return [...usual.slice(0, room), ...others].slice(0, quotes);
}

function distinct<Item>(items: readonly Item[], keyOf: (item: Item) => string): Item[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const isNew = !seen.has(keyOf(item));
    seen.add(keyOf(item));
    return isNew;
  });
}

function mostSpoken(members: readonly Spoken[]): string {
  const counts = new Map<string, number>();
  for (const { language } of members) counts.set(language, (counts.get(language) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? '';
}

function lengthPenalty({ length }: string): number {
  if (length < goodLength.least) return 0.5;
  return length <= goodLength.most ? 0 : Math.min(0.4, (length - goodLength.most) / 1000);
}

/** Five Han characters say as much as twelve letters. */
function thinness(piece: string): number {
  const weight = piece.length + (piece.match(/[\u3040-\u9fff\uac00-\ud7af]/g)?.length ?? 0) * 1.5;
  return weight >= 24 ? 0 : (24 - weight) * 0.02;
}

function best(pieces: readonly string[], worthOf: (piece: string) => number): string | undefined {
  let found: { readonly piece: string; readonly worth: number } | undefined;
  for (const piece of pieces) {
    const worth = worthOf(piece);
    if (found === undefined || worth > found.worth) found = { piece, worth };
  }
  return found?.piece;
}

/** Without courtesy. A full stop ends a sentence only where a space follows: sums and addresses go on. */
function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[.!?])\s+|(?<=[。！？])|\n+/)
    .map((sentence) => withoutCourtesy(sentence.replaceAll(/\s+/g, ' ')))
    .filter((sentence) => sentence !== '');
}

function clausesOf(sentence: string): string[] {
  return sentence
    .split(/[,;:]\s+|[，；：—]/)
    .map(withoutCourtesy)
    .filter((clause) => clause !== '' && clause.length <= mostLabel);
}

/** With an ellipsis for what only one customer says, unless hardly anything else is in it. */
function quoted(piece: string, { leaveOut }: Particulars): string {
  const left = leaveOut(piece).trim();
  return (left.match(/\p{L}/gu)?.length ?? 0) < fewestLetters ? piece : left;
}

/** Left as it is where the second letter is a capital, as in names of products. */
const capitalised = (text: string): string => text.replace(/^\p{Ll}(?!\p{Lu})/u, (first) => first.toUpperCase());

const bare = (text: string): string => text.replace(/[.!?。！？,，\s]+$/, '');

function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > most / 2 ? cut.slice(0, space) : cut).trimEnd()}…`;
}
