// The parts in which scores are held.

/** Scores from -1 to 1, and grades from 1 to 7, are kept as whole numbers of so many parts: these add up to the same sum in any order. */
export const scoreUnit = 10_000;
