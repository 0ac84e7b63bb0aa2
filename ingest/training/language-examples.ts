// What the language model learns from: texts of known language cut to pieces, and words and phrases of the house.
import { wordings } from '../demo/texts/index.ts';
import { textLanguages } from '../languages/index.ts';
import { seededRandom } from '../learn/seeded.ts';
import { pieceLanguage } from '../stages/language-latin.ts';
import type { LanguagePieces } from '../stages/language-pieces.ts';
import { countScripts } from '../stages/language-scripts.ts';
import { openWordReader, type SpokenWord } from '../stages/language-words.ts';
import { openPieceSums } from '../stages/piece-sums.ts';
import { greatPhrases } from './language-phrases/great.ts';
import { kindredPhrases } from './language-phrases/kindred.ts';
import { morePhrases } from './language-phrases/more.ts';
import type { LanguageText } from './language-texts.ts';

/** Languages of the model: first those with texts of strangers, then those with phrases of ours alone. */
export const wellKnown = Object.keys(greatPhrases);
export const modelLanguages = [...wellKnown, ...Object.keys(morePhrases)];

/** Phrases of ours by language: lists made for this, and what the house says in that language elsewhere. */
export function ownPhrases(language: string): readonly string[] {
  const lists = textLanguages
    .filter(({ id }) => id === language)
    .flatMap(({ closing, negations, cues }) => [
      ...closing.thanks,
      ...closing.acknowledgements,
      ...closing.farewells,
      ...closing.fillers,
      ...negations,
      ...cues,
    ]);
  const demo = Object.entries(wordings)
    .filter(([id]) => id === language)
    .flatMap(([, { openers }]) => Object.values(openers).flat());
  return [
    ...(greatPhrases[language] ?? []),
    ...(morePhrases[language] ?? []),
    ...(kindredPhrases[language] ?? []),
    ...lists,
    ...demo.map((text) => text.replace(/\{\w+\}/g, ' ')),
  ];
}

// Words that people put into sentences of any language: a model must not take them for English.
const borrowed =
  'update account support service team software feature transfer balance cash reset link browser desktop server bonus trading trader deposit withdraw fee upgrade download security code password feedback review smart live stream music world new game home office manager business marketing project test error time money card debit credit bank user fast best good ticket tracking delivery shop store black friday gift sale nova alpha beta mix box club free'.split(
    ' ',
  );

const shares = { whole: 0.15, borrowed: 0.2, bare: 0.2, small: 0.2, own: 0.15, paired: 0.5, furtherLanguage: 0.15 } as const;
/** By how much a piece of a text must look like another language, a piece of a word, before it is taken for one: quotes, foreign rows. */
const mostForeign = 35;

const bare = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ß', 'ss');

/** Romanised Hindi is mixed with English: only what holds Hindi words teaches it. */
const hindiWords: ReadonlySet<string> = new Set(
  (greatPhrases.hi ?? []).filter((word) => word.length > 2 && !/\s|^(?:the|par|main|hum)$/.test(word)),
);
function isHindi(words: readonly SpokenWord[]): boolean {
  const hits = words.filter(({ word }) => hindiWords.has(word)).length;
  return hits > 0 && hits * 5 >= words.length;
}

export type LanguageExample = { readonly label: number; readonly words: readonly SpokenWord[] };

/** Opens an endless, repeatable draw of examples over the languages in turn; null where the draw is thrown away. */
export function openExampleDraw(
  texts: readonly LanguageText[],
  pieces: LanguagePieces,
  seed: number,
): (turn: number) => LanguageExample | null {
  const random = seededRandom(seed);
  const pick = <Item>(list: readonly Item[]): Item | undefined => list[Math.floor(random() * list.length)];
  const sumsOf = openPieceSums(pieces);
  const spokenWords = openWordReader();
  const places = modelLanguages.map((language) => pieces.languages.indexOf(pieceLanguage(language)));
  const latin = texts.filter(({ text }) => (countScripts(text).get('Latn') ?? 0) >= 2);
  const strangers = modelLanguages.map((language) => latin.filter((one) => one.language === language).map(({ text }) => text));
  const own = modelLanguages.map(ownPhrases);

  const cut = (words: readonly string[]): readonly string[] => {
    const size = random() < shares.whole ? words.length : 1 + Math.floor(random() * 8);
    if (words.length <= size) return words;
    const from = Math.floor(random() * (words.length - size + 1));
    return words.slice(from, from + size);
  };
  const altered = (words: readonly string[]): string => {
    const at = Math.floor(random() * (words.length + 1));
    const mixed = random() < shares.borrowed ? [...words.slice(0, at), pick(borrowed) ?? '', ...words.slice(at)] : words;
    const plain = random() < shares.bare ? bare(mixed.join(' ')) : mixed.join(' ');
    return random() < shares.small ? plain.toLowerCase() : plain;
  };
  const isForeign = (label: number, words: readonly SpokenWord[]): boolean => {
    if (modelLanguages[label] === 'hi') return !isHindi(words);
    const { sums, count } = sumsOf(words);
    const mine = sums[places[label] ?? -1] ?? 0;
    return (Math.max(...sums) - mine) / count > mostForeign;
  };

  return (turn) => {
    const label = turn % modelLanguages.length;
    if (label >= wellKnown.length && random() > shares.furtherLanguage) return null;
    const [theirs, mine] = [strangers[label] ?? [], own[label] ?? []];
    const isOwn = theirs.length === 0 || random() < shares.own;
    const source = isOwn ? `${pick(mine)}${random() < shares.paired ? ` ${pick(mine)}` : ''}` : (pick(theirs) ?? '');
    const words = spokenWords(altered(cut(source.split(' '))), 'Latn');
    return words.length === 0 || (!isOwn && isForeign(label, words)) ? null : { label, words };
  };
}
