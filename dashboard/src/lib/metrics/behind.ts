// Why a figure may be behind, in words: sources that feed it and were not read as they should have been.
import type { Freshness } from '../api/shapes.ts';
import type { Format } from '../format/format.ts';
import type { Words } from '../words/words.ts';

export type Behind = Freshness['behind'];

/** One sentence a source; empty where none is behind. */
export function behindReasons(behind: Behind, words: Words['behind'], format: Format): string[] {
  return behind.map(({ label, state, lastDoneAt }) => {
    if (state === 'new') return words.new(label);
    if (lastDoneAt === null) return state === 'stale' ? words.staleNever(label) : words.failingNever(label);
    return state === 'stale' ? words.stale(label, format.ago(lastDoneAt)) : words.failing(label, format.recent(lastDoneAt));
  });
}
