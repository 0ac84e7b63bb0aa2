// Reviewing as it goes on: the reply on screen, the next one at hand, marks given so far, and the last review with its pre-score.
import type { Criterion, Mark, ReplyItem, Review, ReviewInput, ReviewQueue } from './ask.ts';
import { criteria, type Draft, missingIn, nextOpen, toMarks } from './marks.ts';

export type ReviewParts = {
  readonly lease: (limit: number, except: readonly number[]) => Promise<ReviewQueue>;
  readonly send: (review: ReviewInput) => Promise<Review>;
  readonly now: () => number;
  readonly newKey: () => string;
};

const atHand = 2;

export function openReviewing(parts: ReviewParts) {
  let items = $state.raw<readonly ReplyItem[]>([]);
  let draft = $state.raw<Draft>({});
  let focus = $state<Criterion>('speed');
  let note = $state('');
  let last = $state.raw<Review | null>(null);
  let left = $state<number | null>(null);
  let mine = $state(0);
  let problem = $state.raw<unknown>(null);
  let refusal = $state.raw<unknown>(null);
  let isDone = $state(false);
  let isBusy = $state(false);
  let shownAt = parts.now();
  let clientKey = parts.newKey();
  const said = new Set<number>();

  async function fill(): Promise<void> {
    try {
      const found = await parts.lease(atHand, [...said].slice(-50));
      const known = new Set(items.map(({ taskId }) => taskId));
      const fresh = found.items.filter(({ taskId }) => !known.has(taskId) && !said.has(taskId));
      if (items.length === 0 && fresh.length > 0) shownAt = parts.now();
      items = [...items, ...fresh];
      left = found.left;
      mine = found.mine;
      isDone = items.length === 0;
      problem = null;
    } catch (caught) {
      problem = caught;
    }
  }

  async function save(): Promise<void> {
    const [item, ...rest] = items;
    const marks = toMarks(draft);
    if (item === undefined || marks === null || isBusy) return;
    isBusy = true;
    refusal = null;
    try {
      const tookMs = Math.round(Math.min(86_400_000, Math.max(0, parts.now() - shownAt)));
      const text = note.trim();
      // The same key until it is stored: a second try after a broken line is not a second review.
      last = await parts.send({ clientKey, taskId: item.taskId, marks, note: text === '' ? null : text, tookMs });
      said.add(item.taskId);
      items = rest;
      draft = {};
      note = '';
      focus = 'speed';
      clientKey = parts.newKey();
      shownAt = parts.now();
      await fill();
    } catch (caught) {
      refusal = caught;
    } finally {
      isBusy = false;
    }
  }

  return {
    get current() {
      return items[0] ?? null;
    },
    get draft() {
      return draft;
    },
    get focus() {
      return focus;
    },
    get note() {
      return note;
    },
    get last() {
      return last;
    },
    get left() {
      return left;
    },
    get mine() {
      return mine;
    },
    get problem() {
      return problem;
    },
    get refusal() {
      return refusal;
    },
    get isDone() {
      return isDone;
    },
    get isBusy() {
      return isBusy;
    },
    get missing() {
      return missingIn(draft);
    },
    setNote: (text: string) => (note = text),
    go: (to: Criterion) => (focus = to),
    move(by: 1 | -1): void {
      focus = criteria[(criteria.indexOf(focus) + by + criteria.length) % criteria.length] ?? focus;
    },
    mark(criterion: Criterion, mark: Mark): void {
      draft = { ...draft, [criterion]: mark };
      focus = nextOpen(draft, criterion);
    },
    fill,
    save,
  };
}

export type Reviewing = ReturnType<typeof openReviewing>;
