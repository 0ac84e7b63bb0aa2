// The page of the wait-time notice without its drawing: the sentence, the form of what is set by hand, the chart, the lines to paste.
import { describe, expect, it } from 'vitest';
import { words } from '#test/support/words/en.ts';
import { openFormat } from '../../../dashboard/src/lib/format/format.ts';
import { addressOf, snippetOf } from '../../../dashboard/src/lib/notice/embed.ts';
import { draftOfRange, emptyOverride, overrideProblem, toOverrideInput } from '../../../dashboard/src/lib/notice/override-draft.ts';
import { noticeSentence } from '../../../dashboard/src/lib/notice/sentence.ts';
import { trackChart } from '../../../dashboard/src/lib/notice/track-chart.ts';
import { plainText } from '../../../dashboard/src/lib/words/say.ts';

const now = Date.UTC(2026, 2, 29, 1, 30);
const format = openFormat({ words, zone: 'Asia/Shanghai', now: () => now });

const grade = {
  ...{ n: 2_000, within: 1_620, sooner: 180, later: 200, stillPossible: 0, coverage: 0.81, interval: [0.79, 0.83] as const },
  ...{ bias: 0.01, biasInterval: [-0.01, 0.03] as const, leaning: 'none' as const, verdict: 'trusted' as const },
};
const freshness = { asOf: '2026-03-29T01:30:00.000Z', lastMessageAt: null, change: 1, behind: [] };
const grades = (all: object, channels: readonly object[] = []) => ({
  range: null,
  zone: 'Asia/Shanghai',
  freshness,
  all: { ...grade, ...all },
  channels: channels.map((one) => ({ channel: 'chat', ...grade, ...one })),
});
const said = (isOn: boolean, found: ReturnType<typeof grades>) =>
  plainText(noticeSentence({ isOn, grades: found, days: 30, href: '/list' }, words, format));

describe('the sentence of the page', () => {
  it('says share, aim and verdict, and names what is not to be trusted', () => {
    expect(said(true, grades({}))).toBe(
      'In the last 30 days 81\u202f% of 2,000 customers waited as long as the notice said; 80 % is the aim. The notice can be trusted.'.replace(
        '81\u202f%',
        format.share(0.81, 2_000),
      ),
    );
    expect(said(true, grades({}, [{ verdict: 'broken' }, { channel: 'email' }]))).toContain(' Not to be trusted: Chat.');
    expect(said(true, grades({ verdict: 'ungraded' }))).toBe(words.notice.ungraded);
    expect(said(false, grades({}))).toBe(words.notice.off);
  });
});

describe('a notice set by hand', () => {
  it('begins with what stands, in the largest unit that is whole', () => {
    expect(
      [{ min: 0, max: 5 }, { min: 0, max: 4 }, { min: 60, max: 120 }, { min: 0, max: 2_880 }, { min: 90, max: 120 }, null].map(
        draftOfRange,
      ),
    ).toEqual([
      { min: '0', max: '5', unit: 'minutes' },
      { min: '0', max: '5', unit: 'minutes' },
      { min: '1', max: '2', unit: 'hours' },
      { min: '0', max: '2', unit: 'days' },
      { min: '90', max: '120', unit: 'minutes' },
      { min: '', max: '', unit: 'minutes' },
    ]);
  });

  it('is a range in steps of five, or a text, or both', () => {
    const typed = { ...emptyOverride, min: '1', max: '4', unit: 'hours' as const };
    expect(toOverrideInput({ ...typed, texts: { en: ' Busy ', zh: ' ' } }, now)).toEqual({
      waitMinutes: { min: 60, max: 240 },
      texts: { en: 'Busy' },
      expiresAt: '2026-03-29T05:30:00.000Z',
    });
    expect(toOverrideInput({ ...emptyOverride, hasRange: false, texts: { ja: '混雑' } }, now)?.waitMinutes).toBeNull();
    const wrong = [
      { ...typed, max: '1' },
      { ...typed, unit: 'minutes' as const },
      { ...typed, min: '-5' },
      { ...typed, max: '99999', unit: 'days' as const },
      { ...emptyOverride, hasRange: false },
    ];
    expect(wrong.map(overrideProblem)).toEqual(['range', 'range', 'range', 'range', 'nothing']);
    expect(wrong.map((draft) => toOverrideInput(draft, now))).toEqual([null, null, null, null, null]);
  });
});

it('the chart has a gap where too few came, and the told range as a band', () => {
  const buckets = ['2026-03-01', '2026-03-02'].map((key) => ({ key, from: key, to: key }));
  const day = { day: '2026-03-02', n: 9, toldMinMs: 0, toldMaxMs: 300_000, p10: 10_000, p50: 60_000, p90: null };
  const { series } = trackChart({ channel: 'chat', zone: 'UTC', days: [day] }, buckets, { told: 'told', half: 'half', most: 'most' });
  expect(series.map(({ key, values, low, n }) => [key, values, low, n])).toEqual([
    ['told', [null, 300_000], [null, 0], [null, 9]],
    ['half', [null, 60_000], undefined, undefined],
    ['most', [null, null], undefined, undefined],
  ]);
});

it('the lines to paste name this house and the key, and ask without cookies', () => {
  expect(snippetOf('https://h.example', 'K')).toBe(
    '<script src="https://h.example/api/public/notice.js" async crossorigin="anonymous"></script>\n<huiyin-notice notice-key="K" channel="chat"></huiyin-notice>',
  );
  expect(addressOf('https://h.example', 'K')).toBe('https://h.example/api/public/notices/K');
});
