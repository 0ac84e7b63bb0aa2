// What a test of a connection says that it found, as sentences with places: names need no words, counts do.
import type { Sentences } from './source-reasons.ts';

export const foundSentences = [
  ['first_reviews', ['reviews on the first page: {counts}']],
  ['app_reviews', ['{name}: {count} reviews on the first page']],
  ['events', ['{count} events from a year back to a year ahead']],
  ['topics', ['{count} topics on the first page of the forum']],
  ['topics_people', ['{count} topics on the first page, {people} people of ours']],
  ['agent', ['an agent']],
  ['no_release', ['no release yet']],
  ['releases', ['releases, the newest is "{name}"']],
  ['prices', ['{count} days of prices up to {day}, {moves} unusual moves']],
  ['entries', ['{count} entries']],
  ['entries_such', ['{count} entries, such as "{name}"']],
  ['incidents', ['{count} incidents, {open} of them going on']],
] as const satisfies Sentences;
