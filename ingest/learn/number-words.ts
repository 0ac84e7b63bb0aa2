// Numbers for words by how they stand in a text, under which to keep what was found out: customers use the same few thousand over and over.
import { hashOf } from './hash.ts';
import { mostRemembered, type Place, WordTable } from './word-table.ts';

/** Gives the number of the word at a place, from 0 and below `mostRemembered`. */
export type WordNumbers = (text: string, place: Place) => number;

/**
 * Tells `meet` about a word when it first comes, with its number. When too many came all are forgotten and numbers begin anew: what was kept
 * under a number is then written over.
 */
export function numberWords(meet: (word: string, number: number) => void): WordNumbers {
  const table = new WordTable();
  return (text, place) => {
    const hash = hashOf(text, place.from, place.to);
    const known = table.find(text, place, hash);
    if (known >= 0) return known;
    if (table.size >= mostRemembered) table.clear();
    const word = text.slice(place.from, place.to);
    // Before it is taken in: what `meet` fails at is asked again the next time.
    meet(word, table.size);
    return table.add(word, hash);
  };
}
