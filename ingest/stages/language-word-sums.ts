// What each word on its own says for each language, summed up once and remembered: customers use the same few thousand over and over.
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
  /** By language of the tables, each word once. */
  readonly votes: Int32Array;
  /** How many pieces of the tables that were. */
  readonly pieces: number;
};

type Remembered = {
  /** Of the whole word. */
  readonly hash: number;
  readonly size: number;
  readonly pieces: number;
  /** By language of the model, then by language of the tables. */
  readonly sums: Int32Array;
  /** The last text that it was counted in. */
  turn: number;
};

/** Opens a reader of the sums of texts. Nothing that it says depends on what it read before. */
export function openWordSums(model: LanguageModel, tables: LanguagePieces): (words: readonly SpokenWord[]) => WordSums {
  const votesOf = openPieceSums(tables);
  const [languages, names] = [model.languages.length, tables.languages.length];
  const known = new Map<string, Remembered>();
  const steps = new Int32Array(languages);
  const votes = new Int32Array(names);
  const all = { sums: steps, from: 0 };
  let turn = 0;

  const meet = (word: string): Remembered => {
    if (known.size >= mostRemembered) known.clear();
    const sums = new Int32Array(languages + names);
    const own = { sums, from: 0 };
    const hash = wholeHash(word);
    addSteps(model, toBucket(hash), own);
    let size = 1;
    eachPiece(word, (piece) => {
      addSteps(model, toBucket(piece), own);
      size += 1;
    });
    const voted = votesOf([{ word, isCapital: false }]);
    sums.set(voted.sums, languages);
    const met: Remembered = { hash, size, pieces: voted.count, sums, turn: 0 };
    known.set(word, met);
    return met;
  };

  return (words) => {
    turn += 1;
    steps.fill(0);
    votes.fill(0);
    let [size, pieces, before] = [0, 0, noWord];
    for (const { word, isCapital } of words) {
      const own = known.get(word) ?? meet(word);
      for (let at = 0; at < languages; at += 1) steps[at] = ((steps[at] ?? 0) + (own.sums[at] ?? 0)) | 0;
      addSteps(model, toBucket(pairHash(before, own.hash)), all);
      if (isCapital) addSteps(model, toBucket(capitalHash), all);
      size += own.size + (isCapital ? 2 : 1);
      before = own.hash;
      if (own.turn === turn) continue;
      own.turn = turn;
      pieces += own.pieces;
      for (let at = 0; at < names; at += 1) votes[at] = ((votes[at] ?? 0) + (own.sums[languages + at] ?? 0)) | 0;
    }
    return { steps, size, votes, pieces };
  };
}
