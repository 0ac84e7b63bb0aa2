// The filters of a question as tables: one yes or no per profile, and per agent.
import type { Plan } from '#db/model/metric.ts';
import type { Columns } from './columns.ts';
import { profileDimensions } from './profiles.ts';

export type Allowed = {
  /** 1 for the profiles that pass; profile 0 (replaced rows) never does. */
  readonly profiles: Uint8Array;
  /** Null where agents are not filtered. */
  readonly agents: Uint8Array | null;
  /** True where every profile passes, so that only replaced rows have to be kept out. */
  readonly isEverything: boolean;
};

/** Values of one dimension are alternatives, dimensions all have to hold; an empty list filters nothing. */
export function allowedBy(columns: Columns, filters: Plan['filters']): Allowed {
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
  if (agents.length === 0) return { profiles, agents: null, isEverything };
  return { profiles, agents: wantedCodes(columns.agents.size, agents, (value) => columns.agents.find(value)), isEverything: false };
}

function wantedCodes(size: number, values: readonly string[], find: (value: string) => number | null): Uint8Array {
  const wanted = new Uint8Array(size);
  for (const value of values) {
    const code = find(value);
    if (code !== null) wanted[code] = 1;
  }
  return wanted;
}
