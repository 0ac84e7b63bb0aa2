// Gives groups that were found anew the ids of the issues that they go on from, by the conversations that they share.

/** `from`: the issue whose messages it took most of without going on from it (a split); null for what was in none. */
export type Matched = { readonly issueId: string | null; readonly from: string | null };
export type Matching = {
  /** By group. */
  readonly groups: readonly Matched[];
  /** Issues that no group goes on from, with the group that most of their messages went to; null where they went nowhere. */
  readonly gone: ReadonlyMap<string, number | null>;
};

export type OldMember = { readonly group: number | null; readonly issueId: string | null };
type Shared = { readonly group: number; readonly issueId: string; readonly n: number };

/** At least this share of the group or of the issue has to be shared. */
const leastShare = 0.3;
const most = 0.5;

/**
 * Pairs with the most shared conversations first, each group and each issue once. `joined`: issues that people made out of several; every
 * group that is mostly theirs goes on as a part of them.
 */
export function matchGroups(members: readonly OldMember[], groupCount: number, joined: ReadonlySet<string>): Matching {
  const shared = countShared(members);
  const groupSize = sizes(members.flatMap(({ group }) => group ?? []));
  const issueSize = sizes(members.flatMap(({ issueId }) => issueId ?? []));
  const shareOf = ({ group, issueId, n }: Shared) => ({
    ofGroup: n / (groupSize.get(group) ?? 1),
    ofIssue: n / (issueSize.get(issueId) ?? 1),
  });
  const taken = new Map<number, string>();
  const matched = new Set<string>();
  for (const pair of shared) {
    const { ofGroup, ofIssue } = shareOf(pair);
    const goesOn = joined.has(pair.issueId) ? ofGroup >= most : !matched.has(pair.issueId) && Math.max(ofGroup, ofIssue) >= leastShare;
    if (!goesOn || taken.has(pair.group)) continue;
    taken.set(pair.group, pair.issueId);
    matched.add(pair.issueId);
  }
  const groups = Array.from({ length: groupCount }, (_, group): Matched => {
    const issueId = taken.get(group) ?? null;
    const split = shared.find((pair) => pair.group === group && shareOf(pair).ofGroup >= most);
    return { issueId, from: issueId === null ? (split?.issueId ?? null) : null };
  });
  const gone = new Map<string, number | null>();
  for (const issueId of issueSize.keys()) {
    if (matched.has(issueId)) continue;
    const heir = shared.find((pair) => pair.issueId === issueId && shareOf(pair).ofIssue >= most);
    gone.set(issueId, heir?.group ?? null);
  }
  return { groups, gone };
}

function sizes<Key>(keys: readonly Key[]): Map<Key, number> {
  const counts = new Map<Key, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function countShared(members: readonly OldMember[]): Shared[] {
  const counts = new Map<string, Shared>();
  for (const { group, issueId } of members) {
    if (group === null || issueId === null) continue;
    const key = `${group} ${issueId}`;
    counts.set(key, { group, issueId, n: (counts.get(key)?.n ?? 0) + 1 });
  }
  return [...counts.values()].sort((a, b) => b.n - a.n || a.group - b.group || (a.issueId < b.issueId ? -1 : 1));
}
