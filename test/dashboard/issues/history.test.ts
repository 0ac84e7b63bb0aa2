// The history of an issue in words of the screen.
import { describe, expect, it } from 'vitest';
import { words } from '#test/support/words/en.ts';
import { openFormat } from '../../../dashboard/src/lib/format/format.ts';
import { historyDetail } from '../../../dashboard/src/lib/issues/history.ts';

const format = openFormat({ words, zone: 'UTC', now: () => 0 });

describe('an entry in the history of an issue', () => {
  it('names states, counts conversations and leaves the rest as it is', () => {
    const told: Parameters<typeof historyDetail>[0]['details'][] = [
      { from: 'new', to: 'with-product' },
      { conversations: 3 },
      { to: '2026-05-01' },
      { owner: 'Ann' },
      {},
    ];
    expect(told.map((details) => historyDetail({ details }, words, format))).toEqual([
      'With product',
      '3 conversations',
      '2026-05-01',
      'Ann',
      '',
    ]);
  });
});
