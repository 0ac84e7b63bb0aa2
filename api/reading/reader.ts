// The reader of English messages, in a thread of its own: what it loads would hold the server's for a third of a second.
import { openCrew } from '#api/engine/crew.ts';
import { openEnglishReader, type Reading } from './english-reading.ts';

export type Reader = {
  /** What each text says, in their order. */
  readonly read: (texts: readonly string[]) => Promise<readonly Reading[]>;
  readonly close: () => Promise<void>;
};

const deadlineMs = 20_000;

/** Its thread starts with the first text. */
export function openReader(): Reader {
  const start = new URL('./worker-start.js', import.meta.url);
  const crew = openCrew<readonly string[], readonly Reading[]>({ name: 'reader', start, deadlineMs });
  return { read: (texts) => crew.run(texts), close: () => crew.close() };
}

/** Reads in the calling thread (the thread itself, tests). */
export function openReadingHere(): Reader {
  return {
    read: async (texts) => texts.map(await openEnglishReader()),
    close: async () => undefined,
  };
}
