// Complaints as JSON: rows of a metric with what the store knows of each, the ladder, and the proof.
import type { Engine } from '#api/engine/engine.ts';
import { medianOf } from '#api/stats/median.ts';
import { wilsonInterval } from '#api/stats/wilson-interval.ts';
import { promiseStateAt } from '#db/facts/promise-state-at.ts';
import { waitStateAt } from '#db/facts/wait-state-at.ts';
import { isLoud, loudRungs } from '#db/model/complaint.ts';
import type { Instant } from '#db/model/instant.ts';
import type { Plan, RowPage } from '#db/model/metric.ts';
import type { Db } from '#db/open.ts';
import { findAnnotatorNames } from '#db/store/annotations.ts';
import { findComplaintReviews } from '#db/store/complaint-reviews.ts';
import type { ComplaintClockRow } from '#db/store/complaint-rows.ts';
import { type Complaint, findComplaints, findLadders, findProof, type LadderStep } from '#db/store/complaints.ts';
import { findTitles } from '#db/store/conversations.ts';
import { toIso, toIsoOrNull } from './to-iso.ts';

/** `kept` and `late`: done; `overdue` and `open`: not yet; `closed`: without it; `answered`: done where nothing is promised. */
export const clockStates = ['kept', 'late', 'overdue', 'open', 'closed', 'withdrawn', 'excluded', 'answered'] as const;
type ClockState = (typeof clockStates)[number];

export type ComplaintParts = { readonly db: Db; readonly engine: Engine };

function clockState(clock: ComplaintClockRow, asOf: Instant): ClockState {
  const state = waitStateAt(clock, asOf);
  switch (state) {
    case 'open_overdue':
      return 'overdue';
    case 'open_not_due':
      return 'open';
    case 'closed_unanswered':
      return 'closed';
    case 'answered':
      if (clock.dueAt === null) return 'answered';
      return promiseStateAt(clock, asOf) === 'kept' ? 'kept' : 'late';
    default:
      return state;
  }
}

function toComplaintJson(complaint: Complaint, asOf: Instant, also: { readonly title: string; readonly steps: readonly LadderStep[] }) {
  const { conversationId, externalId, channel, language, rung, machineRung, isByHand, reasons, claimAt, verdict, machineVerdict } =
    complaint;
  return {
    conversationId: String(conversationId),
    source: complaint.sourceId,
    ...{ externalId, channel, language, rung, machineRung, isByHand, reasons: [...reasons] },
    title: also.title,
    at: toIso(complaint.at),
    clocks: complaint.clocks.map((clock) => ({
      stage: clock.stage,
      fromAt: toIso(clock.fromAt),
      untilAt: toIsoOrNull(clock.untilAt !== null && clock.untilAt <= asOf ? clock.untilAt : null),
      dueAt: toIsoOrNull(clock.dueAt),
      state: clockState(clock, asOf),
    })),
    claim:
      claimAt === null || verdict === null || machineVerdict === null
        ? null
        : { at: toIso(claimAt), verdict, machineVerdict, isConfirmed: complaint.isConfirmed },
    steps: also.steps.map((step) => ({ conversationId: String(step.conversationId), rung: step.rung, at: toIso(step.at) })),
  };
}

/** One page of complaints: exactly the rows of the metric that the plan asks for. */
export async function complaintList({ db, engine }: ComplaintParts, plan: Plan, page: RowPage) {
  const { n, rows } = await engine.rows(plan, page);
  const ids = [...new Set(rows.map(({ conversationId }) => Number(conversationId)))];
  const [complaints, titles] = await Promise.all([findComplaints(db, ids), findTitles(db, ids)]);
  const ladders = await findLadders(db, complaints);
  return {
    n,
    offset: page.offset,
    complaints: rows.flatMap(({ conversationId }) => {
      const id = Number(conversationId);
      const complaint = complaints.get(id);
      if (complaint === undefined) return [];
      return [toComplaintJson(complaint, plan.asOf, { title: titles.get(id) ?? '', steps: ladders.get(id) ?? [] })];
    }),
  };
}

/** Every way up: counted by the engine as its list is, so that both have as many. */
const ladderMoves = loudRungs.flatMap((to) => {
  const froms = ['ticket', ...loudRungs.slice(0, loudRungs.indexOf(to))] as const;
  return froms.map((from) => ({ from, to }));
});

/** Medians are taken over this many climbs at most, the latest of the range. */
const mostClimbs = 10_000;

/** How many stand on each rung, how many of them climbed, and how long that took; `plan` is one of `complaint-climbs`. */
export async function complaintLadder({ db, engine }: ComplaintParts, plan: Plan) {
  const tickets: Plan = { ...plan, metric: 'arrivals', groupBy: [], filters: { ...plan.filters, complaint: ['ticket'] } };
  const asked = plan.filters.complaint ?? [];
  const [byRung, quiet, { rows, n }] = await Promise.all([
    engine.ask({ ...plan, groupBy: ['complaint'] }),
    asked.length === 0 || asked.includes('ticket') ? engine.ask(tickets) : null,
    engine.rows({ ...plan, groupBy: [] }, { offset: 0, limit: mostClimbs, only: 'hit' }),
  ]);
  const complaints = await findComplaints(
    db,
    rows.map(({ conversationId }) => Number(conversationId)),
  );
  const climbs = [...complaints.values()].flatMap(({ rung, at, fromRung, fromAt }) =>
    !isLoud(rung) || fromRung === null || fromAt === null ? [] : [{ from: fromRung, to: rung, ms: at - fromAt }],
  );
  const moves = await Promise.all(
    ladderMoves
      .filter(({ to }) => asked.length === 0 || asked.includes(to))
      .map(async ({ from, to }) => {
        const ask: Plan = { ...plan, groupBy: [], filters: { ...plan.filters, complaint: [to] } };
        const { n: count } = await engine.rows(ask, { offset: 0, limit: 0, only: 'hit', part: `from:${from}` });
        const own = climbs.filter((climb) => climb.from === from && climb.to === to);
        return { from, to, n: count, medianMs: medianOf(own.map(({ ms }) => ms)) };
      }),
  );
  return {
    rungs: [
      { rung: 'ticket' as const, n: quiet?.n ?? 0, climbed: 0, share: null, interval: null, medianMs: null },
      ...loudRungs.map((rung) => {
        const group = byRung.groups.find(({ key }) => key === rung);
        const total = group?.n ?? 0;
        const climbed = Math.round((group?.value ?? 0) * total);
        const [low, high] = wilsonInterval(climbed, total) ?? [null, null];
        return {
          rung,
          n: total,
          climbed,
          share: total === 0 ? null : climbed / total,
          interval: total === 0 ? null : ([low, high] satisfies [number | null, number | null]),
          medianMs: medianOf(climbs.filter(({ to }) => to === rung).map(({ ms }) => ms)),
        };
      }),
    ],
    moves: moves.filter((move) => move.n > 0),
    customers: n,
  };
}

/** The complaint with the conversations that prove or refute its claim, and what people said; null where it is none. */
export async function complaintProof(db: Db, id: number, asOf: Instant) {
  const proof = await findProof(db, id);
  if (proof === null) return null;
  const { complaint, conversations, left } = proof;
  const [ladders, titles, said] = await Promise.all([
    findLadders(db, new Map([[id, complaint]])),
    findTitles(db, [id]),
    findComplaintReviews(db, id),
  ]);
  const names = await findAnnotatorNames(
    db,
    said.map(({ by }) => by),
  );
  return {
    complaint: toComplaintJson(complaint, asOf, { title: titles.get(id) ?? '', steps: ladders.get(id) ?? [] }),
    conversations: conversations.map(({ conversationId, sourceId, messages, waits, reasons, ...rest }) => ({
      ...rest,
      conversationId: String(conversationId),
      source: sourceId,
      reasons: [...reasons],
      waits: waits.map(({ fromAt, untilAt, dueAt, ...wait }) => ({
        ...wait,
        fromAt: toIso(fromAt),
        untilAt: toIsoOrNull(untilAt),
        dueAt: toIsoOrNull(dueAt),
      })),
      messages: messages.map(({ at, visibility: _, signs, ...message }) => ({ ...message, signs: [...signs], at: toIsoOrNull(at) })),
    })),
    left,
    reviews: said.map(({ by, at, ...review }) => ({ ...review, by: names.get(by) ?? by, at: toIso(at) })),
  };
}
