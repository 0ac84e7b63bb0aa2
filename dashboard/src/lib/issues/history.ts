// What an entry in the history of an issue says beside its name, in words of the screen.
import type { Format } from '../format/format.ts';
import type { Words } from '../words/words.ts';
import type { Issue } from './shapes.ts';

type Entry = Issue['history'][number];

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** States by their name, numbers of conversations with what they count, days as people write them; empty where there is nothing to add. */
export function historyDetail({ details }: Pick<Entry, 'details'>, words: Words, format: Format): string {
  const { states, several } = words.issues;
  const state = isText(details.to) ? (Object.entries(states).find(([id]) => id === details.to)?.[1] ?? details.to) : null;
  const conversations = typeof details.conversations === 'number' ? several(format.count(details.conversations)) : null;
  return [details.label, state, details.into, details.owner, details.link, details.version, conversations].filter(isText).join(' · ');
}
