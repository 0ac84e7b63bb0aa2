// The shapes of tickets and of the upkeep of issues, inferred from the server's routes.
import type { InferResponseType } from 'hono/client';
import type { Client } from '../api/client.ts';

export type Ticket = InferResponseType<Client['issues'][':id']['ticket']['$get'], 200>;
export type TicketPlace = InferResponseType<Client['ticket-place']['$get'], 200>;
export type Regrouping = InferResponseType<Client['issue-regroupings']['$get'], 200>;
