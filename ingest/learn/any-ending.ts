// Words of a list as patterns: one that ends in a star stands for every word that begins so.

/** Whether a word is what a pattern says. */
export const isLike = (word: string, pattern: string): boolean =>
  pattern.endsWith('*') ? word.startsWith(pattern.slice(0, -1)) : word === pattern;
