// The waiting lines and who may take what from them: own team and language first, others only once it has waited.
import { hour, type Instant, minute } from '#db/model/instant.ts';
import { type Team, type TextLanguage, teams, textLanguages } from './company.ts';
import type { Desk } from './roster.ts';
import { agentAt } from './staff.ts';

/** `call` and `chat` are live; `short` are tweets, reviews and call-backs; `letter` is what takes time. */
export const lanes = ['call', 'chat', 'short', 'letter'] as const;
export type Lane = (typeof lanes)[number];

export type Item = {
  readonly lane: Lane;
  readonly team: Team;
  readonly language: TextLanguage;
  readonly readyAt: Instant;
  /** Whether the customer still waits for it; asked when its turn comes. */
  readonly isWanted: () => boolean;
  /** What happens when somebody takes it. */
  readonly onTake: (seat: OpenSeat) => void;
  taken: boolean;
};

/** Somebody on duty with what they have in hand. */
export type OpenSeat = {
  readonly agent: number;
  readonly desk: Desk;
  readonly untilAt: Instant;
  readonly hands: Record<Lane, number>;
};

const none: Readonly<Record<Lane, number>> = { call: 0, chat: 0, short: 0, letter: 0 };

/** How many of each a seat can hold at once; `short` and `letter` share a pair of hands. */
const room: Readonly<Record<Desk, Readonly<Record<Lane, number>>>> = {
  live: { ...none, chat: 3, short: 1, letter: 1 },
  mixed: { ...none, chat: 2, short: 1, letter: 1 },
  mail: { ...none, chat: 1, short: 1, letter: 1 },
  phone: { ...none, call: 1, short: 1 },
};

/** Waiting time after which somebody of another team, or without the language, may step in; null: never. */
const helpAfter: Readonly<Record<Lane, { readonly otherTeam: number; readonly otherLanguage: number }>> = {
  call: { otherTeam: 0, otherLanguage: 4 * minute },
  chat: { otherTeam: 4 * minute, otherLanguage: 4.5 * minute },
  short: { otherTeam: 5 * hour, otherLanguage: 44 * hour },
  letter: { otherTeam: 5 * hour, otherLanguage: 44 * hour },
};

/** A mail desk leaves its letters for a chat only when that chat has waited. */
const mailDeskChatAfter = 7 * minute;

/** The wait after which this seat may take an item of that lane, team and language; null where it never may. */
export function mayTakeAfter(seat: OpenSeat, lane: Lane, team: Team, language: TextLanguage): number | null {
  const { hands, desk } = seat;
  if (hands[lane] >= room[desk][lane] || hands.call > 0) return null;
  const isWriting = lane === 'short' || lane === 'letter';
  if (isWriting && hands.short + hands.letter > 0) return null;
  // Nobody begins a letter in the middle of a chat.
  if (lane === 'letter' && hands.chat > 0) return null;
  if (lane === 'chat' && desk === 'mail' && hands.letter > 0) return null;
  const agent = agentAt(seat.agent);
  let after = lane === 'chat' && desk === 'mail' ? mailDeskChatAfter : 0;
  if (agent.team !== team) {
    // What needs developers is theirs alone; specialists in turn do not help out in the first line.
    if (team === 'Developers' || !agent.team.startsWith('Tier 1')) return null;
    after = Math.max(after, helpAfter[lane].otherTeam);
  }
  if (!agent.languages.includes(language)) {
    if (!agent.languages.includes('en')) return null;
    after = Math.max(after, helpAfter[lane].otherLanguage);
  }
  return after;
}

export type Lines = {
  /** Puts an item into its line. */
  add(item: Item): void;
  /** The item that this seat should take now: live before written, then what has waited longest; null where there is none. */
  next(seat: OpenSeat, now: Instant): Item | null;
  /** Written items of a team that wait right now. */
  waitingLetters(team: Team): number;
};

type Line = { readonly lane: Lane; readonly team: Team; readonly language: TextLanguage; readonly items: Item[] };

/** Opens empty lines, one per lane, team and language. */
export function openLines(): Lines {
  const lines: Line[] = lanes.flatMap((lane) =>
    teams.flatMap((team) => textLanguages.map((language) => ({ lane, team, language, items: [] }))),
  );
  const head = (line: Line): Item | undefined => {
    for (let first = line.items[0]; first !== undefined; first = line.items[0]) {
      if (!first.taken && first.isWanted()) return first;
      line.items.shift();
    }
    return undefined;
  };
  return {
    add(item) {
      lines.find((line) => line.lane === item.lane && line.team === item.team && line.language === item.language)?.items.push(item);
    },
    next(seat, now) {
      let best: Item | null = null;
      for (const line of lines) {
        // Lines are in order of lanes: a call or a chat that can be taken goes before anything written.
        if (best !== null && best.lane !== line.lane) break;
        if (line.items.length === 0) continue;
        const after = mayTakeAfter(seat, line.lane, line.team, line.language);
        if (after === null) continue;
        const first = head(line);
        if (first === undefined || now - first.readyAt < after) continue;
        if (best === null || first.readyAt < best.readyAt) best = first;
      }
      return best;
    },
    waitingLetters(team) {
      let count = 0;
      for (const line of lines) if (line.team === team && line.lane !== 'call' && line.lane !== 'chat') count += line.items.length;
      return count;
    },
  };
}
