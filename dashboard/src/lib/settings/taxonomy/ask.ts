// What the page of the taxonomy asks and changes through the API.
import type { InferRequestType, InferResponseType } from 'hono/client';
import { type Client, type Fetch, openClient, read } from '../../api/client.ts';

export type TaxonomyState = InferResponseType<Client['taxonomy']['state']['$get'], 200>;
export type TaxonomyDocument = TaxonomyState['document'];
export type Leaf = TaxonomyDocument['leaves'][number];
export type Names = Leaf['names'];
export type Draft = NonNullable<TaxonomyState['draft']>;
export type Version = TaxonomyState['versions'][number];
export type DraftSaved = InferResponseType<Client['taxonomy']['draft']['$put'], 200>;
export type Fault = DraftSaved['faults'][number];
export type Trial = InferResponseType<Client['taxonomy']['draft']['trial']['$post'], 200>;
export type TaxonomyOrder = InferRequestType<Client['taxonomy']['draft']['application']['$post']>['json'];

export function askTaxonomyState(fetch: Fetch): Promise<TaxonomyState> {
  return read(openClient(fetch).taxonomy.state.$get());
}

/** A draft with faults is not saved; the answer holds all of them. */
export function saveDraft(fetch: Fetch, text: string): Promise<DraftSaved> {
  return read(openClient(fetch).taxonomy.draft.$put({ json: { text } }));
}

/** `conflict` where there is a draft already. */
export async function takeUpVersion(fetch: Fetch, version: number): Promise<void> {
  await read(openClient(fetch).taxonomy.versions[':version'].draft.$post({ param: { version: String(version) } }));
}

export async function discardDraft(fetch: Fetch): Promise<void> {
  await read(openClient(fetch).taxonomy.draft.$delete());
}

/** Takes several seconds; `conflict` while another draft is learned. */
export function tryDraft(fetch: Fetch): Promise<Trial> {
  return read(openClient(fetch).taxonomy.draft.trial.$post());
}

/** `conflict` where the draft or what is in force was changed meanwhile. */
export function applyDraft(fetch: Fetch, order: TaxonomyOrder): Promise<{ version: number; id: string }> {
  return read(openClient(fetch).taxonomy.draft.application.$post({ json: order }));
}
