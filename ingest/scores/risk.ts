// Risk: signs that somebody steals or was stolen from, with who speaks of it; for tagging a message, never for accusing its writer.
import type { Highlight, RiskRole, RiskSignal } from '#db/model/score.ts';
import { type Found, type KeywordIndex, openKeywordIndex } from '../taxonomy/keyword-index.ts';
import { readTokens, type Token } from '../taxonomy/tokens.ts';
import { knownBrands, type RiskBrands } from './risk-brands.ts';
import { openLinkReader, type RiskLink } from './risk-links.ts';
import { riskDe } from './risk-words/de.ts';
import { riskEn } from './risk-words/en.ts';
import { riskFr } from './risk-words/fr.ts';
import { riskMore } from './risk-words/more.ts';
import { type RiskWords, type WordRisk, wordRisks } from './risk-words/words.ts';
import { riskZh } from './risk-words/zh.ts';
import type { ScoreInput, Scorer } from './scorer.ts';

/** The closed list of signals and what each weighs; `wallet-validation` and `fake-app` weigh more beside a strange link. */
export const riskWeights = {
  'secret-exposed': 'high',
  'asks-for-secret': 'high',
  'secret-form': 'high',
  'look-alike-domain': 'high',
  'remote-control': 'high',
  'unlock-payment': 'high',
  'recovery-offer': 'high',
  hacked: 'high',
  'subject-abuse': 'high',
  drainer: 'high',
  'wallet-validation': 'medium',
  'private-channel': 'medium',
  'address-poisoning': 'medium',
  'fake-app': 'medium',
  letter: 'medium',
} as const satisfies Readonly<Record<string, RiskSignal['weight']>>;
export type RiskId = keyof typeof riskWeights;

const idOf: Readonly<Partial<Record<WordRisk, RiskId>>> = {
  'enter-secret': 'asks-for-secret',
  'told-of-asking': 'asks-for-secret',
  'gave-secret': 'secret-exposed',
};
// Guidance of an agent says "enter" and "validate" of the customer's own device; to be handed something is never guidance.
const agentRisks: ReadonlySet<WordRisk> = new Set(['asks-for-secret', 'remote-control', 'unlock-payment', 'private-channel']);
const aboutWriter: ReadonlySet<WordRisk> = new Set(['hacked', 'gave-secret']);
const secrets: ReadonlySet<string> = new Set([
  'SEED_PHRASE',
  'PRIVATE_KEY',
  'EXT_PRIVATE_KEY',
  'KEYSTORE',
  'API_SECRET',
  'SECRET_URI',
  'CARD',
]);

const allWords: readonly RiskWords[] = [riskEn, riskZh, riskFr, riskDe, riskMore];
const marks = ['warnings', 'reports', 'victims'] as const;
const urgent =
  /^\s*[[【(（]\s*(?:urgent|action required|important|alert|warning|dringend|wichtig|紧急|重要|警告)[^\]】)）]{0,40}[\]】)）][^\n]{0,120}/iu;

type Reading = {
  readonly input: ScoreInput;
  readonly tokens: readonly Token[];
  readonly found: readonly Found[];
  readonly links: readonly RiskLink[];
  readonly voice: RiskRole;
};

const markOf = (name: number) => marks[name - wordRisks.length];

/** Who speaks: harm to the writer outweighs a report, and a report outweighs what it quotes. */
function voiceOf(actor: ScoreInput['actor'], found: readonly Found[]): RiskRole {
  if (actor === 'agent') return 'agent';
  const told = (mark: (typeof marks)[number]) => found.some(({ name }) => markOf(name) === mark);
  if (told('victims')) return 'victim';
  const isTold = found.some(({ name }) => wordRisks[name] === 'told-of-asking');
  return isTold || told('reports') ? 'reporter' : 'scammer';
}

function stretch({ tokens }: Reading, { first, last }: Found): Highlight[] {
  const [from, to] = [tokens[first], tokens[last]];
  return from === undefined || to === undefined ? [] : [{ start: from.start, end: to.end, weight: 1 }];
}

/** "Give me your phrase" has the words of "I gave my phrase": who asks has the word. */
function isAskedFor(found: readonly Found[], match: Found): boolean {
  const asks: ReadonlySet<WordRisk | undefined> = new Set(['asks-for-secret', 'told-of-asking']);
  return found.some(({ name, first, last }) => asks.has(wordRisks[name]) && first <= match.last && last >= match.first);
}

/** A warning takes back what stands in its sentence, but not what has happened to the writer ("I did not know that it was stolen"). */
function isTakenBack({ tokens, found }: Reading, match: Found, risk: WordRisk): boolean {
  if (risk === 'hacked') return found.some(({ name }) => wordRisks[name] === 'recovery-offer');
  if (risk === 'gave-secret' && isAskedFor(found, match)) return true;
  const sentence = tokens[match.first]?.sentence;
  return found.some(({ name, first }) => markOf(name) === 'warnings' && tokens[first]?.sentence === sentence && first <= match.last);
}

function weightOf(id: RiskId, { links, found }: Reading): RiskSignal['weight'] {
  const isStrange = links.some(({ kind }) => kind !== 'own');
  if ((id === 'wallet-validation' || id === 'fake-app') && isStrange) return 'high';
  const isAlone = !found.some(({ name }) => wordRisks[name] === 'wallet-validation' || wordRisks[name] === 'asks-for-secret');
  return id === 'private-channel' && !isAlone ? 'high' : riskWeights[id];
}

function fromWords(reading: Reading): RiskSignal[] {
  return reading.found.flatMap((match): RiskSignal[] => {
    const risk = wordRisks[match.name];
    if (risk === undefined || (reading.voice === 'agent' && !agentRisks.has(risk))) return [];
    if (isTakenBack(reading, match, risk)) return [];
    const id = idOf[risk] ?? toId(risk);
    if (id === null) return [];
    const role = aboutWriter.has(risk) ? 'victim' : roleOf(id, reading);
    return [{ id, role, weight: weightOf(id, reading), evidence: stretch(reading, match) }];
  });
}

/** Whoever offers to bring stolen money back speaks of theft too, without being its victim. */
function roleOf(id: RiskId, { voice, found }: Reading): RiskRole {
  if (id !== 'recovery-offer' || voice !== 'victim') return voice;
  return found.some(({ name }) => markOf(name) === 'reports') ? 'reporter' : 'scammer';
}

function toId(risk: WordRisk): RiskId | null {
  return risk in riskWeights && risk !== 'enter-secret' && risk !== 'told-of-asking' && risk !== 'gave-secret' ? risk : null;
}

function fromLinks(reading: Reading, signals: readonly RiskSignal[]): RiskSignal[] {
  if (reading.voice === 'agent') return [];
  const isAboutWallets = signals.some(({ id }) => id === 'asks-for-secret' || id === 'wallet-validation' || id === 'drainer');
  return reading.links.flatMap(({ start, end, kind }): RiskSignal[] => {
    const evidence = [{ start, end, weight: 1 }];
    if (kind === 'look-alike') return [{ id: 'look-alike-domain', role: reading.voice, weight: 'high', evidence }];
    return kind === 'form' && isAboutWallets ? [{ id: 'secret-form', role: reading.voice, weight: 'high', evidence }] : [];
  });
}

/** "[URGENT] ... domain" as first line: what thieves write into the subject of a ticket so that our automatic reply carries it to others. */
function fromFirstLine({ input, links, voice }: Reading): RiskSignal[] {
  if (voice === 'agent' || links.length === 0) return [];
  const line = urgent.exec(input.text)?.[0];
  if (line === undefined || !links.some(({ start, kind }) => kind !== 'own' && start < line.length)) return [];
  return [{ id: 'subject-abuse', role: voice, weight: 'high', evidence: [{ start: 0, end: line.length, weight: 1 }] }];
}

function fromRedactions({ input, voice }: Reading): RiskSignal[] {
  if (voice === 'agent' || !input.redactions.some((kind) => secrets.has(kind))) return [];
  return [{ id: 'secret-exposed', role: 'victim', weight: 'high', evidence: [] }];
}

/** One signal an id, with all its evidence, the worse weight, in the order of the closed list. */
function joined(signals: readonly RiskSignal[]): RiskSignal[] {
  const ids: readonly string[] = Object.keys(riskWeights);
  return ids.flatMap((id): RiskSignal[] => {
    const [first, ...rest] = signals.filter((signal) => signal.id === id);
    if (first === undefined) return [];
    const weight = [first, ...rest].some((signal) => signal.weight === 'high') ? 'high' : 'medium';
    const evidence = [first, ...rest].flatMap((signal) => signal.evidence).toSorted((a, b) => a.start - b.start);
    return [{ ...first, weight, evidence: evidence.filter(({ start }, at) => start >= (evidence[at - 1]?.end ?? 0)) }];
  });
}

/** Opens the scorer of risk; a company may give its own brands and domains. */
export async function openRiskScorer(brands: RiskBrands = knownBrands): Promise<Scorer<readonly RiskSignal[]>> {
  const index: KeywordIndex = openKeywordIndex([
    ...wordRisks.map((risk) => allWords.flatMap(({ signals }) => signals[risk])),
    ...marks.map((mark) => allWords.flatMap((words) => words[mark])),
  ]);
  const readLinks = openLinkReader(brands);
  const score = (input: ScoreInput): readonly RiskSignal[] => {
    const links = readLinks(input.text);
    const tokens = input.tokens ?? readTokens(input.text);
    const found = index.find(tokens);
    if (found.length === 0 && links.length === 0 && input.redactions.length === 0) return [];
    const reading: Reading = { input, tokens, found, links, voice: voiceOf(input.actor, found) };
    const signals = fromWords(reading);
    return joined([...signals, ...fromLinks(reading, signals), ...fromFirstLine(reading), ...fromRedactions(reading)]);
  };
  return { id: 'risk', version: '1', score };
}
