// What the pages of annotation ask and change through the API.
import type { InferRequestType, InferResponseType } from 'hono/client';
import { type Client, type Fetch, openClient, read } from '../api/client.ts';

export type Campaign = InferResponseType<Client['annotation-campaigns']['$get'], 200>['campaigns'][number];
export type NewCampaign = InferRequestType<Client['annotation-campaigns']['$post']>['json'];
export type CampaignChange = InferRequestType<Client['annotation-campaigns'][':id']['$patch']>['json'];
export type Queue = InferResponseType<Client['annotation-campaigns'][':id']['leases']['$post'], 200>;
export type QueueItem = Queue['items'][number];
export type Answer = InferRequestType<Client['annotations']['$post']>['json'];
export type Answered = InferResponseType<Client['annotations']['$post'], 200>;
export type Agreement = InferResponseType<Client['annotation-agreement']['$get'], 200>;
export type Disputes = InferResponseType<Client['annotation-disputes']['$get'], 200>;
export type Accuracy = InferResponseType<Client['annotation-accuracy']['$get'], 200>;
export type ModelCards = InferResponseType<Client['models']['$get'], 200>;
export type PeopleLabels = InferResponseType<Client['conversations'][':id']['labels']['$get'], 200>;
export type Edit = InferRequestType<Client['conversations'][':id']['labels']['$put']>['json'];
export type Field = Campaign['field'];

export const fields: readonly Field[] = ['sentiment', 'category', 'harm'];

export async function askCampaigns(fetch: Fetch): Promise<readonly Campaign[]> {
  return (await read(openClient(fetch)['annotation-campaigns'].$get())).campaigns;
}

export async function addCampaign(fetch: Fetch, campaign: NewCampaign): Promise<{ id: number; tasks: number; populationSize: number }> {
  return await read(openClient(fetch)['annotation-campaigns'].$post({ json: campaign }));
}

export async function changeCampaign(fetch: Fetch, id: number, change: CampaignChange): Promise<void> {
  await read(openClient(fetch)['annotation-campaigns'][':id'].$patch({ param: { id: String(id) }, json: change }));
}

export async function addGold(fetch: Fetch, id: number, gold: { conversationId: string; label: string }): Promise<void> {
  await read(openClient(fetch)['annotation-campaigns'][':id'].gold.$post({ param: { id: String(id) }, json: gold }));
}

/** The next tasks, lent to this person; those of `except` are not given again. */
export function lease(fetch: Fetch, id: number, limit: number, except: readonly number[]): Promise<Queue> {
  const json = { limit, except: [...except] };
  return read(openClient(fetch)['annotation-campaigns'][':id'].leases.$post({ param: { id: String(id) }, json }));
}

/** Others may be given what was lent. */
export async function endLease(fetch: Fetch, id: number): Promise<void> {
  await read(openClient(fetch)['annotation-campaigns'][':id'].leases.$delete({ param: { id: String(id) } }));
}

export function sendAnswer(fetch: Fetch, answer: Answer): Promise<Answered> {
  return read(openClient(fetch).annotations.$post({ json: answer }));
}

export async function sendUndo(fetch: Fetch, clientKey: string): Promise<void> {
  await read(openClient(fetch).annotations.undo.$post({ json: { clientKey } }));
}

export function askAgreement(fetch: Fetch, field: Field): Promise<Agreement> {
  return read(openClient(fetch)['annotation-agreement'].$get({ query: { field } }));
}

export function askDisputes(fetch: Fetch, field: Field): Promise<Disputes> {
  return read(openClient(fetch)['annotation-disputes'].$get({ query: { field } }));
}

export async function settle(fetch: Fetch, taskId: number, label: string): Promise<void> {
  await read(openClient(fetch)['annotation-tasks'][':id'].adjudication.$put({ param: { id: String(taskId) }, json: { label } }));
}

export function askAccuracy(fetch: Fetch, field: Field): Promise<Accuracy> {
  return read(openClient(fetch)['annotation-accuracy'].$get({ query: { field } }));
}

export async function askModels(fetch: Fetch): Promise<ModelCards['cards']> {
  return (await read(openClient(fetch).models.$get())).cards;
}

export function askPeopleLabels(fetch: Fetch, conversationId: string): Promise<PeopleLabels> {
  return read(openClient(fetch).conversations[':id'].labels.$get({ param: { id: conversationId } }));
}

export async function saveLabel(fetch: Fetch, conversationId: string, edit: Edit): Promise<void> {
  await read(openClient(fetch).conversations[':id'].labels.$put({ param: { id: conversationId }, json: edit }));
}
