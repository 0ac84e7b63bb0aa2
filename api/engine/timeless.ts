// Rows that lie in no range because they have no time: counted out by name whatever range is asked for.
import type { AtomTable } from './atom-table.ts';
import { type Blocks, blockRows } from './blocks.ts';
import type { Question } from './question.ts';
import { conversationCodes, ratingCodes, reviewCodes } from './traits.ts';

/**
 * Counts by reason. Conversations are judged by their own metric; a wait or an episode cannot come from a conversation without
 * times, so there the conversations that would have had some are counted as `no_time`. One with a last message at least is
 * placed by that.
 */
export function countTimeless(question: Question): Record<string, number> {
  // Without a time there is no hour that it could fall into.
  if (question.limit !== null) return {};
  const { metric, columns } = question;
  switch (metric.atom) {
    case 'conversation':
      return countConversations(question, (code) => {
        const traits = conversationCodes.traitsOf(code, false);
        const verdict = traits === null ? null : metric.judge(traits);
        return verdict?.part === 'out' ? verdict.reason : null;
      });
    case 'wait':
    case 'episode':
      return countConversations(question, (code) => {
        const traits = conversationCodes.traitsOf(code, false);
        return traits?.exclusion === null && traits.hasCustomer ? 'no_time' : null;
      });
    case 'rating': {
      let count = 0;
      for (const row of rowsWithoutTime(question, columns.rating, question.at, question.blocks)) {
        const traits = ratingCodes.traitsOf(columns.rating.code[row] ?? 0, false);
        const part = traits === null ? undefined : metric.judge(traits)?.part;
        // Without a time it is in no range, whether it is settled or still open.
        if (part === 'in' || part === 'apart') count += 1;
      }
      return { no_time: count };
    }
    case 'review': {
      const rows = rowsWithoutTime(question, columns.review, question.at, question.blocks);
      const isIn = (row: number) => {
        const traits = reviewCodes.traitsOf(columns.review.code[row] ?? 0, (columns.review.due[row] ?? Number.NaN) < question.plan.asOf);
        return traits !== null && metric.judge(traits)?.part === 'in';
      };
      return { no_time: rows.filter(isIn).length };
    }
    case 'notice':
    case 'complaint':
      // Nobody without an arrival can have been told anything, and what has no time at all is no complaint.
      return {};
    default:
      return metric satisfies never;
  }
}

function countConversations(question: Question, reasonOf: (code: number) => string | null): Record<string, number> {
  const { conversation } = question.columns;
  const counts: Record<string, number> = {};
  for (const row of rowsWithoutTime(question, conversation, conversation.from, conversation.fromBlocks)) {
    const lastAt = conversation.until[row] ?? Number.NaN;
    if (lastAt < question.from || lastAt >= question.to) continue;
    const reason = reasonOf(conversation.code[row] ?? 0);
    if (reason !== null) counts[reason] = (counts[reason] ?? 0) + 1;
  }
  return counts;
}

/** Rows that pass the filters and have no instant; blocks that are complete are not looked into. */
function rowsWithoutTime({ allowed }: Question, table: AtomTable, at: Float64Array, blocks: Blocks): number[] {
  const rows: number[] = [];
  for (let start = 0, number = 0; start < table.length; start += blockRows, number += 1) {
    const end = Math.min(start + blockRows, table.length);
    if (blocks.isComplete(number, end - start)) continue;
    for (let row = start; row < end; row += 1) {
      if (!Number.isNaN(at[row]) || allowed.profiles[table.profile[row] ?? 0] !== 1) continue;
      const isNamed = allowed.agents === null || allowed.agents[table.agent[row] ?? 0] === 1;
      const isUrgent = allowed.conversations === null || allowed.conversations[table.conversation[row] ?? 0] === 1;
      if (isNamed && isUrgent) rows.push(row);
    }
  }
  return rows;
}
