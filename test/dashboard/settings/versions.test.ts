// Versions: which holds when, and what a new one would replace.
import { describe, expect, it } from 'vitest';
import { latestNumber, nextAfter, replacedOn, spansOf, versionOn } from '../../../dashboard/src/lib/settings/versions.ts';

const first = { version: 1, validFrom: null };
const spring = { version: 2, validFrom: '2026-03-01' };
const autumn = { version: 3, validFrom: '2026-10-01' };
const mended = { version: 4, validFrom: '2026-03-01' };
const versions = [first, spring, autumn, mended];

describe('versions', () => {
  it('holds the one that began last, and of two that began together the higher number', () => {
    expect(['2026-02-28', '2026-03-01', '2026-09-30', '2026-10-01'].map((day) => versionOn(versions, day)?.version)).toEqual([1, 4, 4, 3]);
    expect(versionOn([spring], '2026-01-01')).toBeNull();
  });
  it('tells for each until when it holds, latest first', () => {
    expect(spansOf(versions, '2026-05-01')).toEqual([
      { version: autumn, state: 'later', until: null },
      { version: mended, state: 'now', until: '2026-10-01' },
      { version: spring, state: 'replaced', until: '2026-03-01' },
      { version: first, state: 'past', until: '2026-03-01' },
    ]);
  });
  it('finds what takes over again after a new version, and what it replaces', () => {
    expect([nextAfter(versions, '2026-05-01'), nextAfter(versions, '2026-10-01')]).toEqual([autumn, null]);
    expect([replacedOn(versions, '2026-10-01'), replacedOn(versions, '2026-10-02')]).toEqual([autumn, null]);
  });
  it('numbers the latest by number, not by begin', () => {
    expect([latestNumber(versions), latestNumber([])]).toEqual([4, 0]);
  });
});
