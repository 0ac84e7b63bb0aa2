// What somebody has typed of an event, in the zone of the workspace, and the event that it means.
import type { BusinessEvent } from '../../api/shapes.ts';
import { isDay } from '../../format/date.ts';
import { instantOf, wallAt } from '../../format/wall-clock.ts';
import type { EventInput } from './ask.ts';

export type EventKind = BusinessEvent['kind'];
export const eventKinds: readonly EventKind[] = ['release', 'incident', 'market', 'campaign', 'holiday'];

export type EventDraft = {
  readonly kind: EventKind;
  readonly label: string;
  readonly fromDay: string;
  readonly fromTime: string;
  /** Empty: the event has no length. */
  readonly toDay: string;
  readonly toTime: string;
  readonly magnitude: string;
};

const twoDigits = (count: number) => String(count).padStart(2, '0');
const clockText = (minutes: number) => `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;

/** `14:30` or `9:05` as minutes; nothing is midnight; null where it is no time. */
function minutesOf(text: string): number | null {
  if (text.trim() === '') return 0;
  const found = /^([01]?\d|2[0-3])[:.：]([0-5]\d)$/.exec(text.trim());
  return found === null ? null : Number(found[1]) * 60 + Number(found[2]);
}

function magnitudeOf(text: string): number | null | 'wrong' {
  const plain = text.trim().replace('−', '-').replace(',', '.');
  if (plain === '') return null;
  return /^[+-]?\d{1,9}(\.\d{1,6})?$/.test(plain) ? Number(plain) : 'wrong';
}

export function newDraft(today: string): EventDraft {
  return { kind: 'release', label: '', fromDay: today, fromTime: '', toDay: '', toTime: '', magnitude: '' };
}

export function draftOf({ kind, label, from, to, magnitude }: BusinessEvent, zone: string): EventDraft {
  const [begin, end] = [wallAt(Date.parse(from), zone), wallAt(Date.parse(to), zone)];
  const hasLength = from !== to;
  return {
    kind,
    label,
    fromDay: begin.day,
    fromTime: clockText(begin.minutes),
    toDay: hasLength ? end.day : '',
    toTime: hasLength ? clockText(end.minutes) : '',
    magnitude: magnitude === null ? '' : String(magnitude),
  };
}

function instantAt(day: string, time: string, zone: string): number | null {
  const minutes = minutesOf(time);
  return isDay(day) && minutes !== null ? instantOf(day, minutes, zone) : null;
}

export type EventProblem = 'label' | 'day' | 'time' | 'order' | 'magnitude';

/** Problems by field; nothing where the draft is an event. */
export function eventProblems(draft: EventDraft, zone: string): Readonly<Partial<Record<keyof EventDraft, EventProblem>>> {
  const { label, fromDay, fromTime, toDay, toTime, magnitude } = draft;
  const hasEnd = toDay.trim() !== '';
  const [from, to] = [instantAt(fromDay, fromTime, zone), hasEnd ? instantAt(toDay, toTime, zone) : null];
  return {
    ...(label.trim() === '' ? { label: 'label' } : {}),
    ...(isDay(fromDay) ? {} : { fromDay: 'day' }),
    ...(minutesOf(fromTime) === null ? { fromTime: 'time' } : {}),
    ...(hasEnd && !isDay(toDay) ? { toDay: 'day' } : {}),
    ...(hasEnd && minutesOf(toTime) === null ? { toTime: 'time' } : {}),
    ...(from !== null && to !== null && to < from ? { toDay: 'order' } : {}),
    ...(magnitudeOf(magnitude) === 'wrong' ? { magnitude: 'magnitude' } : {}),
  };
}

/** The event of a draft without problems; null while it has some. */
export function toEventInput(draft: EventDraft, zone: string): EventInput | null {
  if (Object.keys(eventProblems(draft, zone)).length > 0) return null;
  const from = instantAt(draft.fromDay, draft.fromTime, zone);
  const to = draft.toDay.trim() === '' ? null : instantAt(draft.toDay, draft.toTime, zone);
  const magnitude = magnitudeOf(draft.magnitude);
  if (from === null || magnitude === 'wrong') return null;
  const iso = (at: number) => new Date(at).toISOString();
  return { kind: draft.kind, label: draft.label.trim(), from: iso(from), to: to === null ? null : iso(to), magnitude };
}
