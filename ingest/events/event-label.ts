// The label of an event: one line, short, and redacted like everything that comes from outside.
import type { EventInput } from '#db/model/event.ts';
import { redactText } from '../stages/redact.ts';
import { eventLine } from './event-line.ts';

const mostCharacters = 200;

/** `untitled` where nothing is left. */
export function eventLabel(text: string | null | undefined): string {
  return [...redactText(eventLine(text)).text].slice(0, mostCharacters).join('') || 'untitled';
}

export function redactedEvent(event: EventInput): EventInput {
  return { ...event, label: eventLabel(event.label) };
}
