// A business event as it is told beside a figure.
import type { BusinessEvent } from '#db/store/events.ts';
import { toIso } from './to-iso.ts';

/** What it was and when; who told of it and how large it was is left to the list of events. */
export function eventJson({ id, kind, label, fromAt, toAt }: BusinessEvent) {
  return { id, kind, label, from: toIso(fromAt), to: toIso(toAt) };
}
