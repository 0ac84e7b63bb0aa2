// The waits of one channel out of the columns, for whoever predicts or replays its notices.
import { answered, closedUnanswered, type FirstWait, wentOn, withdrawn } from '#api/notice/wait-history.ts';
import type { Instant } from '#db/model/instant.ts';
import type { Columns } from './columns.ts';
import { gone } from './profiles.ts';
import { waitCodes } from './traits.ts';

const endings = { answered, closed_unanswered: closedUnanswered, withdrawn } as const;

/** First waits of a channel that began at or after `since`, in no order; excluded ones are left out. */
export function firstWaitsOf({ wait, profiles }: Columns, channel: string, since: Instant): FirstWait[] {
  const channelCodes = profiles.codesOf('channel');
  const code = profiles.dictionaries.channel.names.indexOf(channel);
  const waits: FirstWait[] = [];
  for (let row = 0; row < wait.length; row += 1) {
    const profile = wait.profile[row] ?? gone;
    const fromAt = wait.from[row] ?? Number.NaN;
    if (profile === gone || channelCodes[profile] !== code || !(fromAt >= since)) continue;
    const traits = waitCodes.traitsOf(wait.code[row] ?? 0, false);
    if (traits === null || !traits.isFirst || traits.state === 'excluded') continue;
    const { state } = traits;
    const isOpen = state === 'open_not_due' || state === 'open_overdue';
    waits.push({ fromAt, untilAt: isOpen ? null : (wait.until[row] ?? null), ending: isOpen ? wentOn : endings[state] });
  }
  return waits;
}
