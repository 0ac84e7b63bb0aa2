// One conversation on its way to words: its trace, its language and the particulars that all its texts share.
import { hour, type Instant } from '#db/model/instant.ts';
import { drawAddress, drawParticulars } from './particulars.ts';
import type { Values } from './phrasing.ts';
import type { Random } from './random.ts';
import { spanWords } from './spans.ts';
import type { Speech } from './speech.ts';
import { agentAt } from './staff.ts';
import type { Wording } from './texts/wording.ts';
import type { Release } from './timeline.ts';
import type { Trace, Turn } from './trace.ts';

export type Memory = {
  readonly used: Set<string>;
  /** Which question of the topic was asked last; null where none was, -1 for a ready-made one. */
  asked: number | null;
  nudges: number;
};

export type Matter = {
  readonly trace: Trace;
  /** The customer's language. */
  readonly wording: Wording;
  /** The language that a turn is written in. */
  wordingOf(turn: Turn): Wording;
  readonly values: Values;
  /** Decides the wording of the first message, alike for a second ticket about the same thing. */
  readonly opening: Random;
  /** What was said so far, so that nobody repeats themselves and answers fit their questions. */
  readonly memory: Memory;
  /** The particulars at a turn: who answered by then, and how long the customer had waited. */
  at(turn: Turn, random: Random): Values;
};

/** The first of the conversations about one matter. */
export function rootOf(trace: Trace): Trace {
  let root = trace;
  while (root.origin !== null) root = root.origin;
  return root;
}

/** How long a person says to have waited: this wait, or for complaints elsewhere the wait they are complaining about. */
function waitedMs(trace: Trace, turn: Turn): number {
  if (turn.role === 'public-complaint' && trace.origin !== null) return Math.max(hour, turn.at - trace.origin.arrival.at);
  if (turn.role === 'reopen') return Math.max(hour, turn.at - trace.arrival.at);
  return turn.waitedMs;
}

/** Who of ours had written last by an instant, else who will write first. */
function agentBy(trace: Trace, at: Instant): number | null {
  const ours = trace.turns.filter((turn) => turn.agent !== null && turn.visibility === 'public');
  return (ours.findLast((turn) => turn.at <= at) ?? ours[0])?.agent ?? null;
}

/** Opens a matter; `random` is the stream of the whole demo, from which each root conversation has its own fork. */
export function openMatter(random: Random, trace: Trace, speech: Speech, releases: readonly Release[]): Matter {
  const root = rootOf(trace);
  const isTraditional = trace.arrival.market.language === 'zh-Hant';
  const wording = speech.wording(trace.language, isTraditional);
  // Two streams of the same name say the same things: that is how a second ticket repeats the first.
  const opening = random.fork(`matter-${root.id}-${root.arrival.at}`);
  const particulars = drawParticulars(opening, trace, wording, releases);
  const values: Values = (slot) => {
    if (slot === 'address') return drawAddress(random.fork(`address-${root.id}`), particulars.network ?? '');
    const value = particulars[slot];
    return value !== undefined && isTraditional ? speech.traditional(value) : value;
  };
  const memory: Memory = { used: new Set(), asked: null, nudges: 0 };
  return {
    trace,
    wording,
    wordingOf: (turn) => (turn.language === trace.language ? wording : speech.wording(turn.language, false)),
    values,
    opening,
    memory,
    at: (turn, own) => (slot) => {
      // "Second reminder" can only be said from the second on.
      if (slot === 'n' && turn.role === 'nudge') return memory.nudges > 1 ? String(memory.nudges) : undefined;
      if (slot === 'waited') return spanWords(own, turn.language, waitedMs(trace, turn));
      if (slot !== 'agent') return values(slot);
      const agent = turn.agent ?? agentBy(trace, turn.at);
      return agent === null ? undefined : agentAt(agent).name;
    },
  };
}
