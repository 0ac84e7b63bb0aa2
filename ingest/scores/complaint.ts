// Complaints: whether a customer message complains, formally or to a regulator, and whether it says that nobody answers; from word patterns.
import type { ComplaintLevel, ComplaintScore, ComplaintSign, ComplaintSignId } from '#db/model/complaint.ts';
import { type Found, type KeywordIndex, openKeywordIndex } from '../taxonomy/keyword-index.ts';
import { readTokens, type Token } from '../taxonomy/tokens.ts';
import { complaintDe } from './complaint-words/de.ts';
import { complaintEn } from './complaint-words/en.ts';
import { complaintFr } from './complaint-words/fr.ts';
import { type ComplaintWordKind, complaintWordKinds } from './complaint-words/words.ts';
import { complaintZh } from './complaint-words/zh.ts';
import type { ScoreInput, Scorer } from './scorer.ts';

const allWords = [complaintEn, complaintZh, complaintFr, complaintDe];
const excusedName = complaintWordKinds.length;
const elsewhereName = excusedName + 1;

/** How far from the name of a regulator the word stands that says what one does there. */
const reach = 12;

const signOf: Readonly<Partial<Record<ComplaintWordKind, ComplaintSignId>>> = {
  complains: 'complains',
  formal: 'formal-words',
  notice: 'notice',
  legal: 'legal',
  noReply: 'no-reply',
};
const formalSigns: ReadonlySet<ComplaintSignId> = new Set(['formal-words', 'notice', 'legal']);

function openIndex(): KeywordIndex {
  return openKeywordIndex([
    ...complaintWordKinds.map((kind) => allWords.flatMap((words) => words.kinds[kind])),
    allWords.flatMap((words) => words.excused),
    allWords.flatMap((words) => words.elsewhere),
  ]);
}

type Reading = { readonly tokens: readonly Token[]; readonly found: readonly Found[] };

const named = ({ found }: Reading, kind: ComplaintWordKind): Found[] =>
  found.filter(({ name }) => name === complaintWordKinds.indexOf(kind));

const touches = (a: Found, b: Found): boolean => a.first <= b.last && b.first <= a.last;

/** Taken back by words that it overlaps, or said in a sentence that is about something else. */
function isTakenBack({ tokens, found }: Reading, match: Found): boolean {
  const sentence = tokens[match.first]?.sentence;
  return found.some(
    (other) =>
      (other.name === excusedName && touches(other, match)) || (other.name === elsewhereName && tokens[other.first]?.sentence === sentence),
  );
}

/** The stretch over a regulator's name and the word beside it that says what one does there; null where none stands near. */
function besideRegulator(reading: Reading, kind: 'goes' | 'went', regulator: Found): Found | null {
  const { tokens } = reading;
  const sentence = tokens[regulator.first]?.sentence;
  const near = named(reading, kind).find(
    (verb) => tokens[verb.first]?.sentence === sentence && Math.abs(verb.first - regulator.first) <= reach && !isTakenBack(reading, verb),
  );
  if (near === undefined) return null;
  return { ...regulator, first: Math.min(near.first, regulator.first), last: Math.max(near.last, regulator.last) };
}

/** Written as an account that the message is addressed to: `@` stands before it without a space between, and no Latin letter touches it. */
function isAddressed(text: string, { tokens }: Reading, regulator: Found): boolean {
  const [first, last] = [tokens[regulator.first], tokens[regulator.last]];
  if (first === undefined || last === undefined) return false;
  return /@([^\s@,，。:：]*[^\s@,，。:：a-z])?$/i.test(text.slice(0, first.start)) && !/^[a-z]/i.test(text.slice(last.end));
}

type Said = { readonly id: ComplaintSignId; readonly level: ComplaintLevel | null; readonly match: Found };

function regulatorSaid(text: string, reading: Reading): Said[] {
  return named(reading, 'regulators').flatMap((regulator): Said[] => {
    if (isTakenBack(reading, regulator)) return [];
    const went = besideRegulator(reading, 'went', regulator);
    if (went !== null) return [{ id: 'regulator', level: 'regulator', match: went }];
    const goes = besideRegulator(reading, 'goes', regulator) ?? (isAddressed(text, reading, regulator) ? regulator : null);
    return goes === null ? [] : [{ id: 'regulator', level: 'formal', match: goes }];
  });
}

function wordsSaid(reading: Reading): Said[] {
  return reading.found.flatMap((match): Said[] => {
    const id = signOf[complaintWordKinds[match.name] ?? 'goes'];
    if (id === undefined || isTakenBack(reading, match)) return [];
    return [{ id, level: id === 'no-reply' ? null : formalSigns.has(id) ? 'formal' : 'plain', match }];
  });
}

function toSign({ tokens }: Reading, { id, match }: Said): ComplaintSign[] {
  const [from, to] = [tokens[match.first], tokens[match.last]];
  return from === undefined || to === undefined ? [] : [{ id, start: from.start, end: to.end }];
}

/** One sign a kind and place: of those that overlap, the longest. */
function distinct(signs: readonly ComplaintSign[]): ComplaintSign[] {
  const kept: ComplaintSign[] = [];
  for (const sign of signs.toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start)) {
    if (!kept.some((one) => one.id === sign.id && one.start < sign.end && sign.start < one.end)) kept.push(sign);
  }
  return kept.toSorted((a, b) => a.start - b.start || (a.id < b.id ? -1 : 1));
}

const order: readonly (ComplaintLevel | null)[] = [null, 'plain', 'formal', 'regulator'];

/**
 * Opens the scorer of complaints. `regulator`: has turned to one; `formal`: formal words, a deadline with a threat, a lawyer, or the threat to
 * turn to a regulator; `plain`: says that it complains. Claims of no reply are told apart from these.
 */
export async function openComplaintScorer(): Promise<Scorer<ComplaintScore>> {
  const index = openIndex();
  const score = ({ text, ...read }: ScoreInput): ComplaintScore => {
    const tokens = read.tokens ?? readTokens(text);
    const reading: Reading = { tokens, found: index.find(tokens) };
    const said = [...wordsSaid(reading), ...regulatorSaid(text, reading)];
    return {
      level: said.reduce<ComplaintLevel | null>((most, { level }) => (order.indexOf(level) > order.indexOf(most) ? level : most), null),
      claimsNoReply: said.some(({ id }) => id === 'no-reply'),
      signs: distinct(said.flatMap((one) => toSign(reading, one))),
    };
  };
  return { id: 'complaint', version: '2', score };
}
