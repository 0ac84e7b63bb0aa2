// Trait codes of conversations as a question sees them, where what it asks about is no trait of the row alone.
import type { Metric } from '#api/metrics/metric.ts';
import type { Plan } from '#db/model/metric.ts';
import type { Columns } from './columns.ts';
import { gone } from './profiles.ts';
import { movedCode } from './traits.ts';
import { urgencyCodes } from './urgency-codes.ts';

/** Codes by row of the conversation table, and 1 for each code that occurs. */
export type MovedCodes = { readonly code: Uint16Array; readonly seen: Uint8Array };

/** Null where the codes of the table stand. */
export function movedCodes(columns: Columns, metric: Metric, plan: Plan): MovedCodes | null {
  switch (metric.moves) {
    case undefined:
      return null;
    case 'urgency': {
      const codes = urgencyCodes(columns, plan.asOf);
      const { conversation } = columns.conversation;
      return moved(columns, (row, code) => movedCode(code, { urgency: codes[conversation[row] ?? 0] ?? 0 }));
    }
    case 'category': {
      const asked = plan.filters.category ?? [];
      if (asked.length === 0) return null;
      const { profile } = columns.conversation;
      const dictionary = columns.profiles.dictionaries.category;
      const wanted = new Set(asked.map((name) => dictionary.find(name)));
      const codesOf = columns.profiles.codesOf('category');
      return moved(columns, (row, code) => movedCode(code, { category: wanted.has(codesOf[profile[row] ?? 0] ?? -1) ? 1 : 0 }));
    }
    default:
      return metric.moves satisfies never;
  }
}

/** The filters that decide who is counted. Where the question is how large a category is, naming it takes nobody else out. */
export function populationFilters(metric: Metric, plan: Plan): Plan['filters'] {
  if (metric.moves !== 'category') return plan.filters;
  const { category: _, ...others } = plan.filters;
  return others;
}

function moved({ conversation }: Columns, codeOf: (row: number, code: number) => number): MovedCodes {
  const code = new Uint16Array(conversation.length);
  const seen = new Uint8Array(conversation.codesSeen.length);
  for (let row = 0; row < code.length; row += 1) {
    const own = conversation.code[row] ?? 0;
    const isGone = conversation.profile[row] === gone;
    code[row] = isGone ? own : codeOf(row, own);
    if (!isGone) seen[code[row] ?? 0] = 1;
  }
  return { code, seen };
}
