// What the page of the wait-time notice asks and changes through the API.
import type { InferRequestType, InferResponseType } from 'hono/client';
import { type Client, type Fetch, openClient, read } from '../api/client.ts';

export type Notices = InferResponseType<Client['notices']['$get'], 200>;
export type PublicChannel = NonNullable<Notices['notice']>['channels'][number];
export type NoticeGrades = InferResponseType<Client['notices']['grades']['$get'], 200>;
export type NoticeGrade = NoticeGrades['all'];
export type NoticeTrack = InferResponseType<Client['notices']['track']['$get'], 200>;
export type OverrideInput = InferRequestType<Client['notices']['overrides'][':channel']['$put']>['json'];

export function askNotices(fetch: Fetch): Promise<Notices> {
  return read(openClient(fetch).notices.$get());
}

type Days = { readonly from: string; readonly to: string };

export function askNoticeGrades(fetch: Fetch, { from, to }: Days): Promise<NoticeGrades> {
  return read(openClient(fetch).notices.grades.$get({ query: { from, to } }));
}

export function askNoticeTrack(fetch: Fetch, channel: string, { from, to }: Days): Promise<NoticeTrack> {
  return read(openClient(fetch).notices.track.$get({ query: { channel, from, to } }));
}

export async function changeNotices(
  fetch: Fetch,
  change: { readonly isOn?: boolean; readonly channels?: readonly string[] },
): Promise<void> {
  const { isOn, channels } = change;
  await read(openClient(fetch).notices.$put({ json: { isOn, ...(channels === undefined ? {} : { channels: [...channels] }) } }));
}

/** Pages with the old key show nothing from then on. */
export async function changeNoticeKey(fetch: Fetch): Promise<void> {
  await read(openClient(fetch).notices.key.$post());
}

export async function setOverride(fetch: Fetch, channel: string, input: OverrideInput): Promise<void> {
  await read(openClient(fetch).notices.overrides[':channel'].$put({ param: { channel }, json: input }));
}

export async function dropOverride(fetch: Fetch, channel: string): Promise<void> {
  await read(openClient(fetch).notices.overrides[':channel'].$delete({ param: { channel } }));
}
