// What the page of learning asks and orders through the API.
import type { InferResponseType } from 'hono/client';
import { type Client, type Fetch, openClient, read } from '../api/client.ts';

export type Learning = InferResponseType<Client['learning']['$get'], 200>;
export type LearnedVersion = Learning['versions'][number];
export type TaughtField = Learning['field'];

export const taughtFields: readonly TaughtField[] = ['category', 'sentiment'];

export function askLearning(fetch: Fetch, field: TaughtField): Promise<Learning> {
  return read(openClient(fetch).learning.$get({ query: { field } }));
}

/** Begins in the background; `conflict` while a model is being taught. */
export async function beginTeaching(fetch: Fetch, field: TaughtField, goLive: boolean): Promise<void> {
  await read(openClient(fetch).learning.runs.$post({ json: { field, goLive } }));
}

export async function stopTeaching(fetch: Fetch): Promise<void> {
  await read(openClient(fetch).learning.runs.$delete());
}

/** 0: the shipped model. */
export async function putInForce(fetch: Fetch, field: TaughtField, version: number): Promise<void> {
  await read(openClient(fetch).learning['in-force'].$put({ json: { field, version } }));
}
