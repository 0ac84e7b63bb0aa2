// Who is on duty when: day, evening and night shifts by team, with days off, illness and extra hands in bad times.
import { hour, type Instant } from '#db/model/instant.ts';
import { type Team, type TextLanguage, teams } from './company.ts';
import { dayStart } from './local-time.ts';
import type { Random } from './random.ts';
import { agentAt, staff } from './staff.ts';

/** `live`: chats first, one letter beside them; `mixed`: one chat and one letter; `mail`: letters; `phone`: calls, and short notes between them. */
export type Desk = 'live' | 'mixed' | 'mail' | 'phone';

export type Duty = { readonly agent: number; readonly desk: Desk; readonly fromAt: Instant; readonly toAt: Instant };

/** From and to in local hours; `speaks` where the seat is for one language. */
type Seat = { readonly desk: Desk; readonly from: number; readonly to: number; readonly speaks?: TextLanguage };

const seat = (desk: Desk, from: number, to: number, speaks?: TextLanguage): Seat => ({ desk, from, to, speaks });

/** Most needed first: where people are missing, the last seats stay empty. */
const weekSeats: Readonly<Record<Team, readonly Seat[]>> = {
  'Tier 1 Chinese': [
    seat('live', 8, 16),
    seat('live', 0, 8),
    seat('live', 16, 24),
    seat('phone', 8, 14),
    seat('mail', 13, 18),
    seat('phone', 14, 20),
    seat('mail', 9, 13),
  ],
  'Tier 1 International': [
    seat('live', 16, 24, 'en'),
    seat('live', 0, 8, 'en'),
    seat('live', 8, 16, 'en'),
    seat('mixed', 14, 21, 'de'),
    seat('mixed', 14, 21, 'fr'),
    seat('mixed', 13, 21, 'ru'),
    seat('mixed', 15, 23, 'es'),
  ],
  Security: [seat('mixed', 9, 18), seat('mixed', 12, 20)],
  Developers: [seat('mail', 13, 18), seat('mail', 10, 14)],
};

const restSeats: Readonly<Record<Team, readonly Seat[]>> = {
  'Tier 1 Chinese': [seat('live', 8, 16), seat('live', 16, 24), seat('live', 0, 8)],
  'Tier 1 International': [
    seat('live', 16, 24, 'en'),
    seat('live', 0, 8, 'en'),
    seat('live', 8, 16, 'en'),
    seat('mail', 13, 19),
    seat('mail', 14, 20),
  ],
  Security: [seat('mixed', 10, 16)],
  Developers: [],
};

export type RosterDay = {
  readonly dayNumber: number;
  /** Weekend or public holiday. */
  readonly isRestDay: boolean;
  readonly random: Random;
  /** Share of the demo's time that has passed, 0 to 1. */
  readonly progress: number;
  /** Teams so far behind that others are called in. */
  readonly behind: ReadonlySet<Team>;
};

/** Extra hands come for the mail, after the morning meeting. */
const extraSeats: readonly Seat[] = [seat('mail', 10, 18), seat('mail', 11, 19)];

/** The duties of one local day. Nobody has two; whoever worked the weekend rests on a weekday. */
export function planDay(plan: RosterDay): Duty[] {
  const start = dayStart(plan.dayNumber);
  return teams.flatMap((team) => {
    const pool = poolOf(team, plan);
    const seats = [...(plan.isRestDay ? restSeats : weekSeats)[team], ...(plan.behind.has(team) ? extraSeats : [])];
    return seats.flatMap((entry): Duty[] => {
      const found = pool.findIndex((agent) => entry.speaks === undefined || agentAt(agent).languages.includes(entry.speaks));
      const [agent] = found < 0 ? [] : pool.splice(found, 1);
      if (agent === undefined) return [];
      return [{ agent, desk: entry.desk, fromAt: start + entry.from * hour, toAt: start + entry.to * hour }];
    });
  });
}

/** Who of a team can work today, turned by week so that nights go round. */
function poolOf(team: Team, plan: RosterDay): number[] {
  const members = staff
    .map((_, index) => index)
    .filter((index) => {
      const agent = agentAt(index);
      const isHere = plan.progress >= (agent.joined ?? 0) && plan.progress < (agent.left ?? 2);
      return agent.team === team && isHere;
    });
  const week = Math.floor((plan.dayNumber + 3) / 7);
  const turned = members.map((_, nth) => members[(nth + week * 3) % members.length] ?? 0);
  // On working days each person has a chance of being on leave, ill, or resting after a weekend.
  return plan.isRestDay ? turned : turned.filter(() => !plan.random.chance(0.12));
}
