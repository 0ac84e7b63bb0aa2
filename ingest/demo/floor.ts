// The floor: seats on duty, work handed to them, and how far behind each team is.
import { hour, type Instant, minute } from '#db/model/instant.ts';
import type { Agenda } from './agenda.ts';
import { type Team, teams } from './company.ts';
import { type Item, type Lane, type Lines, lanes, mayTakeAfter, type OpenSeat, openLines } from './lines.ts';
import { dayStart, localDay, weekday } from './local-time.ts';
import type { Random } from './random.ts';
import { type Duty, planDay } from './roster.ts';

export type Floor = {
  /** Work arrives: taken at once where somebody is free for it, else it waits. */
  offer(item: Omit<Item, 'taken'>): void;
  /** A seat is done with one thing, and looks for the next. */
  release(seat: OpenSeat, lane: Lane): void;
  /** 0 nothing waits, 1 far behind: letters waiting for each person of the team. */
  pressure(team: Team): number;
  isOnDuty(agent: number): boolean;
};

export type FloorPlan = {
  readonly agenda: Agenda;
  readonly random: Random;
  readonly closedDays: ReadonlySet<number>;
  readonly startAt: Instant;
  readonly endAt: Instant;
};

/** Letters waiting per team at which the morning meeting calls in two more people, and at which pressure is full. */
const behindAt: Readonly<Record<Team, { readonly callIn: number; readonly full: number }>> = {
  'Tier 1 Chinese': { callIn: 40, full: 110 },
  'Tier 1 International': { callIn: 45, full: 120 },
  Security: { callIn: 25, full: 45 },
  Developers: { callIn: 1000, full: 60 },
};

/** Opens the floor and plans its shifts for the whole time. */
export function openFloor(plan: FloorPlan): Floor {
  const { agenda } = plan;
  const lines: Lines = openLines();
  const seats: OpenSeat[] = [];

  const serve = (seat: OpenSeat): void => {
    for (;;) {
      if (agenda.now() >= seat.untilAt) return;
      const item = lines.next(seat, agenda.now());
      if (item === null) return;
      give(item, seat);
    }
  };
  const give = (item: Item, seat: OpenSeat): void => {
    item.taken = true;
    seat.hands[item.lane] += 1;
    item.onTake(seat);
  };
  const begin = (duty: Duty): void => {
    const seat: OpenSeat = { agent: duty.agent, desk: duty.desk, untilAt: duty.toAt, hands: { call: 0, chat: 0, short: 0, letter: 0 } };
    seats.push(seat);
    agenda.plan(duty.toAt, () => {
      seats.splice(seats.indexOf(seat), 1);
    });
    serve(seat);
    // Help for other teams and languages depends on time alone, so idle seats look again now and then.
    for (let at = duty.fromAt + 30 * minute; at < duty.toAt; at += 30 * minute) agenda.plan(at, () => serve(seat));
  };
  const beginDay = (dayNumber: number): void => {
    const behind = new Set(teams.filter((team) => lines.waitingLetters(team) >= behindAt[team].callIn));
    const isRestDay = weekday(dayNumber) >= 5 || plan.closedDays.has(dayNumber);
    const progress = (dayStart(dayNumber) - plan.startAt) / (plan.endAt - plan.startAt);
    for (const duty of planDay({ dayNumber, isRestDay, random: plan.random.fork(dayNumber), progress, behind })) {
      agenda.plan(duty.fromAt, () => begin(duty));
    }
  };
  for (let dayNumber = localDay(plan.startAt); dayStart(dayNumber) < plan.endAt; dayNumber += 1) {
    const today = dayNumber;
    agenda.plan(dayStart(today), () => beginDay(today));
  }

  return {
    offer(work) {
      const item: Item = { ...work, taken: false };
      const free = seats
        .filter((seat) => seat.untilAt > agenda.now() && mayTakeAfter(seat, item.lane, item.team, item.language) === 0)
        .sort((a, b) => load(a) - load(b))[0];
      if (free !== undefined) {
        give(item, free);
        return;
      }
      lines.add(item);
      if (item.lane !== 'call' && item.lane !== 'chat') return;
      // Live work cannot wait for somebody to look up: the next seat that may help is told at that very moment.
      for (const wait of [1.5 * minute, 4 * minute, 7 * minute, 0.25 * hour]) {
        agenda.plan(agenda.now() + wait + 1, () => {
          if (item.taken || !item.isWanted()) return;
          for (const seat of [...seats].sort((a, b) => load(a) - load(b))) serve(seat);
        });
      }
    },
    release(seat, lane) {
      seat.hands[lane] -= 1;
      serve(seat);
    },
    pressure: (team) => Math.min(1, lines.waitingLetters(team) / behindAt[team].full),
    isOnDuty: (agent) => seats.some((seat) => seat.agent === agent),
  };
}

function load(seat: OpenSeat): number {
  return lanes.reduce((sum, lane) => sum + seat.hands[lane], 0);
}
