// The preview of a promise: when a message would be due, now and at the instants that surprise people.
import type { z } from '@hono/zod-openapi';
import { dueInstant } from '#db/facts/due-instant.ts';
import { promiseInForce } from '#db/facts/promise-in-force.ts';
import { calendarVersionAt, isOpen, nextOpening } from '#db/facts/working-time.ts';
import type { Calendar } from '#db/model/calendar.ts';
import { AppError } from '#db/model/errors.ts';
import { day, hour, type Instant, minute } from '#db/model/instant.ts';
import type { PromiseVersion, ServicePromise } from '#db/model/promise.ts';
import { openStretches } from './open-stretches.ts';
import { dayOf, startOfDay } from './range.ts';
import type { previewInput, previewShape } from './shapes/settings.ts';
import { toIso, toIsoOrNull } from './to-iso.ts';

type Preview = z.infer<typeof previewShape>;

export type PreviewContext = {
  readonly at: Instant;
  readonly now: Instant;
  readonly calendars: readonly Calendar[];
  readonly promises: readonly ServicePromise[];
  readonly zone: string;
};

type Asked = { readonly promise: ServicePromise | null; readonly version: PromiseVersion };

/** The terms that are asked about; null where the channel has no promise. */
function toTerms(body: z.infer<typeof previewInput>, { at, calendars, promises }: PreviewContext): Asked | null {
  const { promiseId, channel, draft } = body;
  if (draft !== undefined) return { promise: null, version: { ...draft, promiseId: 'draft', version: 1, validFrom: null } };
  const zoneOf = (id: string) => calendars.find((calendar) => calendar.id === id)?.versions.at(-1)?.zone ?? null;
  if (channel !== undefined) return promiseInForce(promises, channel, 'reply', at, zoneOf);
  const promise = promises.find((one) => one.id === promiseId);
  if (promise === undefined) throw new AppError('not_found', `no promise "${promiseId ?? ''}"`);
  const [name = ''] = promise.channels;
  // Asked alone, the promise stands for itself: others that name the same channel must not come before it.
  const inForce = promiseInForce([promise], name.replace(/^kind:/, ''), promise.stage, at, zoneOf);
  const version = inForce?.version ?? promise.versions.at(-1);
  return version === undefined ? null : { promise, version };
}

type Example = { readonly kind: Preview['examples'][number]['kind']; readonly at: Instant };

/** Telling instants after `at`: inside hours, just before and after a close, on a closed day, before a holiday. What the calendar does not have is left out. */
function toExamples(calendar: Calendar, at: Instant, now: Instant): Example[] {
  const found: Example[] = [{ kind: 'now', at: now }];
  const opening = nextOpening(calendar, at);
  if (opening === null) return found;
  const stretches = openStretches(calendar, opening, opening + 14 * day);
  const [first] = stretches;
  if (first === undefined) return found;
  found.push({ kind: 'in_hours', at: Math.min(first.from + hour, Math.floor((first.from + first.to) / 2)) });
  const closes = stretches.filter((stretch) => stretch.to < opening + 13 * day);
  const [close] = closes;
  if (close !== undefined) {
    found.push({ kind: 'before_close', at: close.to - 10 * minute }, { kind: 'after_close', at: close.to + 30 * minute });
    const gap = closes.find((stretch, index) => (stretches[index + 1]?.from ?? 0) - stretch.to > day);
    if (gap !== undefined) found.push({ kind: 'weekend', at: gap.to + 18 * hour });
  }
  const version = calendarVersionAt(calendar, at);
  const today = version === null ? '' : dayOf(at, version.zone);
  const holiday = version?.exceptions.find((exception) => exception.kind === 'holiday' && exception.date > today);
  if (version !== null && holiday !== undefined)
    found.push({ kind: 'before_holiday', at: startOfDay(holiday.date, version.zone, -1) + 16 * hour });
  return found;
}

/** When a message at `at` would be due. A promise on hours of which the calendar never has enough is due never: null. */
export function previewPromise(body: z.infer<typeof previewInput>, context: PreviewContext): Preview {
  const { at, now, calendars, zone } = context;
  const terms = toTerms(body, context);
  if (terms === null) return { at: toIso(at), dueAt: null, zone, promise: null, isOpenAt: false, examples: [] };
  const { promise, version } = terms;
  const calendar = calendars.find((one) => one.id === version.calendarId);
  if (calendar === undefined) throw new AppError('invalid', `calendarId: there is no calendar "${version.calendarId}"`);
  return {
    at: toIso(at),
    dueAt: toIsoOrNull(dueInstant(version, calendar, at)),
    zone: calendarVersionAt(calendar, at)?.zone ?? zone,
    promise: {
      id: promise?.id ?? null,
      label: promise?.label ?? null,
      version: promise === null ? null : version.version,
      type: version.type,
    },
    isOpenAt: isOpen(calendar, at),
    examples: toExamples(calendar, at, now).map((example) => ({
      kind: example.kind,
      at: toIso(example.at),
      dueAt: toIsoOrNull(dueInstant(version, calendar, example.at)),
    })),
  };
}
