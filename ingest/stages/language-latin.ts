// Languages in Latin letters: a model of the house for those it knows well, the tables of pieces beside it for all.
import type { DetectedLanguage } from './language.ts';
import { dampingOf, type LanguageModel } from './language-model.ts';
import type { LanguagePieces } from './language-pieces.ts';
import { openWordSums, type WordSums } from './language-word-sums.ts';
import type { WordReader } from './language-words.ts';

type Verdict = Omit<DetectedLanguage, 'others'>;

/** How much a point of the tables counts beside the model; the weights were taught with it. */
export const pieceWeight = 0.02;
/** The name in the tables. What is written alike in Jakarta and in Kuala Lumpur stands there under Malay. */
export const pieceLanguage = (language: string): string => (language === 'id' ? 'ms' : language);

// Known by the tables alone, and asked only where the model is in doubt: a language that nobody spoke up for in training fits anything.
const byPiecesOnly = ['az', 'lt', 'lv', 'et', 'sl', 'sq', 'is', 'eu'] as const;
const doubt = 0.8;
/** By how much, a piece, one of them has to lead all languages of the model, and in how many pieces. */
const leastLead = 6;
const leastPieces = 4;
const mostSure = 0.99;
// A guess among some thirty languages that is no better than this is none.
const leastSure = 0.15;
const undecided: Verdict = { language: 'und', script: 'Latn', confidence: 0 };

// Marks that one language alone puts before a question or a cry.
const spanishMarks = /[¿¡]/;
const markWeight = 2;

type Tools = { readonly model: LanguageModel; readonly pieces: LanguagePieces; readonly spokenWords: WordReader };

/** Opens a judge of texts in Latin letters. */
export function openLatinJudge({ model, pieces, spokenWords }: Tools): (text: string) => Verdict {
  const { languages, offsets, step } = model;
  const spanish = languages.indexOf('es');
  const placeOf = (language: string) => pieces.languages.indexOf(pieceLanguage(language));
  // Votes for the languages of the model come first, then those that only the tables know.
  const sumsOf = openWordSums(model, pieces, [...languages, ...byPiecesOnly].map(placeOf));
  const sums = new Float64Array(languages.length);

  /** The language of the tables alone that clearly leads; null where none does. */
  const byPieces = ({ votes, pieces: count }: WordSums): string | null => {
    if (count < leastPieces) return null;
    let most = 0;
    for (let at = 0; at < languages.length; at += 1) most = Math.max(most, votes[at] ?? 0);
    return byPiecesOnly.find((_, at) => ((votes[languages.length + at] ?? 0) - most) / count > leastLead) ?? null;
  };

  return (text) => {
    const words = spokenWords(text, 'Latn');
    if (words.length === 0) return undecided;
    const said = sumsOf(words);
    const { steps, votes } = said;
    const worth = step * dampingOf(said.size);
    for (let at = 0; at < sums.length; at += 1) sums[at] = (steps[at] ?? 0) * worth + (offsets[at] ?? 0);
    if (spanishMarks.test(text)) sums[spanish] = (sums[spanish] ?? 0) + markWeight;
    const scale = pieceWeight / Math.sqrt(said.pieces);
    let best = 0;
    for (let at = 0; at < sums.length; at += 1) {
      sums[at] = (sums[at] ?? 0) + scale * (votes[at] ?? 0);
      if ((sums[at] ?? 0) > (sums[best] ?? 0)) best = at;
    }
    let total = 0;
    for (let at = 0; at < sums.length; at += 1) total += Math.exp((sums[at] ?? 0) - (sums[best] ?? 0));
    const confidence = Math.min(mostSure, 1 / total);
    const rarer = confidence < doubt ? byPieces(said) : null;
    if (rarer !== null) return { language: rarer, script: 'Latn', confidence: 0.5 };
    return confidence < leastSure ? undecided : { language: languages[best] ?? 'und', script: 'Latn', confidence };
  };
}
