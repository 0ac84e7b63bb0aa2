// The filters of a question as tables: one yes or no per profile, per agent and per conversation.
import type { Instant } from '#db/model/instant.ts';
import type { Plan } from '#db/model/metric.ts';
import type { Columns } from './columns.ts';
import { keptOr } from './kept.ts';
import { gone, type ProfileDimension, profileDimensions } from './profiles.ts';
import { urgencyCodes, urgencyNames } from './urgency-codes.ts';

export type Allowed = {
  /** The same for the same filters on profiles, and another when profiles have been added. */
  readonly key: string;
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
  const asked = profileDimensions
    .map((dimension) => ({ dimension, values: filters[dimension] ?? [] }))
    .filter(({ values }) => values.length > 0);
  const key = `${columns.profiles.size} ${JSON.stringify(asked)}`;
  const profiles = keptOr(columns.prepared.profiles, key, () => passing(columns, asked));
  let isEverything = asked.length === 0;
  const agents = filters.agent ?? [];
  const conversations = urgentEnough(columns, filters.urgency ?? [], asOf);
  if (conversations !== null) isEverything = false;
  if (agents.length === 0) return { key, profiles, agents: null, conversations, isEverything };
  const named = wantedCodes(columns.agents.size, agents, (value) => columns.agents.find(value));
  return { key, profiles, agents: named, conversations, isEverything: false };
}

function passing(
  { profiles }: Columns,
  asked: readonly { readonly dimension: ProfileDimension; readonly values: readonly string[] }[],
): Uint8Array {
  const passes = new Uint8Array(profiles.size).fill(1);
  passes[gone] = 0;
  for (const { dimension, values } of asked) {
    const dictionary = profiles.dictionaries[dimension];
    const wanted = wantedCodes(dictionary.size, values, (value) => dictionary.find(value));
    const codes = profiles.codesOf(dimension);
    for (let profile = 1; profile < passes.length; profile += 1) if (wanted[codes[profile] ?? 0] === 0) passes[profile] = 0;
  }
  return passes;
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
