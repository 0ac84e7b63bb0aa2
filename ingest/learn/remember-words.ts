// What was found out about words, kept by how they stand in a text: customers use the same few thousand over and over.
import { hashOf } from './hash.ts';
import { mostRemembered, type Place, WordTable } from './word-table.ts';

/** Asks `meet` about a word when it first comes, and gives what it said from then on: it must say the same whenever it is asked. */
export function rememberWords<Known extends object | null>(meet: (word: string) => Known): (text: string, place: Place) => Known {
  const table = new WordTable();
  const known: Known[] = [];
  return (text, place) => {
    const hash = hashOf(text, place.from, place.to);
    const before = known[table.find(text, place, hash)];
    if (before !== undefined) return before;
    if (table.size >= mostRemembered) {
      table.clear();
      known.length = 0;
    }
    const word = text.slice(place.from, place.to);
    const met = meet(word);
    known[table.add(word, hash)] = met;
    return met;
  };
}
