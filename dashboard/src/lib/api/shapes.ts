// The shapes of the API's answers, by the names that the dashboard uses; all inferred from the server's routes.
import type { InferResponseType } from 'hono/client';
import type { Client } from './client.ts';

export type Answer = InferResponseType<Client['metrics'][':id']['$get'], 200>;
export type Unit = Answer['unit'];
export type MetricId = Answer['metric'];
export type FigureGroup = Answer['groups'][number];
export type ChangeFigure = NonNullable<Answer['comparison']>;
export type Figure = ChangeFigure['figure'];
export type Curve = NonNullable<Answer['curves']>[number];
export type Freshness = Answer['freshness'];
export type Quantiles = NonNullable<Figure['quantiles']>;
export type Rows = InferResponseType<Client['metrics'][':id']['rows']['$get'], 200>;
export type MetricRow = Rows['rows'][number];
export type MetricCard = InferResponseType<Client['metrics']['$get'], 200>['metrics'][number];
export type Dimensions = InferResponseType<Client['dimensions']['$get'], 200>['dimensions'];
export type DimensionValue = Dimensions['channel'][number];
export type Session = InferResponseType<Client['session']['$get'], 200>;
export type Setup = InferResponseType<Client['setup'][':token']['$get'], 200>;
export type ConversationList = InferResponseType<Client['conversations']['$get'], 200>;
export type ConversationItem = ConversationList['conversations'][number];
export type Conversation = InferResponseType<Client['conversations'][':id']['$get'], 200>;
export type ConversationMessage = Conversation['messages'][number];
export type ConversationWait = Conversation['waits'][number];
export type BusinessEvent = InferResponseType<Client['events']['$get'], 200>['events'][number];
export type ServicePromise = InferResponseType<Client['promises']['$get'], 200>['promises'][number];
export type Taxonomy = InferResponseType<Client['taxonomy']['$get'], 200>;
