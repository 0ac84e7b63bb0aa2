// The typed client of the API: paths, queries, bodies and answers are checked against the server's own routes.
import { type ClientResponse, hc } from 'hono/client';
import type { Api } from '#api/app.ts';
import { ApiProblem, toProblem } from './problem.ts';

export type Fetch = typeof fetch;
export type Client = ReturnType<typeof hc<Api>>['api'];

/** A client over this `fetch`: SvelteKit's own in a page's load, the browser's elsewhere. */
export function openClient(fetch: Fetch): Client {
  return hc<Api>('/', { fetch }).api;
}

/** The JSON of an answer; every failure, of the network or of the server, is one `ApiProblem`. */
export async function read<T>(asked: Promise<ClientResponse<T, number, 'json'>>): Promise<T> {
  const response = await asked.catch((cause: unknown) => {
    throw new ApiProblem('offline', cause instanceof Error ? cause.message : 'the server does not answer', 0);
  });
  const body: unknown = await response.json().catch(() => null);
  if (!response.ok) throw toProblem(response.status, body);
  return body as T;
}
