// What each word on its own says for each language, summed up once and remembered: customers use the same few thousand over and over.
import { longer } from '../learn/longer.ts';
import { mostRemembered } from '../learn/word-table.ts';
import { addSteps, capitalHash, eachPiece, type LanguageModel, noWord, pairHash, toBucket, wholeHash } from './language-model.ts';
import type { LanguagePieces } from './language-pieces.ts';
import type { SpokenWord } from './language-words.ts';
import { openPieceSums } from './piece-sums.ts';

/** Sums over the words of a text; valid until the next text is summed up. */
export type WordSums = {
  /** By language of the model, in steps of its weights. */
  readonly steps: Int32Array;
  /** How many features of the model that were. */
  readonly size: number;
  /** By language that was asked for, each word once; 0 for one that the tables do not know. */
  readonly votes: Int32Array;
  /** How many pieces of the tables that were. */
  readonly pieces: number;
};

/** What is remembered of words, by number. */
const openBook = (words: number, width: number) => ({
  /** Features of whole words. */
  hashes: new Int32Array(words),
  sizes: new Int32Array(words),
  pieces: new Int32Array(words),
  /** The last text that each was counted in. */
  turns: new Uint32Array(words),
  /** In one row a word: steps by language of the model, then votes by language that was asked for. */
  rows: new Int32Array(words * width),
});
const fewestWords = 1024;

/**
 * Opens a reader of the sums of texts. Nothing that it says depends on what it read before. `asked`: places among the languages of the tables,
 * -1 for none.
 */
export function openWordSums(
  model: LanguageModel,
  tables: LanguagePieces,
  asked: readonly number[],
): (words: readonly SpokenWord[]) => WordSums {
  const votesOf = openPieceSums(tables);
  const [languages, names] = [model.languages.length, asked.length];
  const width = languages + names;
  const numbers = new Map<string, number>();
  let book = openBook(fewestWords, width);
  const steps = new Int32Array(languages);
  const votes = new Int32Array(names);
  const all = { sums: steps, from: 0 };
  let turn = 0;

  const grow = (words: number): void => {
    const wider = openBook(2 * words, width);
    longer(book.hashes, wider.hashes);
    longer(book.sizes, wider.sizes);
    longer(book.pieces, wider.pieces);
    longer(book.turns, wider.turns);
    longer(book.rows, wider.rows);
    book = wider;
  };

  const meet = (word: string): number => {
    if (numbers.size >= mostRemembered) numbers.clear();
    const number = numbers.size;
    if (number === book.hashes.length) grow(number);
    const own = { sums: book.rows, from: number * width };
    own.sums.fill(0, own.from, own.from + width);
    const hash = wholeHash(word);
    addSteps(model, toBucket(hash), own);
    let size = 1;
    eachPiece(word, (piece) => {
      addSteps(model, toBucket(piece), own);
      size += 1;
    });
    const voted = votesOf([{ word, isCapital: false }]);
    for (let at = 0; at < names; at += 1) own.sums[own.from + languages + at] = voted.sums[asked[at] ?? -1] ?? 0;
    [book.hashes[number], book.sizes[number], book.pieces[number], book.turns[number]] = [hash, size, voted.count, 0];
    numbers.set(word, number);
    return number;
  };

  return (words) => {
    turn += 1;
    steps.fill(0);
    votes.fill(0);
    let [size, pieces, before] = [0, 0, noWord];
    for (const { word, isCapital } of words) {
      const number = numbers.get(word) ?? meet(word);
      const { rows, hashes, turns } = book;
      const from = number * width;
      for (let at = 0; at < languages; at += 1) steps[at] = ((steps[at] ?? 0) + (rows[from + at] ?? 0)) | 0;
      const hash = hashes[number] ?? 0;
      addSteps(model, toBucket(pairHash(before, hash)), all);
      if (isCapital) addSteps(model, toBucket(capitalHash), all);
      size += (book.sizes[number] ?? 0) + (isCapital ? 2 : 1);
      before = hash;
      if (turns[number] === turn) continue;
      turns[number] = turn;
      pieces += book.pieces[number] ?? 0;
      for (let at = 0, vote = from + languages; at < names; at += 1, vote += 1) votes[at] = ((votes[at] ?? 0) + (rows[vote] ?? 0)) | 0;
    }
    return { steps, size, votes, pieces };
  };
}
