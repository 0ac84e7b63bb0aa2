// What the Sources pages ask and do through the API.
import { type Fetch, openClient, read } from '../api/client.ts';
import type { Connector, MadeKey, NewKey, NewSource, Probe, Settings, Source, SourceChange, SourceDetail } from './shapes.ts';

export async function askSources(fetch: Fetch): Promise<readonly Source[]> {
  return (await read(openClient(fetch).sources.$get())).sources;
}

export async function askConnectors(fetch: Fetch): Promise<readonly Connector[]> {
  return (await read(openClient(fetch).connectors.$get())).connectors;
}

export function askSource(fetch: Fetch, id: string): Promise<SourceDetail> {
  return read(openClient(fetch).sources[':id'].$get({ param: { id } }));
}

export async function addSource(fetch: Fetch, source: NewSource): Promise<void> {
  await read(openClient(fetch).sources.$post({ json: source }));
}

/** `source`: secrets that are left out are those of that source. */
export function testSource(fetch: Fetch, connector: string, settings: Settings, source: string | null): Promise<Probe> {
  return read(openClient(fetch).sources.test.$post({ json: { connector, settings, source } }));
}

export async function changeSource(fetch: Fetch, id: string, change: SourceChange): Promise<void> {
  await read(openClient(fetch).sources[':id'].$patch({ param: { id }, json: change }));
}

/** `window` null: from where the last run stopped. */
export async function readSource(fetch: Fetch, id: string, window: { from: string; to: string } | null): Promise<void> {
  await read(openClient(fetch).sources[':id'].runs.$post({ param: { id }, json: { window } }));
}

export async function removeSource(fetch: Fetch, id: string): Promise<number> {
  return (await read(openClient(fetch).sources[':id'].$delete({ param: { id } }))).removedConversations;
}

export async function noteGap(fetch: Fetch, id: number): Promise<void> {
  await read(openClient(fetch)['source-gaps'][':id'].$delete({ param: { id: String(id) } }));
}

/** Gives whether the item alone is read once more, or the days around it. */
export async function retryLetter(fetch: Fetch, id: number): Promise<'item' | 'window'> {
  return (await read(openClient(fetch)['dead-letters'][':id'].retry.$post({ param: { id: String(id) } }))).read;
}

export async function throwLetterAway(fetch: Fetch, id: number): Promise<void> {
  await read(openClient(fetch)['dead-letters'][':id'].$delete({ param: { id: String(id) } }));
}

/** A source that nothing reads: it takes what programs send. */
export async function addPushSource(fetch: Fetch, source: { id: string; label: string }): Promise<void> {
  await read(openClient(fetch)['push-sources'].$post({ json: source }));
}

/** The secret comes back this once. */
export function makeKey(fetch: Fetch, sourceId: string, key: NewKey): Promise<MadeKey> {
  return read(openClient(fetch).sources[':id'].keys.$post({ param: { id: sourceId }, json: key }));
}

export async function revokeKey(fetch: Fetch, id: number): Promise<void> {
  await read(openClient(fetch)['source-keys'][':id'].$delete({ param: { id: String(id) } }));
}
