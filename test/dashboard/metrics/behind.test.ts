// What is said of a figure whose sources are behind, source by source.
import { describe, expect, it } from 'vitest';
import { words as en } from '#test/support/words/en.ts';
import { words as zh } from '#test/support/words/zh.ts';
import { openFormat } from '../../../dashboard/src/lib/format/format.ts';
import { type Behind, behindReasons } from '../../../dashboard/src/lib/metrics/behind.ts';

const at = '2026-03-20T10:00:00Z';
const now = () => Date.parse(at) + 5 * 3_600_000;
const one = (state: Behind[number]['state'], lastDoneAt: string | null): Behind[number] => ({
  source: 'desk',
  label: 'Zendesk',
  state,
  lastDoneAt,
});
const said = (words: typeof en, behind: Behind) =>
  behindReasons(behind, words.behind, openFormat({ words, zone: 'UTC', now })).map((reason) =>
    reason.replaceAll('\u00a0', ' ').replaceAll('\u202f', ' '),
  );

describe('a figure that may be behind', () => {
  it('says which source was not read, and since when', () => {
    expect(said(en, [one('stale', at), one('stale', null), one('failing', at), one('failing', null), one('new', null)])).toEqual([
      'Zendesk has not been read to its end for 5 h',
      'Zendesk has never been read to its end',
      'The last run of Zendesk failed; it was last read 10:00',
      'Zendesk failed and has never been read to its end',
      'Zendesk is new: it has not been read to its end yet',
    ]);
    expect(said(zh, [one('stale', at)])).toEqual(['Zendesk 已有 5 小时 未完整读取']);
  });

  it('says nothing where none is', () => {
    expect(said(en, [])).toEqual([]);
  });
});
