// Events typed in: days and times of the workspace's zone become instants and come back, and what is missing is named.
import { describe, expect, it } from 'vitest';
import { draftOf, eventProblems, newDraft, toEventInput } from '../../../dashboard/src/lib/settings/events/event-draft.ts';
import { hintOf, isFromVendor, keyProblems, usesFor } from '../../../dashboard/src/lib/sources/key-draft.ts';

const zone = 'Asia/Shanghai';
const draft = { ...newDraft('2026-03-12'), label: ' App 7.1 ' };

describe('an event that is typed in', () => {
  it('begins at midnight of the zone and has no length unless it is given', () => {
    expect(toEventInput(draft, zone)).toEqual({
      kind: 'release',
      label: 'App 7.1',
      from: '2026-03-11T16:00:00.000Z',
      to: null,
      magnitude: null,
    });
    expect(toEventInput({ ...draft, fromTime: '9:05', toDay: '2026-03-13', toTime: '00:30', magnitude: '−12,5' }, zone)).toEqual({
      kind: 'release',
      label: 'App 7.1',
      from: '2026-03-12T01:05:00.000Z',
      to: '2026-03-12T16:30:00.000Z',
      magnitude: -12.5,
    });
  });

  it('comes back as it was typed, also over a change of the clock', () => {
    const input = { ...draft, label: 'x', fromTime: '01:30', toDay: '2026-03-29', toTime: '03:15', magnitude: '2' };
    const event = toEventInput({ ...input, fromDay: '2026-03-28' }, 'Europe/Berlin');
    expect(event).toMatchObject({ from: '2026-03-28T00:30:00.000Z', to: '2026-03-29T01:15:00.000Z' });
    const stored = {
      id: 'e',
      source: null,
      sourceLabel: null,
      kind: 'release' as const,
      label: 'x',
      from: event?.from ?? '',
      to: event?.to ?? '',
      magnitude: 2,
    };
    expect(draftOf(stored, 'Europe/Berlin')).toEqual({ ...input, fromDay: '2026-03-28' });
    expect(draftOf({ ...stored, to: stored.from, magnitude: null }, 'Europe/Berlin')).toMatchObject({
      toDay: '',
      toTime: '',
      magnitude: '',
    });
  });

  it('is not an event while something is missing or wrong, and says what', () => {
    expect(
      eventProblems({ ...draft, label: ' ', fromDay: 'soon', fromTime: '25:00', toDay: '2026-02-30', toTime: 'x', magnitude: 'big' }, zone),
    ).toEqual({
      label: 'label',
      fromDay: 'day',
      fromTime: 'time',
      toDay: 'day',
      toTime: 'time',
      magnitude: 'magnitude',
    });
    expect(eventProblems({ ...draft, toDay: '2026-03-11' }, zone)).toEqual({ toDay: 'order' });
    expect(toEventInput({ ...draft, toDay: '2026-03-11' }, zone)).toBeNull();
    expect(eventProblems(draft, zone)).toEqual({});
  });
});

describe('a key that is made', () => {
  it('is offered for what the source can take, its own vendor first', () => {
    expect(usesFor(null)).toEqual(['push', 'standard-webhooks']);
    expect(usesFor('zendesk').slice(0, 2)).toEqual(['zendesk', 'standard-webhooks']);
    expect(usesFor('github-issues')[0]).toBe('github');
    expect(usesFor('zendesk')).toHaveLength(9);
    expect(usesFor('zendesk').filter(isFromVendor)).toEqual(['zendesk', 'chatwoot', 'intercom']);
    expect((['push', 'github', 'standard-webhooks'] as const).map(hintOf)).toEqual(['push', 'hook', 'own']);
  });

  it('needs a label, and the secret where the vendor makes it', () => {
    expect(keyProblems({ use: 'push', label: '', secret: '' })).toEqual(['label']);
    expect(keyProblems({ use: 'zendesk', label: 'x', secret: 'short' })).toEqual(['secret']);
    expect(keyProblems({ use: 'zendesk', label: 'x', secret: 'long enough to keep' })).toEqual([]);
  });
});
