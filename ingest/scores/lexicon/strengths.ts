// The form of a list of words of feeling.

/** Stems by strength from -3 to 3; a word counts where it begins with a stem. */
export type Lexicon = {
  readonly language: string;
  readonly stems: ReadonlyMap<string, number>;
  /** Words that turn the next one round. */
  readonly negations: readonly string[];
  /** What stands behind a word and turns it round, as Japanese does. */
  readonly negatedBehind: readonly string[];
};

/** Reads `strength: word, word` lines. */
export function strengths(list: string): ReadonlyMap<string, number> {
  const stems = new Map<string, number>();
  for (const line of list.split('\n')) {
    const [strength, words] = line.split(':');
    if (strength === undefined || words === undefined) continue;
    for (const word of words.split(',')) if (word.trim() !== '') stems.set(word.trim(), Number(strength));
  }
  return stems;
}
