// The shapes of the FAQ, inferred from the server's routes.
import type { InferResponseType } from 'hono/client';
import type { Client } from '../api/client.ts';

export type FaqList = InferResponseType<Client['faq']['$get'], 200>;
export type FaqLine = FaqList['entries'][number];
export type Faq = InferResponseType<Client['issues'][':id']['faq']['$get'], 200>;
export type FaqState = FaqLine['state'];
