// JSON of peak load: the grid of hours of the week, and business events with what arrivals did during them.
import { z } from '@hono/zod-openapi';
import { eventKinds } from '#db/model/event.ts';
import { freshnessShape } from './metric.ts';
import { instantText, zoneText } from './scalars.ts';

const counted = z.number().int();
const numberOrNull = z.number().nullable();
const intervalOrNull = z
  .tuple([numberOrNull, numberOrNull])
  .readonly()
  .nullable()
  .openapi({ description: 'Low and high end of the 95 % interval.' });
const bounds = z.tuple([z.number(), z.number()]).readonly();
const range = z.object({ from: instantText, to: instantText });

const cellShape = z
  .object({
    key: z.string().openapi({ example: '0-09', description: '`0-00` (Monday, midnight) to `6-23`, as `hourOfWeek` takes it.' }),
    hours: counted.openapi({ description: 'Such hours of the range that are over; one more or less where clocks were changed.' }),
    n: counted.openapi({ description: 'Arrivals.' }),
    median: numberOrNull.openapi({ description: 'Arrivals of the middle one of these hours.' }),
    openMs: z.number().openapi({ description: 'Opening time in these hours; 0: never open.' }),
    openN: counted.openapi({ description: 'Arrivals while open: `arrivals` with `openOn` and this `hourOfWeek`.' }),
    perOpenHour: numberOrNull,
    backlog: numberOrNull.openapi({ description: 'Open waits at the end of these hours, the middle one of them.' }),
    latest: z
      .object({ from: instantText, to: instantText, backlog: counted })
      .nullable()
      .openapi({ description: 'The latest of these hours that is over, and the `backlog` at its end.' }),
    wait: z
      .object({ n: counted, p90: numberOrNull, interval: intervalOrNull })
      .openapi({ description: 'P90 of the first response to those who arrived then, in milliseconds; null with n > 0: not reached.' }),
    negative: z.object({ n: counted, value: numberOrNull, interval: intervalOrNull }),
  })
  .openapi('WeekCell');

export const weekShape = z
  .object({
    zone: zoneText,
    range,
    n: counted,
    calendar: z.object({ id: z.string(), label: z.string() }),
    calendars: z.array(z.object({ id: z.string(), label: z.string() })),
    freshness: freshnessShape,
    excluded: z.record(z.string(), counted).readonly(),
    cells: z.array(cellShape),
  })
  .openapi('WeekGrid');

const upliftShape = z
  .object({
    observed: z.number(),
    expected: z.number().openapi({ description: 'Median of the same hours of the 8 weeks before.' }),
    uplift: z.number(),
    interval: bounds,
    ratio: numberOrNull,
    ratioInterval: bounds.nullable(),
    spread: z.number().openapi({ description: '1.4826 times the median absolute deviation of those weeks.' }),
  })
  .openapi('Uplift');

const stretchShape = z
  .object({
    state: z.enum(['whole', 'open', 'not-begun', 'not-enough-weeks']),
    counted: range.nullable().openapi({ description: 'The whole hours that were counted, as `arrivals` takes them.' }),
    n: counted,
    weeks: counted,
    figure: upliftShape.nullable(),
  })
  .openapi('StretchUplift');

const besideShape = z
  .object({ n: counted, value: numberOrNull, interval: intervalOrNull, usual: z.object({ n: counted, value: numberOrNull }) })
  .openapi({ description: 'During the event, and over all of the 8 weeks before it.' });

const eventShape = z.object({ id: z.string(), kind: z.enum(eventKinds), label: z.string(), from: instantText, to: instantText });

export const upliftsShape = z
  .object({
    zone: zoneText,
    freshness: freshnessShape.nullable(),
    left: counted.openapi({ description: 'Older events that were left out, because there are too many.' }),
    events: z.array(
      z
        .object({
          event: eventShape,
          window: range.openapi({ description: 'A release is looked at for 72 hours, an event without length for 24.' }),
          uplift: stretchShape,
          firsts: z.object({ day: stretchShape, threeDays: stretchShape, week: stretchShape }),
          decay: z.object({ state: z.enum(['back', 'not-raised', 'not-yet', 'not-enough-weeks']), afterMs: numberOrNull }),
          categories: z.array(z.object({ category: z.string(), n: counted, figure: upliftShape.nullable() })).nullable(),
          negative: besideShape.nullable(),
          wait: besideShape.nullable(),
          overlaps: z.array(eventShape),
        })
        .openapi('EventUplift'),
    ),
  })
  .openapi('EventUplifts');
