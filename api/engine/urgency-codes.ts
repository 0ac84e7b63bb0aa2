// Urgency as numbers: what each conversation's is at the instant of a report, worked out once for all questions about that instant.
import { urgencySteps } from '#db/facts/urgency.ts';
import type { Instant } from '#db/model/instant.ts';
import { urgencyLevels } from '#db/model/score.ts';
import type { Columns } from './columns.ts';
import { none } from './dictionary.ts';
import { gone } from './profiles.ts';
import { waitCodes } from './traits.ts';

/** Names by code: 0 where no harm is known. */
export const urgencyNames: readonly string[] = [none, ...urgencyLevels];

const highest = urgencyLevels.length;

/** Codes by the number of the conversation; of the last instant that was asked about they are kept. */
export function urgencyCodes(columns: Columns, at: Instant): Uint8Array {
  if (columns.urgency?.at === at) return columns.urgency.codes;
  const codes = raised(columns, at);
  columns.urgency = { at, codes };
  return codes;
}

function raised({ harms, wait }: Columns, at: Instant): Uint8Array {
  const codes = harms.slice();
  const { profile, code, conversation, from, until, due, nudges, length } = wait;
  const mayBeOpen = Uint8Array.from({ length: waitCodes.size }, (_, traits) =>
    Number(waitCodes.traitsOf(traits, false)?.state !== 'excluded' && wait.codesSeen[traits] === 1),
  );
  for (let row = 0; row < length; row += 1) {
    // NaN: not ended at all.
    if ((until[row] ?? 0) <= at || !((from[row] ?? 0) <= at) || profile[row] === gone || mayBeOpen[code[row] ?? 0] === 0) continue;
    const number = conversation[row] ?? 0;
    const harm = harms[number] ?? 0;
    if (harm === 0) continue;
    const dueAt = due[row] ?? Number.NaN;
    const { steps } = urgencySteps({ dueAt: Number.isNaN(dueAt) ? null : dueAt, nudges: nudges[row] ?? 0 }, at);
    const level = Math.min(harm + steps, highest);
    if (level > (codes[number] ?? 0)) codes[number] = level;
  }
  return codes;
}
