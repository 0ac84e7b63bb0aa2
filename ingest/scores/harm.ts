// Harm: what a message tells of that hurts somebody, from word patterns, with what takes it back: negation, imagined cases, matters solved.
import { baseLanguage } from '#db/model/language.ts';
import type { HarmScore, Highlight, UrgencyLevel } from '#db/model/score.ts';
import { type Found, type KeywordIndex, openKeywordIndex } from '../taxonomy/keyword-index.ts';
import { readTokens, type Token } from '../taxonomy/tokens.ts';
import { harmDe } from './harm-words/de.ts';
import { harmEn } from './harm-words/en.ts';
import { harmFr } from './harm-words/fr.ts';
import { harmMore } from './harm-words/more.ts';
import { type HarmReason, type HarmWords, harmReasons } from './harm-words/words.ts';
import { harmZh } from './harm-words/zh.ts';
import type { ScoreInput, Scorer } from './scorer.ts';

/** What each reason weighs by itself. */
export const harmLevels: Readonly<Record<HarmReason, UrgencyLevel>> = {
  'funds-lost': 'critical',
  'account-taken-over': 'critical',
  'secret-exposed': 'critical',
  'self-harm': 'critical',
  'vulnerable-customer': 'high',
  'funds-stuck': 'high',
  'legal-threat': 'high',
  'data-breach': 'high',
  'public-threat': 'high',
  deadline: 'normal',
};

const wordsOf: Readonly<Record<string, HarmWords>> = { zh: harmZh, en: harmEn, fr: harmFr, de: harmDe };
const allWords: readonly HarmWords[] = [harmEn, harmZh, harmFr, harmDe, harmMore];

// What is given away at once with these is money; a password or card can still be changed.
const secrets = new Set(['SEED_PHRASE', 'PRIVATE_KEY', 'EXT_PRIVATE_KEY', 'KEYSTORE', 'API_SECRET', 'SECRET_URI']);
const replaceable = new Set(['PASSWORD', 'CARD']);

/** Happenings can be denied or imagined; a threat of court stays one with "if you do not answer" before it. */
const deniable: ReadonlySet<HarmReason> = new Set(['funds-lost', 'account-taken-over', 'secret-exposed', 'self-harm', 'data-breach']);
const imaginable: ReadonlySet<HarmReason> = new Set(['funds-lost', 'account-taken-over', 'secret-exposed', 'data-breach', 'funds-stuck']);
const solvable: ReadonlySet<HarmReason> = new Set(['funds-lost', 'funds-stuck', 'account-taken-over', 'deadline']);
const negationReach = 4;
const negationReachHan = 3;

const marks = ['solved', 'calm', 'imagined', 'noNegations'] as const;
const firstMark = harmReasons.length;

function openIndex(): KeywordIndex {
  const names = [
    ...harmReasons.map((reason) => allWords.flatMap((words) => words.reasons[reason])),
    ...marks.map((mark) => allWords.flatMap((words) => words[mark])),
  ];
  return openKeywordIndex(names);
}

type Reading = {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly found: readonly Found[];
  readonly negations: ReadonlySet<string>;
};

function marksOf({ found }: Reading, mark: (typeof marks)[number]): Found[] {
  const name = firstMark + marks.indexOf(mark);
  return found.filter((one) => one.name === name);
}

const comma = /[,，、:：–—(]/;

/** True where the clause goes on from one token to the next. */
function isJoined({ text, tokens }: Reading, at: number): boolean {
  const [left, right] = [tokens[at], tokens[at + 1]];
  if (left === undefined || right === undefined || left.sentence !== right.sentence) return false;
  return !comma.test(text.slice(left.end, right.start));
}

/** Turned round by a negation shortly before it in its clause, or inside it where the pattern itself has none. */
function isDenied(reading: Reading, match: Found): boolean {
  const { tokens, negations } = reading;
  const excused = marksOf(reading, 'noNegations');
  const turns = (at: number) => negations.has(tokens[at]?.word ?? '') && !excused.some(({ first, last }) => at >= first && at <= last);
  const isHan = (tokens[match.first]?.word ?? '') > '\u3000';
  for (let at = match.first - 1; at >= match.first - (isHan ? negationReachHan : negationReach); at -= 1) {
    if (!isJoined(reading, at)) break;
    if (turns(at)) return true;
  }
  if (match.sequence.some(({ word }) => negations.has(word))) return false;
  for (let at = match.first; at <= match.last; at += 1) if (turns(at)) return true;
  return false;
}

/** A case that is imagined or told of others: the sentence says so before it or within it. */
function isImagined(reading: Reading, match: Found): boolean {
  const sentence = reading.tokens[match.first]?.sentence;
  return marksOf(reading, 'imagined').some((mark) => mark.first <= match.last && reading.tokens[mark.first]?.sentence === sentence);
}

function stands(reading: Reading, match: Found, reason: HarmReason): boolean {
  if (deniable.has(reason) && isDenied(reading, match)) return false;
  if (imaginable.has(reason) && isImagined(reading, match)) return false;
  return !(solvable.has(reason) && isSolved(reading));
}

function isSolved(reading: Reading): boolean {
  const plain: Reading = { ...reading, found: reading.found.filter(({ name }) => name !== firstMark) };
  return marksOf(reading, 'solved').some((mark) => !isDenied(plain, mark) && !isImagined(plain, mark));
}

const order: readonly UrgencyLevel[] = ['low', 'normal', 'high', 'critical'];

function worst(levels: readonly UrgencyLevel[]): UrgencyLevel {
  return levels.reduce((most, level) => (order.indexOf(level) > order.indexOf(most) ? level : most), 'normal');
}

/** Somebody who cannot afford to wait, and whose money is lost or stuck, is the worst case. */
function levelOf(reasons: readonly HarmReason[]): UrgencyLevel {
  const hurtsWeak = reasons.includes('vulnerable-customer') && (reasons.includes('funds-lost') || reasons.includes('funds-stuck'));
  return hurtsWeak ? 'critical' : worst(reasons.map((reason) => harmLevels[reason]));
}

function negationsFor(language: string): ReadonlySet<string> {
  const main = baseLanguage(language);
  const own = wordsOf[main];
  if (own !== undefined) return new Set(own.negations);
  return new Set(main === 'und' ? allWords.flatMap((words) => words.negations) : harmMore.negations);
}

type Said = { readonly reason: HarmReason; readonly highlight: Highlight };

function saidIn(reading: Reading): Said[] {
  return reading.found.flatMap((match): Said[] => {
    const reason = harmReasons[match.name];
    if (reason === undefined || !stands(reading, match, reason)) return [];
    const [from, to] = [reading.tokens[match.first], reading.tokens[match.last]];
    if (from === undefined || to === undefined) return [];
    return [{ reason, highlight: { start: from.start, end: to.end, weight: 1 } }];
  });
}

/** Overlapping stretches as one, in the order of the text. */
function joined(highlights: readonly Highlight[]): Highlight[] {
  const result: Highlight[] = [];
  for (const one of highlights.toSorted((a, b) => a.start - b.start)) {
    const last = result.at(-1);
    if (last !== undefined && one.start < last.end) result[result.length - 1] = { ...last, end: Math.max(last.end, one.end) };
    else result.push(one);
  }
  return result;
}

/** Opens the scorer of harm. `low` is for thanks, wishes and plain questions; `normal` where nothing is said to hurt. */
export async function openHarmScorer(): Promise<Scorer<HarmScore>> {
  const index = openIndex();
  const negations = new Map<string, ReadonlySet<string>>();
  const negationsOf = (language: string): ReadonlySet<string> => {
    const known = negations.get(language) ?? negationsFor(language);
    negations.set(language, known);
    return known;
  };
  const score = ({ text, language, redactions, ...read }: ScoreInput): HarmScore => {
    const tokens = read.tokens ?? readTokens(text);
    const reading: Reading = { text, tokens, found: index.find(tokens), negations: negationsOf(language) };
    const said = saidIn(reading);
    const isExposed = redactions.some((kind) => secrets.has(kind));
    const isWeakened = redactions.some((kind) => replaceable.has(kind));
    const told = new Set(said.map(({ reason }) => reason));
    const level = worst([levelOf([...told]), isExposed ? 'critical' : isWeakened ? 'high' : 'normal']);
    if (isExposed || isWeakened) told.add('secret-exposed');
    const isCalm = told.size === 0 && tokens.length > 0 && marksOf(reading, 'calm').length > 0;
    return {
      level: isCalm ? 'low' : level,
      reasons: harmReasons.filter((reason) => told.has(reason)),
      evidence: joined(said.map(({ highlight }) => highlight)),
    };
  };
  return { id: 'harm', version: '1', score };
}
