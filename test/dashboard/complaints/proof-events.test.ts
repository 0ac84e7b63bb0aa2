// A conversation of a proof in the order of time.
import { describe, expect, it } from 'vitest';
import { proofEvents } from '../../../dashboard/src/lib/complaints/proof-events.ts';

const said = (externalId: string, at: string | null) => ({
  externalId,
  at,
  actor: 'customer',
  kind: 'message',
  body: externalId,
  countsAsReply: false,
  signs: [],
});
const told = (messages: ReturnType<typeof said>[], claimAt: string | null) =>
  proofEvents({ messages }, claimAt).map((event) =>
    event.kind === 'claim' ? 'claim' : `${event.message.externalId}${event.isAfter ? ' after' : ''}`,
  );

describe('proofEvents', () => {
  it('puts the claim between what was said before and what came later, which decides nothing', () => {
    const messages = [said('late', '2026-03-05T00:00:00.000Z'), said('early', '2026-03-01T00:00:00.000Z'), said('undated', null)];
    expect(told(messages, '2026-03-03T00:00:00.000Z')).toEqual(['early', 'claim', 'late after']);
  });

  it('takes a message of the same instant as said before, and marks nothing without a claim', () => {
    const messages = [said('same', '2026-03-03T00:00:00.000Z')];
    expect(told(messages, '2026-03-03T00:00:00.000Z')).toEqual(['same', 'claim']);
    expect(told(messages, null)).toEqual(['same']);
  });
});
