// The filters of a question as tables: one yes or no per profile, per agent and per conversation.
import type { Instant } from '#db/model/instant.ts';
import type { Plan } from '#db/model/metric.ts';
import type { Columns } from './columns.ts';
import { profileDimensions } from './profiles.ts';
import { urgencyCodes, urgencyNames } from './urgency-codes.ts';

export type Allowed = {
  /** 1 for the profiles that pass; profile 0 (replaced rows) never does. */
  readonly profiles: Uint8Array;
  /** Null where agents are not filtered. */
  readonly agents: Uint8Array | null;
  /** By conversation number; null where urgency is not filtered. */
  readonly conversations: Uint8Array | null;
  /** True where every profile passes, so that only replaced rows have to be kept out. */
  readonly isEverything: boolean;
};

/** Values of one dimension are alternatives, dimensions all have to hold; an empty list filters nothing. */
export function allowedBy(columns: Columns, filters: Plan['filters'], asOf: Instant): Allowed {
  const profiles = new Uint8Array(columns.profiles.size).fill(1);
  profiles[0] = 0;
  let isEverything = true;
  for (const dimension of profileDimensions) {
    const values = filters[dimension] ?? [];
    if (values.length === 0) continue;
    isEverything = false;
    const wanted = wantedCodes(columns.profiles.dictionaries[dimension].size, values, (value) =>
      columns.profiles.dictionaries[dimension].find(value),
    );
    const codes = columns.profiles.codesOf(dimension);
    for (let profile = 1; profile < profiles.length; profile += 1) if (wanted[codes[profile] ?? 0] === 0) profiles[profile] = 0;
  }
  const agents = filters.agent ?? [];
  const conversations = urgentEnough(columns, filters.urgency ?? [], asOf);
  if (conversations !== null) isEverything = false;
  if (agents.length === 0) return { profiles, agents: null, conversations, isEverything };
  const named = wantedCodes(columns.agents.size, agents, (value) => columns.agents.find(value));
  return { profiles, agents: named, conversations, isEverything: false };
}

function urgentEnough(columns: Columns, levels: readonly string[], asOf: Instant): Uint8Array | null {
  if (levels.length === 0) return null;
  const wanted = urgencyNames.map((name) => Number(levels.includes(name)));
  return urgencyCodes(columns, asOf).map((code) => wanted[code] ?? 0);
}

function wantedCodes(size: number, values: readonly string[], find: (value: string) => number | null): Uint8Array {
  const wanted = new Uint8Array(size);
  for (const value of values) {
    const code = find(value);
    if (code !== null) wanted[code] = 1;
  }
  return wanted;
}
