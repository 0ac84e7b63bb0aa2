// Groups found anew go on from the issues that they share conversations with; splits and merges come out as such.
import { describe, expect, it } from 'vitest';
import { matchGroups, type OldMember } from '#ingest/issues/match-groups.ts';

const of = (group: number | null, issueId: string | null, n: number): OldMember[] => Array.from({ length: n }, () => ({ group, issueId }));

describe('matchGroups', () => {
  it('keeps ids by what is shared, whatever the groups are numbered', () => {
    const { groups, gone } = matchGroups([...of(1, 'a', 8), ...of(0, 'b', 6), ...of(0, 'a', 1)], 2, new Set());
    expect({ groups, gone: [...gone] }).toEqual({
      groups: [
        { issueId: 'b', from: null },
        { issueId: 'a', from: null },
      ],
      gone: [],
    });
  });

  it('gives the larger part of a split the id, and says where the other came from', () => {
    const { groups, gone } = matchGroups([...of(0, 'a', 10), ...of(1, 'a', 4)], 2, new Set());
    expect({ groups, gone: [...gone] }).toEqual({
      groups: [
        { issueId: 'a', from: null },
        { issueId: null, from: 'a' },
      ],
      gone: [],
    });
  });

  it('names the heir of an issue that was taken up, and none for one that is found no more', () => {
    const { groups, gone } = matchGroups([...of(0, 'a', 10), ...of(0, 'b', 4), ...of(null, 'c', 5)], 1, new Set());
    expect({ groups, gone: [...gone] }).toEqual({
      groups: [{ issueId: 'a', from: null }],
      gone: [
        ['b', 0],
        ['c', null],
      ],
    });
  });

  it('lets both halves go on as one where people had joined them, and only then', () => {
    const members = [...of(0, 'a', 10), ...of(1, 'a', 9)];
    expect(matchGroups(members, 2, new Set(['a'])).groups).toEqual([
      { issueId: 'a', from: null },
      { issueId: 'a', from: null },
    ]);
    expect(matchGroups(members, 2, new Set()).groups).toEqual([
      { issueId: 'a', from: null },
      { issueId: null, from: 'a' },
    ]);
  });

  it('calls a group of strangers new', () => {
    expect(matchGroups([...of(0, null, 6), ...of(0, 'a', 1), ...of(1, 'a', 20)], 2, new Set()).groups).toEqual([
      { issueId: null, from: null },
      { issueId: 'a', from: null },
    ]);
  });
});
