// Open stretches of a calendar inside a range, for shading and for examples.
import { chunkMs, openHours } from '#db/facts/open-hours.ts';
import type { Calendar } from '#db/model/calendar.ts';
import type { Instant } from '#db/model/instant.ts';

const mostStretches = 400;

/** Open stretches that touch `[from, to)`, cut to it; at most so many, so that a conversation of years stays small. */
export function openStretches(calendar: Calendar, from: Instant, to: Instant): { readonly from: Instant; readonly to: Instant }[] {
  const hours = openHours(calendar);
  const found: { from: Instant; to: Instant }[] = [];
  for (let index = Math.floor(from / chunkMs); index * chunkMs < to && found.length < mostStretches; index += 1) {
    const { starts, ends } = hours.chunk(index);
    for (const [position, start] of starts.entries()) {
      const stretch = { from: Math.max(from, start), to: Math.min(to, ends[position] ?? start) };
      if (stretch.from >= stretch.to || found.length >= mostStretches) continue;
      const last = found.at(-1);
      // Chunks cut what runs over their edge; a reader should not see a seam.
      if (last !== undefined && last.to === stretch.from) last.to = stretch.to;
      else found.push(stretch);
    }
  }
  return found;
}
