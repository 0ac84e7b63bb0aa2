// Language identification: which language and script a text is written in, and which others stand in it.
import { readFile } from 'node:fs/promises';
import { eastAsianLanguage } from './language-east-asian.ts';
import { openLatinJudge } from './language-latin.ts';
import { unpackLanguageModel } from './language-model.ts';
import { openNeighbourJudge } from './language-neighbours.ts';
import { spokenPart } from './language-noise.ts';
import { unpackLanguagePieces } from './language-pieces.ts';
import { countScripts, type Script } from './language-scripts.ts';
import { openWordReader, type WordReader } from './language-words.ts';

/**
 * `language` is BCP 47 (`zh-Hans`, `zh-Hant`, `en` ...), `und` where it cannot be told; `script` is ISO 15924 (`Latn`, `Hans`, `Zyyy`);
 * `confidence` 0 to 1; `others` the further languages of a mixed text, the longest first.
 */
export type DetectedLanguage = {
  readonly language: string;
  readonly script: string;
  readonly confidence: number;
  readonly others: readonly string[];
};
type Verdict = Omit<DetectedLanguage, 'others'>;

export type LanguageDetector = { readonly detect: (text: string) => DetectedLanguage };

const nothing: Verdict = { language: 'und', script: 'Zyyy', confidence: 0 };

const oneLanguage: Readonly<Partial<Record<Script, string>>> = {
  Grek: 'el',
  Armn: 'hy',
  Hebr: 'he',
  Beng: 'bn',
  Guru: 'pa',
  Gujr: 'gu',
  Orya: 'or',
  Taml: 'ta',
  Telu: 'te',
  Knda: 'kn',
  Mlym: 'ml',
  Sinh: 'si',
  Thai: 'th',
  Laoo: 'lo',
  Mymr: 'my',
  Geor: 'ka',
  Ethi: 'am',
  Khmr: 'km',
};

// A letter of these scripts carries more of a word than a Latin one, and Latin product names stand in texts of every language.
const weight: Readonly<Partial<Record<Script, number>>> = { Hani: 5, Kana: 4, Hang: 4, Cyrl: 1.5, Arab: 1.5, Deva: 1.5, Thai: 1.5 };
const eastAsian: ReadonlySet<Script> = new Set<Script>(['Hani', 'Kana', 'Hang']);

type Counts = ReadonlyMap<Script, number>;

/** Scripts of a text, the one that most of it is written in first. Names of products count for nothing where other letters stand beside them. */
function scriptsByWeight(text: string, counts: Counts, spokenWords: WordReader): Script[] {
  if (counts.size < 2) return [...counts.keys()];
  const latin = counts.has('Latn') ? spokenWords(text, 'Latn').reduce((sum, { word }) => sum + word.length, 0) : 0;
  const weighed = [...counts].map(([script, count]) => ({ script, size: script === 'Latn' ? latin : count * (weight[script] ?? 1) }));
  return weighed.sort((a, b) => b.size - a.size).map(({ script }) => script);
}

// A sentence in another language, not a name: as many letters, and as sure, at the least.
const shortestPart = 16;
const leastSure = 0.9;
const mostParts = 5;
const sentenceEnds = /[.!?;\n。！？；]+\s*/u;

type Judge = {
  readonly spokenWords: WordReader;
  /** The verdict within a script. */
  readonly judge: (text: string, script: Script, counts: Counts) => Verdict;
};

/** Whether something beside the main language might be in the text: sentences to part it into, or letters of another script. */
function mayBeMixed(text: string, counts: Counts): boolean {
  if (text.length < 2 * shortestPart) return false;
  return counts.size > 1 || sentenceEnds.test(text.trimEnd().slice(0, -1));
}

function otherLanguages(text: string, main: Verdict, { judge, spokenWords }: Judge): string[] {
  const lengths = new Map<string, number>();
  const add = (part: string, script: Script, counts: Counts): void => {
    const size = (counts.get(script) ?? 0) * (weight[script] ?? 1);
    if (size < shortestPart) return;
    const { language, confidence } = judge(part, script, counts);
    if (language === 'und' || language === main.language || (script === 'Latn' && confidence < leastSure)) return;
    // Chinese in two ways of writing is one language.
    if (language.startsWith('zh') && main.language.startsWith('zh')) return;
    lengths.set(language, (lengths.get(language) ?? 0) + size);
  };
  for (const part of text.split(sentenceEnds).slice(0, mostParts)) {
    const counts = countScripts(part);
    const [script, ...rest] = scriptsByWeight(part, counts, spokenWords);
    if (script !== undefined) add(part, script, counts);
    // Names in Latin letters stand in every language: it takes a clause of them.
    for (const other of rest) if (other !== 'Latn' || (counts.get(other) ?? 0) >= 2 * shortestPart) add(part, other, counts);
  }
  return [...lengths].sort((a, b) => b[1] - a[1]).map(([language]) => language);
}

/** The verdict over the whole text. */
function detectWith(tools: Judge, text: string): DetectedLanguage {
  const spoken = spokenPart(text);
  const counts = countScripts(spoken);
  let verdict = nothing;
  for (const script of scriptsByWeight(spoken, counts, tools.spokenWords)) {
    const said = tools.judge(spoken, script, counts);
    if (verdict.script === 'Zyyy' || said.language !== 'und') verdict = said;
    if (verdict.language !== 'und') break;
  }
  const others = verdict.language !== 'und' && mayBeMixed(spoken, counts) ? otherLanguages(spoken, verdict, tools) : [];
  return { ...verdict, others };
}

/** Loads the tables: some 60 ms and 10 MB, once a process. */
export async function openLanguageDetector(): Promise<LanguageDetector> {
  const folder = new URL('../models/language/', import.meta.url);
  const [weights, table] = await Promise.all([readFile(new URL('weights.bin', folder)), readFile(new URL('pieces.bin', folder))]);
  const pieces = unpackLanguagePieces(table);
  const spokenWords = openWordReader();
  const latin = openLatinJudge({ model: unpackLanguageModel(weights), pieces, spokenWords });
  const neighbours = openNeighbourJudge(pieces, spokenWords);
  const judge: Judge['judge'] = (text, script, counts) => {
    if (eastAsian.has(script)) return eastAsianLanguage(text, counts);
    const letters = counts.get(script) ?? 0;
    const only = oneLanguage[script];
    if (only !== undefined) return { language: only, script, confidence: Math.min(0.98, 0.9 + letters / 100) };
    if (letters < 2) return { ...nothing, script };
    return neighbours(text, script) ?? latin(text);
  };
  return { detect: (text) => detectWith({ judge, spokenWords }, text) };
}
