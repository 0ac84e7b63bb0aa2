// The address, the form and the sentences of the staffing page.
import { describe, expect, it } from 'vitest';
import { closedStretches } from '../../../dashboard/src/lib/staffing/charts.ts';
import { parseTerms, toTermsText } from '../../../dashboard/src/lib/staffing/terms-draft.ts';
import { asItWas, parseStaffing, serialiseStaffing, toStaffingQuery, withKnob } from '../../../dashboard/src/lib/staffing/url.ts';

const plain = { ...asItWas, channel: 'chat', language: null };

describe('the address of the staffing page', () => {
  it('keeps every slider and leaves out what is as it was', () => {
    const view = { ...plain, language: 'de', more: -2, fromHour: 9, toHour: 12, earlier: 60, event: 1.5, target: 95 };
    expect(parseStaffing(serialiseStaffing(view))).toEqual(view);
    expect(serialiseStaffing(plain).toString()).toBe('channel=chat');
  });

  it('reads nonsense as it was', () => {
    const asked = new URLSearchParams('channel=chat&more=999&fromHour=20&toHour=8&event=x&target=');
    expect(parseStaffing(asked)).toEqual(plain);
  });

  it('lets the ends of a stretch push each other', () => {
    expect(withKnob(plain, 'fromHour', 22)).toEqual({ ...plain, fromHour: 22, toHour: 23 });
    expect(withKnob(plain, 'toHour', 3)).toEqual({ ...plain, fromHour: 2, toHour: 3 });
  });

  it('asks the API in its own words', () => {
    expect(toStaffingQuery({ ...plain, language: 'de' })).toEqual({
      more: '0',
      fromHour: '8',
      toHour: '20',
      earlier: '0',
      event: '0',
      target: '0.9',
      language: 'de',
    });
  });
});

describe('the form of the terms', () => {
  it('reads minutes and percent, empty as measured, and nothing outside the bounds', () => {
    expect(parseTerms({ handling: '7,5', concurrency: '2', shrinkage: '30', patience: '' })).toEqual({
      handlingMs: 450_000,
      concurrency: 2,
      shrinkage: 0.3,
      patienceMs: null,
    });
    const empty = { handling: '', concurrency: '', shrinkage: '', patience: '' };
    for (const wrong of [{ handling: '0' }, { concurrency: '0.5' }, { shrinkage: '91' }, { patience: 'long' }])
      expect(parseTerms({ ...empty, ...wrong })).toBeUndefined();
  });

  it('shows what is set and not what is measured', () => {
    const none = { n: 0, meanMs: null, meanInterval: null, medianMs: null, medianInterval: null };
    const terms = {
      handling: { ...none, valueMs: 450_000, origin: 'set' as const },
      concurrency: { value: 1.2, origin: 'measured' as const, measured: 1.2 },
      shrinkage: { value: 0.3, origin: 'set' as const, measured: 0.1, shifts: 4 },
      patience: { valueMs: null, origin: 'none' as const },
      answers: 1,
      answered: 1,
      settingVersion: 3,
    };
    expect(toTermsText({ terms })).toEqual({ handling: '7.5', concurrency: '', shrinkage: '30', patience: '' });
  });
});

describe('the charts', () => {
  it('mark each run of closed hours once', () => {
    const hour = {
      key: '',
      from: '',
      to: '',
      hourOfWeek: 0,
      demand: 0,
      busyDemand: 0,
      active: 0,
      people: 0,
      planned: 0,
      needed: 0,
      inTime: null,
    };
    const hours = [0, 0, 1, 0.5, 0].map((open) => ({ ...hour, open }));
    expect(closedStretches(hours, 'Closed')).toEqual([
      { first: 0, last: 1, label: 'Closed' },
      { first: 4, last: 4, label: 'Closed' },
    ]);
  });
});
