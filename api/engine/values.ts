// What occurs in each dimension, and how often.
import type { Dimension } from '#db/model/metric.ts';
import type { Columns } from './columns.ts';
import type { DimensionValues } from './engine.ts';
import { gone } from './profiles.ts';
import { urgencyCodes, urgencyNames } from './urgency-codes.ts';

/** Conversations by value, most frequent first. Agents are counted by the waits they answered; `none` waits are left out there. */
export function dimensionValues(columns: Columns): DimensionValues {
  const { conversation, wait, profiles } = columns;
  const byProfile = new Float64Array(profiles.size);
  for (let row = 0; row < conversation.length; row += 1) {
    const profile = conversation.profile[row] ?? 0;
    byProfile[profile] = (byProfile[profile] ?? 0) + 1;
  }
  byProfile[gone] = 0;
  const byAgent = new Float64Array(columns.agents.size);
  for (let row = 0; row < wait.length; row += 1) {
    if (wait.profile[row] === gone) continue;
    const agent = wait.agent[row] ?? 0;
    byAgent[agent] = (byAgent[agent] ?? 0) + 1;
  }
  byAgent[0] = 0;
  const ofProfile = (dimension: Exclude<Dimension, 'agent' | 'urgency'>) => {
    const dictionary = profiles.dictionaries[dimension];
    const codes = profiles.codesOf(dimension);
    const counts = new Float64Array(dictionary.size);
    for (let profile = 1; profile < byProfile.length; profile += 1) {
      const code = codes[profile] ?? 0;
      counts[code] = (counts[code] ?? 0) + (byProfile[profile] ?? 0);
    }
    return listed(dictionary, counts);
  };
  return {
    channel: ofProfile('channel'),
    category: ofProfile('category'),
    language: ofProfile('language'),
    team: ofProfile('team'),
    source: ofProfile('source'),
    agent: listed(columns.agents, byAgent),
    country: ofProfile('country'),
    sentiment: ofProfile('sentiment'),
    urgency: urgencyValues(columns),
    risk: ofProfile('risk'),
    issue: ofProfile('issue'),
    complaint: ofProfile('complaint'),
  };
}

/** As of the latest message: the list of values must not need a clock. */
function urgencyValues(columns: Columns): { value: string; n: number }[] {
  const { conversation } = columns;
  const codes = urgencyCodes(columns, columns.lastMessageAt() ?? 0);
  const counts = new Float64Array(urgencyNames.length);
  for (let row = 0; row < conversation.length; row += 1) {
    if (conversation.profile[row] === gone) continue;
    const code = codes[conversation.conversation[row] ?? 0] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return listed({ names: urgencyNames }, counts);
}

function listed(dictionary: { readonly names: readonly string[] }, counts: Float64Array): { value: string; n: number }[] {
  return dictionary.names
    .map((value, code) => ({ value, n: counts[code] ?? 0 }))
    .filter(({ n }) => n > 0)
    .toSorted((a, b) => b.n - a.n || (a.value < b.value ? -1 : 1));
}
