// Puts messages, waits and changes of status into the one order in which they are read.
import type { Conversation, ConversationMessage, ConversationWait } from '../api/shapes.ts';

export type TimelineItem =
  | { readonly kind: 'day'; readonly key: string; readonly day: string }
  | { readonly kind: 'message'; readonly key: string; readonly message: ConversationMessage; readonly isNudge: boolean }
  | { readonly kind: 'wait'; readonly key: string; readonly wait: ConversationWait; readonly nudgesAt: readonly number[] }
  | { readonly kind: 'status'; readonly key: string; readonly at: string; readonly status: string; readonly by: string };

/** `dayOf` gives the calendar day of an instant in the workspace's zone. A wait stands just before what ended it; open ones at the end. */
export function toTimeline(conversation: Conversation, dayOf: (at: number) => string): readonly TimelineItem[] {
  const counted = conversation.waits.filter((wait) => wait.exclusion === null);
  const nudges = nudgeTimes(conversation.messages, counted);
  const nudgeIds = new Set([...nudges.values()].flat().map((nudge) => nudge.id));

  type Placed = { at: number; rank: number; item: TimelineItem };
  const placed: Placed[] = conversation.messages.map((message, place) => ({
    // A message without a time keeps its place behind the one before it.
    at: message.at === null ? (lastTime(conversation.messages, place) ?? 0) : Date.parse(message.at),
    rank: 2,
    item: { kind: 'message', key: `m ${message.id}`, message, isNudge: nudgeIds.has(message.id) },
  }));
  for (const wait of counted) {
    placed.push({
      at: wait.until === null ? Number.POSITIVE_INFINITY : Date.parse(wait.until),
      rank: 1,
      item: { kind: 'wait', key: `w ${wait.ordinal} ${wait.from}`, wait, nudgesAt: (nudges.get(wait) ?? []).map((nudge) => nudge.at) },
    });
  }
  conversation.statusChanges.forEach((change, place) => {
    placed.push({
      at: Date.parse(change.at),
      rank: 3,
      item: { kind: 'status', key: `s ${place}`, at: change.at, status: change.status, by: change.by },
    });
  });
  placed.sort((a, b) => a.at - b.at || a.rank - b.rank);

  const items: TimelineItem[] = [];
  let day = '';
  for (const { at, item } of placed) {
    if (Number.isFinite(at) && at > 0 && item.kind !== 'wait') {
      const next = dayOf(at);
      if (next !== day) {
        // The wait that a reply ends belongs beside the reply, so the new day begins above both.
        const last = items.at(-1);
        const above = last?.kind === 'wait' ? items.length - 1 : items.length;
        items.splice(above, 0, { kind: 'day', key: `d ${next}`, day: next });
        day = next;
      }
    }
    items.push(item);
  }
  return items;
}

/** For each wait, the customer's public messages inside it after the first. */
function nudgeTimes(
  messages: readonly ConversationMessage[],
  waits: readonly ConversationWait[],
): Map<ConversationWait, { id: string; at: number }[]> {
  const nudges = new Map<ConversationWait, { id: string; at: number }[]>();
  for (const wait of waits) {
    const from = Date.parse(wait.from);
    const until = wait.until === null ? Number.POSITIVE_INFINITY : Date.parse(wait.until);
    nudges.set(
      wait,
      messages
        .filter(
          (message) =>
            message.actor === 'customer' && message.visibility === 'public' && message.at !== null && message.id !== wait.fromMessage,
        )
        .map((message) => ({ id: message.id, at: Date.parse(message.at ?? '') }))
        .filter(({ at }) => at > from && at < until)
        .slice(0, wait.nudges),
    );
  }
  return nudges;
}

function lastTime(messages: readonly ConversationMessage[], place: number): number | null {
  for (let before = place - 1; before >= 0; before -= 1) {
    const at = messages[before]?.at;
    if (at !== null && at !== undefined) return Date.parse(at);
  }
  return null;
}
