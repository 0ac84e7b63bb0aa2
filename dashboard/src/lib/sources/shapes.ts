// The shapes of sources, inferred from the server's routes.
import type { InferRequestType, InferResponseType } from 'hono/client';
import type { Client } from '../api/client.ts';

export type Source = InferResponseType<Client['sources']['$get'], 200>['sources'][number];
export type Connection = NonNullable<Source['connection']>;
export type SourceState = Connection['state'];
export type SourceDetail = InferResponseType<Client['sources'][':id']['$get'], 200>;
export type Connector = InferResponseType<Client['connectors']['$get'], 200>['connectors'][number];
export type SettingField = Connector['fields'][number];
export type NewSource = InferRequestType<Client['sources']['$post']>['json'];
export type SourceChange = InferRequestType<Client['sources'][':id']['$patch']>['json'];
export type Probe = InferResponseType<Client['sources']['test']['$post'], 200>;
/** A sentence in a language for every code; `{name}` stands for what the server put there. */
export type ReasonWords = Readonly<Record<NonNullable<SourceDetail['runs'][number]['why']>['code'], string>>;
export type FoundWords = Readonly<Record<NonNullable<Probe['what']>['code'], string>>;
export type Settings = NewSource['settings'];
export type SourceKey = SourceDetail['keys'][number];
export type NewKey = InferRequestType<Client['sources'][':id']['keys']['$post']>['json'];
export type MadeKey = InferResponseType<Client['sources'][':id']['keys']['$post'], 201>;
export type KeyUse = SourceKey['use'];
