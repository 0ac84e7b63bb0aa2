// Promises as they are typed, and how long they really take.
import { describe, expect, it } from 'vitest';
import { byStage, isForAll, kindIn, takenChannels } from '../../../dashboard/src/lib/settings/promise/channels.ts';
import { openDaysFor } from '../../../dashboard/src/lib/settings/promise/open-days.ts';
import {
  draftOf,
  type PromiseDraft,
  type PromiseTerms,
  parseAmount,
  readDraft,
  withType,
} from '../../../dashboard/src/lib/settings/promise/promise-draft.ts';

const hour = 3_600_000;
const terms = (type: PromiseTerms['type'], durationMs: number | null, workingDays: number | null = null): PromiseTerms => ({
  type,
  durationMs,
  workingDays,
  calendarId: 'business',
});
const draft: PromiseDraft = { type: 'calendar', amount: '24', unit: 'hours', workingDays: '1', calendarId: 'business' };

describe('promise draft', () => {
  it('shows a duration in the unit in which people say it', () => {
    const shown = [
      terms('calendar', 24 * hour),
      terms('working-time', 300_000),
      terms('calendar', 168 * hour),
      terms('working-time', 168 * hour),
    ];
    expect(shown.map(draftOf).map(({ amount, unit }) => `${amount} ${unit}`)).toEqual(['24 hours', '5 minutes', '7 days', '168 hours']);
  });
  it('reads back what it shows', () => {
    const all = [
      terms('calendar', 24 * hour),
      terms('working-time', 300_000),
      terms('working-time', 90_000),
      terms('working-days', null, 15),
    ];
    expect(all.map((one) => readDraft(draftOf(one)))).toEqual(all.map((one) => ({ terms: one, problem: null })));
  });
  it('names the field that is wrong', () => {
    const wrong = (change: Partial<PromiseDraft>) => readDraft({ ...draft, ...change }).problem;
    expect([
      wrong({ amount: '' }),
      wrong({ amount: '0' }),
      wrong({ amount: '9000' }),
      wrong({ type: 'working-days', workingDays: '1.5' }),
      wrong({ type: 'working-days', workingDays: '400' }),
      wrong({ type: 'working-days', amount: '' }),
    ]).toEqual([
      { field: 'amount', why: 'not-a-number' },
      { field: 'amount', why: 'not-a-number' },
      { field: 'amount', why: 'too-long' },
      { field: 'workingDays', why: 'not-whole' },
      { field: 'workingDays', why: 'too-long' },
      null,
    ]);
  });
  it('turns days into hours where the reading knows no days', () => {
    expect(withType({ ...draft, amount: '2', unit: 'days' }, 'working-time')).toEqual({ ...draft, type: 'working-time', amount: '48' });
    expect(withType(draft, 'working-days')).toEqual({ ...draft, type: 'working-days' });
  });
  it('reads a comma and full-width digits as numbers', () => {
    expect(['1,5', '２４', ' 3 ', '1e3', '-2', 'x'].map(parseAmount)).toEqual([1.5, 24, 3, null, null, null]);
  });
  it('tells how many opening days a working time fills', () => {
    const office = [{ open: 480, close: 1200 }];
    expect(openDaysFor(24 * hour, [office, office, office, office, office, [], []])).toBe(2);
    expect(openDaysFor(4 * hour, [office, office, office, office, office, [], []])).toBe(0.3);
    expect(openDaysFor(hour, [[], [], [], [], [], [], []])).toBeNull();
  });
});

describe('channels of a promise', () => {
  const promise = (id: string, stage: 'reply' | 'complaint-decided', channels: readonly string[]) => ({
    id,
    label: id,
    stage,
    channels,
    versions: [],
  });
  const all = ['chat', 'phone', 'email', 'form', 'forum', 'social', 'review', 'other'].map((kind) => `kind:${kind}`);

  it('tells kinds from names, and all kinds from some', () => {
    expect([kindIn('kind:chat'), kindIn('kind:pigeon'), kindIn('chat')]).toEqual(['chat', null, null]);
    expect([isForAll(all), isForAll(all.slice(1))]).toEqual([true, false]);
  });
  it('groups by stage and knows which channels a stage has', () => {
    const [decided, chat] = [promise('d', 'complaint-decided', all), promise('c', 'reply', ['kind:chat', 'telegram'])];
    expect(byStage([decided, chat])).toEqual([
      { stage: 'reply', promises: [chat] },
      { stage: 'complaint-decided', promises: [decided] },
    ]);
    expect(takenChannels([decided, chat], 'reply')).toEqual(new Set(['kind:chat', 'telegram']));
  });
});
