// A calendar while somebody edits it: the terms as they are now, and the way back.
import type { CalendarTerms } from './calendar-diff.ts';

export type CalendarDraft = ReturnType<typeof openCalendarDraft>;

const mostSteps = 100;

/** A draft that begins with the terms of a version. Every change can be undone, one by one. */
export function openCalendarDraft(start: CalendarTerms) {
  let terms = $state.raw(start);
  let past = $state.raw<readonly CalendarTerms[]>([]);

  return {
    get terms() {
      return terms;
    },
    get canUndo() {
      return past.length > 0;
    },
    change(next: Partial<CalendarTerms>) {
      past = [...past.slice(1 - mostSteps), terms];
      terms = { ...terms, ...next };
    },
    undo() {
      const last = past.at(-1);
      if (last === undefined) return;
      past = past.slice(0, -1);
      terms = last;
    },
    reset(next: CalendarTerms) {
      past = [];
      terms = next;
    },
  };
}
