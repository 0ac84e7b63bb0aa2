// Answers on their way to the server: kept in the browser until it has them, sent in their order, and tried again for as long as it takes.
import type { Answer, Answered } from './ask.ts';

export type Errand =
  | { readonly does: 'answer'; readonly clientKey: string; readonly answer: Answer }
  | { readonly does: 'undo'; readonly clientKey: string };

/** A place that survives a reload; a browser that forbids storage gets one that does not. */
export type Shelf = { readonly read: () => string | null; readonly write: (text: string) => void };

export type OutboxParts = {
  readonly shelf: Shelf;
  readonly send: (errand: Errand) => Promise<Answered | null>;
  /** True where trying again may help: no network, a server that is down or too busy. */
  readonly isPassing: (problem: unknown) => boolean;
  readonly pause: (ms: number) => Promise<void>;
  /** After every change of what is waiting. */
  readonly onchange: (waiting: number) => void;
  readonly onanswered: (clientKey: string, answered: Answered) => void;
  /** The server has seen the errand and will not have it: it is put away, and somebody has to be told. */
  readonly onrefused: (errand: Errand, problem: unknown) => void;
};

export type Outbox = {
  readonly add: (errand: Errand) => void;
  /** Tasks whose answers the server may not have yet. */
  readonly taskIds: () => readonly number[];
  readonly waiting: () => number;
  /** Begins to send; harmless while it does already. */
  readonly flush: () => void;
};

const firstPauseMs = 500;
const longestPauseMs = 8_000;

/** What was left from an earlier visit is sent as well. Every errand may be sent twice: the server knows it by its key. */
export function openOutbox(parts: OutboxParts): Outbox {
  let waiting: readonly Errand[] = parseErrands(parts.shelf.read());
  let isSending = false;
  const keep = (next: readonly Errand[]) => {
    waiting = next;
    parts.shelf.write(JSON.stringify(next));
    parts.onchange(next.length);
  };
  const sendAll = async () => {
    let pauseMs = firstPauseMs;
    for (let first = waiting[0]; first !== undefined; first = waiting[0]) {
      const errand = first;
      try {
        const answered = await parts.send(errand);
        if (answered !== null) parts.onanswered(errand.clientKey, answered);
      } catch (problem) {
        if (parts.isPassing(problem)) {
          await parts.pause(pauseMs);
          pauseMs = Math.min(longestPauseMs, pauseMs * 2);
          continue;
        }
        parts.onrefused(errand, problem);
      }
      pauseMs = firstPauseMs;
      keep(waiting.filter((one) => one !== errand));
    }
  };
  const flush = () => {
    if (isSending) return;
    isSending = true;
    void sendAll().finally(() => {
      isSending = false;
      // Something may have come in between the last look and this line.
      if (waiting.length > 0) flush();
    });
  };
  return {
    add: (errand) => {
      keep([...waiting, errand]);
      flush();
    },
    taskIds: () => waiting.flatMap((errand) => (errand.does === 'answer' ? [errand.answer.taskId] : [])),
    waiting: () => waiting.length,
    flush,
  };
}

/** What the shelf holds, where it holds what was put there; a damaged shelf is an empty one. */
export function parseErrands(text: string | null): readonly Errand[] {
  if (text === null) return [];
  try {
    const found: unknown = JSON.parse(text);
    return Array.isArray(found) ? found.filter(isErrand) : [];
  } catch {
    return [];
  }
}

function isErrand(value: unknown): value is Errand {
  if (typeof value !== 'object' || value === null || !('does' in value) || !('clientKey' in value)) return false;
  if (typeof value.clientKey !== 'string') return false;
  return value.does === 'undo' || (value.does === 'answer' && 'answer' in value && typeof value.answer === 'object');
}
