// A question about staffing, from what a URL or a command line says.
import type { z } from '@hono/zod-openapi';
import type { staffingQuery } from '../http/shapes/staffing.ts';
import type { StaffingAsked } from './ask-staffing.ts';

export function toStaffingAsked(query: z.output<typeof staffingQuery>): StaffingAsked {
  const { channel, language, week, more, fromHour, toHour, earlier, event, target } = query;
  return {
    channel,
    language: language ?? null,
    week: week ?? null,
    change: { more, fromHour, toHour, earlierMinutes: earlier },
    event,
    target,
  };
}
