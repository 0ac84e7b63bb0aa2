// A deferred channel as it was lived: every answer with the time that it took, and whose hands it went through, language by language.
import { dueInstant } from '#db/facts/due-instant.ts';
import { type Instant, second } from '#db/model/instant.ts';
import type { Reply } from '#db/model/staffing.ts';
import type { Hands, QueuedWork } from './due-queue.ts';
import type { PromiseTerms } from './hours-plan.ts';
import { isOf, type PresenceOf } from './presence.ts';
import { gapsOf, type Shift } from './shifts.ts';

/** `wantedAt`: when the customer began to wait. `isFirst`: the first answer of its conversation. */
export type LivedAnswer = QueuedWork & { readonly wantedAt: Instant; readonly isFirst: boolean };

/** What is answered in one language, and by whose hands: who writes German takes no Chinese letter, however idle. */
export type Lane = { readonly work: readonly LivedAnswer[]; readonly hands: readonly Hands[] };

export type LaneTerms = PresenceOf & {
  readonly promise: PromiseTerms;
  /** Of what was waiting before this nobody knows all, so the queue begins empty. */
  readonly since: Instant;
  /** What an answer takes of which nobody knows when it was begun: the first of a shift, and the first after a pause. */
  readonly usualMs: number;
};

/**
 * The lanes of a channel. An answer took from the person's reply before, or from the customer's message where that came later, until it was
 * sent; so all of them can be done by these hands when they were done, and nobody's time is counted twice.
 */
export function livedLanes(shifts: readonly Shift[], terms: LaneTerms): Lane[] {
  const lanes = new Map<string, { work: LivedAnswer[]; hands: Hands[] }>();
  for (const shift of shifts) {
    for (const { reply, begunAt } of begun(shift, terms.usualMs)) {
      const wantedAt = reply.waitingSince ?? begunAt;
      if (!isOf(reply, terms) || wantedAt < terms.since) continue;
      const lane = lanes.get(reply.language) ?? { work: [], hands: [] };
      lanes.set(reply.language, lane);
      const at = Math.min(Math.max(begunAt, wantedAt), reply.at - second);
      const dueAt = dueInstant(terms.promise.version, terms.promise.calendar, wantedAt);
      lane.work.push({ at: Math.min(wantedAt, at), dueAt, workMs: reply.at - at, weight: 1, wantedAt, isFirst: reply.isFirst });
      lane.hands.push({ from: at, to: reply.at, people: 1 });
    }
  }
  return [...lanes.values()];
}

/** Every reply of a shift, with the instant from which the person was free for it. */
function begun(shift: Shift, usualMs: number): { readonly reply: Reply; readonly begunAt: Instant }[] {
  const [first] = shift.replies;
  const rest = gapsOf(shift).map(({ reply, since, isPause }) => ({ reply, begunAt: isPause ? reply.at - usualMs : since }));
  return first === undefined ? rest : [{ reply: first, begunAt: first.at - usualMs }, ...rest];
}
