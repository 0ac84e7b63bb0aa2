// The staff of a source that has no roles of its own: by the vendor's immutable id, with the days on which they worked for us.
import { z } from 'zod';
import { AppError } from '#db/model/errors.ts';
import { type Day, day, daySchema, type Instant } from '#db/model/instant.ts';

export type StaffMember = { readonly id: string; readonly from: Day | null; readonly to: Day | null };

/** Reads one member a line: `ID`, `ID 2025-01-01` or `ID 2025-01-01 2025-12-31`; what follows a `#` is a note. */
export function parseStaffList(text: string): readonly StaffMember[] {
  return text.split('\n').flatMap((line, index): StaffMember[] => {
    const [id = '', from, to, ...rest] = line
      .replace(/(?:^|\s)#.*$/, '')
      .trim()
      .split(/\s+/);
    if (id === '') return [];
    if (rest.length > 0) throw new AppError('invalid', `staff, line ${index + 1}: more than an id and two days`);
    return [{ id, from: toDay(from, index), to: toDay(to, index) }];
  });
}

function toDay(text: string | undefined, index: number): Day | null {
  if (text === undefined) return null;
  const parsed = daySchema.safeParse(text);
  if (!parsed.success) throw new AppError('invalid', `staff, line ${index + 1}: a day is written YYYY-MM-DD`);
  return parsed.data;
}

/** A setting that holds such a list, its own for each connector: what the form says of it hangs on the schema. Wrong lines are refused when it is saved. */
export const staffListSchema = () =>
  z
    .string()
    .max(20_000)
    .default('')
    .transform((text, context) => {
      try {
        return parseStaffList(text);
      } catch (error) {
        context.addIssue({ code: 'custom', message: error instanceof AppError ? error.message : 'cannot be read' });
        return z.NEVER;
      }
    });

/** Whether an author was one of us at an instant. Days are in UTC, and the last one counts whole: a leaver's old posts stay those of an agent. */
export function isStaff(staff: readonly StaffMember[], id: string, at: Instant | null): boolean {
  return staff.some((member) => {
    if (member.id !== id) return false;
    if (at === null) return true;
    const begins = member.from === null ? Number.NEGATIVE_INFINITY : Date.parse(`${member.from}T00:00:00Z`);
    const ends = member.to === null ? Number.POSITIVE_INFINITY : Date.parse(`${member.to}T00:00:00Z`) + day;
    return at >= begins && at < ends;
  });
}
