// What the list of business events asks and changes through the API.
import type { InferRequestType } from 'hono/client';
import { type Client, type Fetch, openClient, read } from '../../api/client.ts';
import type { BusinessEvent } from '../../api/shapes.ts';

export type EventInput = InferRequestType<Client['events']['$post']>['json'];

export async function askAllEvents(fetch: Fetch): Promise<readonly BusinessEvent[]> {
  return (await read(openClient(fetch).events.$get({ query: {} }))).events;
}

export async function addEvent(fetch: Fetch, event: EventInput): Promise<void> {
  await read(openClient(fetch).events.$post({ json: event }));
}

export async function changeEvent(fetch: Fetch, id: string, event: EventInput): Promise<void> {
  await read(openClient(fetch).events[':id'].$put({ param: { id }, json: event }));
}

export async function removeEvent(fetch: Fetch, id: string): Promise<void> {
  await read(openClient(fetch).events[':id'].$delete({ param: { id } }));
}
