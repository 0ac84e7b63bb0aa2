// The waits of one conversation: from the first unanswered customer message to the next reply by a person.
import type { Closer } from '../model/conversation.ts';
import type { Instant } from '../model/instant.ts';
import type { Asked, Replied, TimeLineEvent } from './time-line.ts';

/** How a wait ended, before promises and calendars are laid over it. */
export type WaitEnd =
  | { readonly type: 'answered'; readonly reply: Replied }
  | { readonly type: 'closed'; readonly at: Instant | null; readonly by: Closer | null }
  | { readonly type: 'open' };

export type BareWait = {
  readonly first: Asked;
  /** Every customer event of the run that the wait was cut from, oldest first. */
  readonly asked: readonly Asked[];
  /** False where nothing in it needs an answer. */
  readonly asks: boolean;
  readonly nudges: number;
  readonly end: WaitEnd;
  readonly firstAnyAt: Instant | null;
};

/** A stretch of customer messages without a reply by a person. A bot's answer ends a block, never the run. */
type Run = {
  blocks: Asked[][];
  botAt: Instant | null;
  botSpokeLast: boolean;
  /** A close that stands until somebody undoes it; `undone` where it was reopened by the customer or by a rule. */
  close: { at: Instant; by: Closer; undone: boolean } | null;
};

/**
 * Where a person's clock starts: at the first message that needs an answer, of the last block that holds one. So with a bot in front it
 * starts at the customer's message after the bot's last answer, or, where the bot spoke last, at the message with which the bot handed over.
 */
function toWait(run: Run, end: WaitEnd): BareWait | null {
  const asked = run.blocks.flat();
  const block = run.blocks.findLast((messages) => messages.some((message) => message.asks));
  const first = block?.find((message) => message.asks) ?? asked[0];
  if (first === undefined) return null;
  const later = asked.slice(asked.indexOf(first) + 1).filter((message) => message.isWords);
  const firstAnyAt = run.botAt ?? (end.type === 'answered' ? end.reply.at : null);
  return { first, asked, asks: block !== undefined, nudges: later.length, end, firstAnyAt };
}

function addAsked(run: Run | null, asked: Asked): Run {
  if (run === null) return { blocks: [[asked]], botAt: null, botSpokeLast: false, close: null };
  const block = run.blocks.at(-1);
  if (run.botSpokeLast || block === undefined) run.blocks.push([asked]);
  else block.push(asked);
  run.botSpokeLast = false;
  return run;
}

function closed(close: { at: Instant; by: Closer }): WaitEnd {
  return { type: 'closed', at: close.at, by: close.by };
}

/** The end of a run that has no more events. A source that says "closed" without saying when has closed it at an unknown instant. */
function lastEnd(run: Run, isClosed: boolean): WaitEnd {
  if (run.close !== null && !run.close.undone) return closed(run.close);
  return isClosed ? { type: 'closed', at: null, by: null } : { type: 'open' };
}

/**
 * Cuts the time line into waits. A close without a reply ends a wait at the close, but only once nothing undoes it: a reply that follows
 * before the customer writes again answers the wait after all (help desks date "solve and send" either way), except where the customer
 * closed it. A customer who writes after a close begins a new wait: the first one stays unanswered for good.
 */
export function deriveWaits(events: readonly TimeLineEvent[], isClosed: boolean): BareWait[] {
  const waits: BareWait[] = [];
  let run: Run | null = null;
  const finish = (ending: Run, end: WaitEnd): null => {
    const wait = toWait(ending, end);
    if (wait !== null) waits.push(wait);
    return null;
  };
  for (const event of events) {
    switch (event.type) {
      case 'asked':
        if (run?.close) run = finish(run, closed(run.close));
        run = addAsked(run, event);
        break;
      case 'replied': {
        if (run === null) break;
        const isWithdrawn = run.close !== null && run.close.by === 'customer' && !run.close.undone;
        run = finish(run, isWithdrawn && run.close !== null ? closed(run.close) : { type: 'answered', reply: event });
        break;
      }
      case 'bot':
        if (run === null || run.close !== null) break;
        run.botAt ??= event.at;
        run.botSpokeLast = true;
        break;
      case 'solved':
        if (run === null || (run.close !== null && !run.close.undone)) break;
        run.close = { at: event.at, by: event.by, undone: false };
        break;
      case 'opened':
        if (run?.close && event.by === 'agent') run.close = null;
        else if (run?.close) run.close.undone = true;
        break;
      case 'other':
        break;
      default:
        event satisfies never;
    }
  }
  if (run !== null) finish(run, lastEnd(run, isClosed));
  return waits;
}

/** True where one of us wrote to the customer before the customer wrote at all: nothing of ours was a first response then. */
export function isAgentInitiated(events: readonly TimeLineEvent[]): boolean {
  return events.find((event) => event.type === 'asked' || event.type === 'replied')?.type === 'replied';
}
