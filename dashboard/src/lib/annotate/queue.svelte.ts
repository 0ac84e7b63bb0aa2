// The queue as it is worked through: the item on screen, the next ones at hand, the last answer, and what is on its way.
import type { Answered, Queue, QueueItem } from './ask.ts';
import { type Errand, type OutboxParts, openOutbox } from './outbox.ts';

export type QueueParts = Pick<OutboxParts, 'shelf' | 'isPassing' | 'pause'> & {
  readonly lease: (limit: number, except: readonly number[]) => Promise<Queue>;
  readonly send: OutboxParts['send'];
  readonly now: () => number;
  readonly newKey: () => string;
  readonly onrefused: (problem: unknown) => void;
};

/** What was said last; `answered` comes a moment later, with the machine's label. */
export type LastAnswer = {
  readonly item: QueueItem;
  readonly clientKey: string;
  readonly label: string | null;
  readonly answered: Answered | null;
};

const atHand = 16;
/** Early enough that a slow answer of the server is there before the last item is. */
const refillBelow = 12;

export function openQueue(parts: QueueParts) {
  let items = $state.raw<readonly QueueItem[]>([]);
  let field = $state.raw<Queue['field'] | null>(null);
  let labels = $state.raw<readonly string[]>([]);
  let last = $state.raw<LastAnswer | null>(null);
  let waiting = $state(0);
  let left = $state<number | null>(null);
  let mine = $state(0);
  let isFlagged = $state(false);
  let comment = $state('');
  let problem = $state.raw<unknown>(null);
  let isFilling = false;
  let isDone = $state(false);
  let shownAt = parts.now();
  /** Said here: an answer of the server that was made before it knew may still name them. */
  const said = new Set<number>();
  const earlier: LastAnswer[] = [];

  const outbox = openOutbox({
    ...parts,
    onchange: (count) => (waiting = count),
    onanswered: (clientKey, answered) => {
      if (last?.clientKey === clientKey) last = { ...last, answered };
    },
    onrefused: (_errand: Errand, caught) => parts.onrefused(caught),
  });
  waiting = outbox.waiting();

  async function fill(): Promise<void> {
    if (isFilling) return;
    isFilling = true;
    try {
      const found = await parts.lease(atHand, outbox.taskIds());
      const known = new Set(items.map(({ taskId }) => taskId));
      field = found.field;
      labels = found.labels;
      const fresh = found.items.filter(({ taskId }) => !known.has(taskId) && !said.has(taskId));
      if (items.length === 0 && fresh.length > 0) shownAt = parts.now();
      items = [...items, ...fresh];
      isDone = items.length === 0 && outbox.waiting() === 0;
      const unsent = outbox.taskIds().length;
      left = Math.max(0, found.left - unsent);
      mine = found.mine + unsent;
      problem = null;
    } catch (caught) {
      problem = caught;
    } finally {
      isFilling = false;
    }
  }

  function say(label: string | null): void {
    const [item, ...rest] = items;
    if (item === undefined) return;
    const clientKey = parts.newKey();
    const tookMs = Math.round(Math.min(86_400_000, Math.max(0, parts.now() - shownAt)));
    const answer = { clientKey, taskId: item.taskId, label, isFlagged, comment: comment.trim() === '' ? null : comment.trim(), tookMs };
    // Kept before the next item is shown: whatever happens from here on, this answer is not lost.
    outbox.add({ does: 'answer', clientKey, answer });
    said.add(item.taskId);
    if (last !== null) earlier.push(last);
    last = { item, clientKey, label, answered: null };
    items = rest;
    if (left !== null) left = Math.max(0, left - 1);
    mine += 1;
    isFlagged = false;
    comment = '';
    shownAt = parts.now();
    if (rest.length < refillBelow) void fill();
  }

  return {
    get current() {
      return items[0] ?? null;
    },
    get field() {
      return field;
    },
    get labels() {
      return labels;
    },
    get last() {
      return last;
    },
    get waiting() {
      return waiting;
    },
    get left() {
      return left;
    },
    get mine() {
      return mine;
    },
    get isFlagged() {
      return isFlagged;
    },
    get comment() {
      return comment;
    },
    get problem() {
      return problem;
    },
    get isDone() {
      return isDone;
    },
    setComment: (text: string) => (comment = text),
    toggleFlag: () => (isFlagged = !isFlagged),
    label: (label: string) => say(label),
    skip: () => say(null),
    /** The last answer is taken back and its item comes first again; the ones before it can be taken back after it. */
    undo(): void {
      if (last === null) return;
      const back = last;
      outbox.add({ does: 'undo', clientKey: back.clientKey });
      said.delete(back.item.taskId);
      items = [back.item, ...items];
      last = earlier.pop() ?? null;
      if (left !== null) left += 1;
      mine = Math.max(0, mine - 1);
      isDone = false;
      shownAt = parts.now();
    },
    fill,
    flush: outbox.flush,
  };
}

export type OpenQueue = ReturnType<typeof openQueue>;
