// The shapes of recurring issues, inferred from the server's routes.
import type { InferRequestType, InferResponseType } from 'hono/client';
import type { Client } from '../api/client.ts';

export type Issues = InferResponseType<Client['issues']['$get'], 200>;
export type IssueRow = Issues['issues'][number];
export type Issue = InferResponseType<Client['issues'][':id']['$get'], 200>;
export type IssueMembers = InferResponseType<Client['issues'][':id']['conversations']['$get'], 200>;
export type IssueMember = IssueMembers['members'][number];
export type IssueChange = InferRequestType<Client['issues'][':id']['$patch']>['json'];
export type IssueAlerts = InferResponseType<Client['issue-alerts']['$get'], 200>;
export type IssueAlert = IssueAlerts['alerts'][number];
export type IssueLoop = InferResponseType<Client['issues'][':id']['loop']['$get'], 200>;
export type ToTell = InferResponseType<Client['issues'][':id']['customers']['$get'], 200>;
