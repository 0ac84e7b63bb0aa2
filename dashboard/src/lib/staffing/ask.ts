// What the staffing page asks and sets.
import type { InferResponseType } from 'hono/client';
import { type Client, type Fetch, openClient, read } from '../api/client.ts';
import { type StaffingView, toStaffingQuery } from './url.ts';

export type Staffing = InferResponseType<Client['staffing']['$get'], 200>;
export type StaffingPlan = NonNullable<Staffing['plan']>;
export type StaffedHour = StaffingPlan['hours'][number];
export type TermsDraft = {
  readonly handlingMs: number | null;
  readonly concurrency: number | null;
  readonly shrinkage: number | null;
  readonly patienceMs: number | null;
};

export function askStaffing(fetch: Fetch, channel: string, view: StaffingView): Promise<Staffing> {
  return read(openClient(fetch).staffing.$get({ query: { channel, ...toStaffingQuery(view) } }));
}

export async function setTerms(fetch: Fetch, channel: string, json: TermsDraft & { readonly basedOn: number }): Promise<void> {
  await read(openClient(fetch).staffing.settings[':channel'].$post({ param: { channel }, json }));
}
