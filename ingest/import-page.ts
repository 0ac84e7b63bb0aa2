// The page that an import is filling: saved when it is full, its outcome counted for the file that it came from.
import type { DeadLetterInput } from '#db/store/dead-letters.ts';
import { openAhead, pagesAtOnce } from './ahead.ts';
import type { FetchedConversation } from './fetched.ts';
import type { FileRecord } from './formats/format.ts';
import type { Earlier } from './import-mentions.ts';
import { redactText } from './stages/redact.ts';
import type { RefusedConversation } from './stages/run-stages.ts';

export type Counts = { read: number; inserted: number; updated: number; unchanged: number; rejected: number };

/** Never holds message text. */
export type Reject = { readonly file: string; readonly line: number; readonly reason: string };

export type SavedPage = {
  readonly inserted: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: readonly RefusedConversation[];
};

export type PageSteps = {
  /** Saves one page in one transaction. */
  readonly savePage: (conversations: readonly FetchedConversation[], deadLetters: readonly DeadLetterInput[]) => Promise<SavedPage>;
  readonly onReject: (reject: Reject) => Promise<void> | void;
};

/** Where a record came from, and the counts of that file. */
export type Origin = { readonly file: string; readonly baseName: string; readonly line: number; readonly tally: Counts };

export type PageEntry = {
  readonly conversation: FetchedConversation;
  readonly origin: Origin;
  /** Records of the same conversation that this one replaces. */
  readonly earlier: Earlier;
};

export type ImportPage = {
  add(entry: PageEntry): Promise<void>;
  reject(record: Extract<FileRecord, { kind: 'reject' }>, origin: Origin): Promise<void>;
  flush(): Promise<void>;
};

// Committing is what costs (a disk flush each), so a page is as large as one transaction may comfortably hold others up.
const mostConversations = 200;
const mostMessages = 2000;
const mostCharacters = 4_000_000;

export function noCounts(): Counts {
  return { read: 0, inserted: 0, updated: 0, unchanged: 0, rejected: 0 };
}

export function count(tally: Counts, total: Counts, outcome: keyof Counts, n = 1): void {
  tally[outcome] += n;
  total[outcome] += n;
}

/**
 * An empty page; outcomes are added to `total` and to the tally of each record's file. Flush before another file begins. While a page is
 * stored others are read and prepared: no conversation stands in two of them.
 */
export function openPage(steps: PageSteps, total: Counts): ImportPage {
  const book = openBook(steps, total);
  let waiting: PageEntry[] = [];
  let deadLetters: DeadLetterInput[] = [];
  let messages = 0;
  let characters = 0;
  const ahead = openAhead(pagesAtOnce);

  /** Begins to store what waits, and waits for a page before it where too many are under way. */
  const turn = async (): Promise<void> => {
    if (waiting.length === 0 && deadLetters.length === 0) return;
    const [page, letters] = [waiting, deadLetters];
    [waiting, deadLetters, messages, characters] = [[], [], 0, 0];
    const conversations = page.map(({ conversation }) => conversation);
    await ahead.add(steps.savePage(conversations, letters), (saved) => book.settle(page, saved));
  };
  const flush = async (): Promise<void> => {
    await turn();
    await ahead.end();
  };

  return {
    flush,
    add: async (entry) => {
      // What became of a contested conversation is known only where the page holds nothing else.
      const isContested = entry.earlier.different.length > 0;
      if (isContested) await flush();
      waiting.push(entry);
      messages += entry.conversation.messages.length;
      characters += charactersOf(entry.conversation);
      const isFull = waiting.length >= mostConversations || messages >= mostMessages || characters >= mostCharacters;
      if (isContested) await flush();
      else if (isFull) await turn();
    },
    reject: async (record, origin) => {
      const place = `${redactText(origin.baseName).text}:${record.line}`;
      deadLetters.push({
        item: record.externalId ?? place,
        stage: 'parse',
        reason: `${place}: ${record.reason}`,
        body: null,
      });
      await book.refuse(origin, record.reason);
      if (deadLetters.length >= mostMessages) await turn();
    },
  };
}

function charactersOf(conversation: FetchedConversation): number {
  return conversation.messages.reduce((sum, message) => sum + message.text.length, 0);
}

/** Keeps the counts: one outcome for every record that was read. */
function openBook(steps: PageSteps, total: Counts) {
  const refuse = async ({ file, line, tally }: Origin, reason: string): Promise<void> => {
    count(tally, total, 'rejected');
    await steps.onReject({ file, line, reason });
  };
  return {
    refuse,
    settle: async (page: readonly PageEntry[], saved: SavedPage): Promise<void> => {
      const [first] = page;
      if (first === undefined) return;
      for (const outcome of ['inserted', 'updated', 'unchanged'] as const) count(first.origin.tally, total, outcome, saved[outcome]);
      const reasons = new Map(saved.refused.map(({ externalId, reason }) => [externalId, reason]));
      for (const { conversation, origin, earlier } of page) {
        const reason = reasons.get(conversation.externalId);
        if (reason !== undefined) await refuse(origin, reason);
        for (const before of [...earlier.same, ...earlier.different]) {
          if (reason !== undefined) await refuse(before, `replaced by line ${origin.line}, which could not be stored`);
          else count(before.tally, total, saved.unchanged === 0 && earlier.different.includes(before) ? 'updated' : 'unchanged');
        }
      }
    },
  };
}
