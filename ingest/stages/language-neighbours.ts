// Languages that share the Cyrillic, Arabic or Devanagari letters with neighbours: told by letters of one alone, by words, by pieces of words.
import { neighbourWords } from '../languages/neighbour-words.ts';
import type { DetectedLanguage } from './language.ts';
import type { LanguagePieces } from './language-pieces.ts';
import type { Script } from './language-scripts.ts';
import type { WordReader } from './language-words.ts';
import { openPieceSums } from './piece-sums.ts';

type Verdict = Omit<DetectedLanguage, 'others'>;
type Shared = {
  /** The first is said where nothing tells; most people who write these letters write it. */
  readonly among: readonly string[];
  readonly byLetters: (text: string) => string | null;
};

/** Letters that only one of the neighbours uses; null where none decides. */
function cyrillicByLetters(text: string): string | null {
  const lower = text.toLowerCase();
  if (lower.includes('ў')) return 'be';
  if (/[ђјљњћџ]/.test(lower)) return 'sr';
  if (/[їєґ]/.test(lower)) return 'uk';
  const hasRussian = /[ыэё]/.test(lower);
  if (lower.includes('і')) return hasRussian ? 'be' : 'uk';
  return hasRussian ? 'ru' : null;
}

function arabicByLetters(text: string): string | null {
  if (/[ٹڈڑےں]/.test(text)) return 'ur';
  if (/[ێۆڵڕە]/.test(text)) return 'ku';
  // Persian keyboards have a kaf and a yeh of their own.
  return /[پچژگکی]/.test(text) && !/[يكةى]/.test(text) ? 'fa' : null;
}

const shared: Readonly<Partial<Record<Script, Shared>>> = {
  Cyrl: { among: ['ru', 'uk', 'bg', 'sr', 'be'], byLetters: cyrillicByLetters },
  Arab: { among: ['ar', 'fa', 'ur'], byLetters: arabicByLetters },
  Deva: { among: ['hi', 'mr'], byLetters: (text) => (text.includes('ळ') ? 'mr' : null) },
};

/** What a word of the list weighs beside the pieces of all words, which make some tens a word. */
const wordWeight = 200;
// With next to nothing between two the language that more people write decides.
const leastLead = 120;

/** Opens a judge of texts in letters that neighbours share; null for other scripts. */
export function openNeighbourJudge(pieces: LanguagePieces, spokenWords: WordReader): (text: string, script: Script) => Verdict | null {
  const sumsOf = openPieceSums(pieces);
  return (text, script) => {
    const rule = shared[script];
    if (rule === undefined) return null;
    const told = rule.byLetters(text);
    if (told !== null) return { language: told, script, confidence: 0.97 };
    const words = spokenWords(text, script);
    const { sums } = sumsOf(words);
    const scores = rule.among.map((language, rank) => {
      const known = neighbourWords[language];
      const hits = known === undefined ? 0 : words.filter(({ word }) => known.has(word)).length;
      return { language, score: (sums[pieces.languages.indexOf(language)] ?? 0) + hits * wordWeight + (rank === 0 ? leastLead : 0) };
    });
    const [first, second] = scores.toSorted((a, b) => b.score - a.score);
    const lead = (first?.score ?? 0) - (second?.score ?? 0);
    return { language: first?.language ?? 'und', script, confidence: Math.min(0.97, 0.7 + lead / 1000) };
  };
}
