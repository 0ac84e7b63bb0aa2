// The messages and waits of one conversation of a proof in the order of time, with the instant of the claim among them.
import type { ProofConversation } from './shapes.ts';

export type ProofEvent =
  | { readonly kind: 'message'; readonly at: string; readonly message: ProofConversation['messages'][number]; readonly isAfter: boolean }
  | { readonly kind: 'claim'; readonly at: string };

/** What was said after the claim is marked: it decides nothing. Messages without a time are left out, as they are out of every wait. */
export function proofEvents({ messages }: Pick<ProofConversation, 'messages'>, claimAt: string | null): readonly ProofEvent[] {
  const said = messages.flatMap((message): ProofEvent[] =>
    message.at === null ? [] : [{ kind: 'message', at: message.at, message, isAfter: claimAt !== null && message.at > claimAt }],
  );
  const claim: readonly ProofEvent[] = claimAt === null ? [] : [{ kind: 'claim', at: claimAt }];
  const order = (event: ProofEvent) => (event.kind === 'claim' ? 1 : 0);
  return [...said, ...claim].toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : order(a) - order(b)));
}
