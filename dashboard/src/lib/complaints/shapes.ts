// The shapes of complaints, inferred from the server's routes.
import type { InferRequestType, InferResponseType } from 'hono/client';
import type { Client } from '../api/client.ts';

export type Complaints = InferResponseType<Client['complaints']['$get'], 200>;
export type ComplaintRow = Complaints['complaints'][number];
export type ComplaintListId = NonNullable<InferRequestType<Client['complaints']['$get']>['query']['metric']>;
/** One of the lists that a section can show. */
export type ComplaintChoice = {
  readonly value: string;
  readonly label: string;
  readonly metric: ComplaintListId;
  readonly only?: 'hit' | 'miss';
  readonly verdict?: ClaimVerdict;
  /** Chosen by a number in the section and not by its switch. */
  readonly isInText?: boolean;
};
/** The first is shown until another is chosen. */
export type ComplaintChoices = readonly [ComplaintChoice, ...ComplaintChoice[]];
export type ComplaintLadder = InferResponseType<Client['complaints']['ladder']['$get'], 200>;
export type ComplaintProof = InferResponseType<Client['complaints'][':id']['$get'], 200>;
export type ProofConversation = ComplaintProof['conversations'][number];
export type ComplaintReview = InferRequestType<Client['complaints'][':id']['reviews']['$post']>['json'];
export type GivenRung = ComplaintRow['rung'];
export type ClaimVerdict = NonNullable<ComplaintRow['claim']>['verdict'];

export const givenRungs = ['ticket', 'public', 'formal', 'regulator', 'none'] as const satisfies readonly GivenRung[];
export const claimVerdicts = ['true', 'half-true', 'answered', 'never-received'] as const satisfies readonly ClaimVerdict[];
