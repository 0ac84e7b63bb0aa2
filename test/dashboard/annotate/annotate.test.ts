// The pure parts of annotating: keys, drafts, charts with a correction, cards of models.
import { describe, expect, it } from 'vitest';
import { plainAlpha } from '../../../dashboard/src/lib/annotate/alpha-text.ts';
import { campaignProblems, newCampaignDraft, toNewCampaign } from '../../../dashboard/src/lib/annotate/campaign-draft.ts';
import { cardBlocks } from '../../../dashboard/src/lib/annotate/card-blocks.ts';
import { correctedChart } from '../../../dashboard/src/lib/annotate/corrected-chart.ts';
import { labelKeys, queueKeys, queueWish } from '../../../dashboard/src/lib/annotate/label-keys.ts';
import { annotateTabs } from '../../../dashboard/src/lib/annotate/tabs.ts';
import { answerOf } from '../answers.ts';

const press = (key: string, change: object = {}) => queueWish({ key, hasModifier: false, isTyping: false, isRepeat: false, ...change }, 40);

describe('the keys of the queue', () => {
  it('give each label one of its own, and none that means something else', () => {
    const keys = labelKeys(50);
    expect(new Set(keys).size).toBe(50);
    expect(keys.slice(0, 3)).toEqual(['1', '2', '3']);
    expect(keys.filter((key) => Object.values<string>(queueKeys).includes(key))).toEqual([]);
  });

  it('ask for labels, and for what else can be done', () => {
    expect(press('2')).toEqual({ does: 'label', place: 1 });
    expect(press('q')).toEqual({ does: 'label', place: 10 });
    expect(['s', 'f', 'u', 'c', 'g', 'Backspace', 'Escape'].map((key) => press(key)?.does)).toEqual([
      'skip',
      'flag',
      'undo',
      'comment',
      'guide',
      'undo',
      'leave',
    ]);
  });

  it('do nothing while somebody types, with a modifier, or for as long as a key is held down', () => {
    expect([press('1', { isTyping: true }), press('1', { hasModifier: true }), press('1', { isRepeat: true })]).toEqual([null, null, null]);
    expect(queueWish({ key: '4', hasModifier: false, isTyping: false, isRepeat: false }, 3)).toBe(null);
  });
});

describe('a new campaign', () => {
  it('needs a name, a size that can be worked through, and days that exist', () => {
    expect(campaignProblems(newCampaignDraft)).toEqual({ name: 'name' });
    expect(campaignProblems({ ...newCampaignDraft, name: 'a', size: '5001', gold: 'x', from: '2026-02-30' })).toEqual({
      size: 'size',
      gold: 'gold',
      from: 'day',
    });
    expect(toNewCampaign(newCampaignDraft)).toBe(null);
  });

  it('is what was typed, without what was left empty', () => {
    const draft = { ...newCampaignDraft, name: ' Mood ', filters: { language: ['en'], channel: [] }, guideline: { en: 'x', de: ' ' } };
    expect(toNewCampaign(draft)).toEqual({
      name: 'Mood',
      field: 'sentiment',
      size: 300,
      uncertainShare: 0.5,
      strata: ['language'],
      overlapShare: 0.2,
      gold: 0,
      from: null,
      to: null,
      filters: { language: ['en'] },
      guideline: { en: 'x' },
    });
  });
});

describe('a corrected share over time', () => {
  const buckets = [
    { key: '2026-01-01', from: '2026-01-01', to: '2026-01-01' },
    { key: '2026-01-02', from: '2026-01-02', to: '2026-01-02' },
  ];
  const group = { key: '2026-01-01', keys: ['2026-01-01'], n: 40, value: 0.5, interval: [0.4, 0.6] as const };
  const labels = { counted: 'Counted', corrected: 'Corrected' };

  it('stands beside the counted one, with its band and gaps where nothing is known', () => {
    const corrected = { value: 0.4, interval: [0.3, 0.5] as const, labelled: 300 };
    const chart = correctedChart(answerOf({ groups: [{ ...group, corrected }] }), buckets, 'day', labels);
    expect(chart.series.map(({ key, values, low, high }) => [key, values, low, high])).toEqual([
      ['corrected', [0.4, null], [0.3, null], [0.5, null]],
      ['counted', [0.5, null], [0.4, null], [0.6, null]],
    ]);
  });

  it('is not drawn where there is nothing to correct by', () => {
    expect(correctedChart(answerOf({ groups: [group] }), buckets, 'day', labels).series.map(({ key }) => key)).toEqual(['counted']);
  });
});

describe('the card of a model', () => {
  it('becomes blocks of text, and nothing that is run', () => {
    const text = '# Title\n\nOne **bold**\nline <b>.\n\n## Part\n\n- a\n- b\n  goes on\n\n| x | y |\n| --- | --- |\n| 1 | `2` |\n';
    expect(cardBlocks(text)).toEqual([
      { kind: 'paragraph', text: 'One bold line <b>.' },
      { kind: 'heading', text: 'Part' },
      { kind: 'list', items: ['a', 'b   goes on'] },
      { kind: 'table', head: ['x', 'y'], rows: [['1', '2']] },
    ]);
  });
});

describe('the rest', () => {
  it('writes an alpha with two digits and a true minus', () => {
    expect([0.8154, -0.05, null].map((alpha) => plainAlpha({ locale: 'en-GB' }, alpha))).toEqual(['0.82', '−0.05', '-']);
  });

  it('has a tab for each part, and campaigns for leads only', () => {
    expect(annotateTabs.filter(({ needs }) => needs === 'annotations:manage').map(({ id }) => id)).toEqual(['campaigns']);
  });
});
