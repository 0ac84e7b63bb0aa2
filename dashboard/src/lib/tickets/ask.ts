// What pages ask and do about tickets and the upkeep of issues through the API.
import { type Fetch, openClient, read } from '../api/client.ts';
import type { Regrouping, Ticket, TicketPlace } from './shapes.ts';

export function askTicket(fetch: Fetch, id: string, withQuotes = false): Promise<Ticket> {
  return read(openClient(fetch).issues[':id'].ticket.$get({ param: { id }, query: { quotes: withQuotes ? 'true' : 'false' } }));
}

export async function makeTicket(fetch: Fetch, id: string, order: { title: string; withQuotes: boolean }): Promise<void> {
  await read(openClient(fetch).issues[':id'].ticket.$post({ param: { id }, json: order }));
}

export async function checkTicket(fetch: Fetch, id: string): Promise<void> {
  await read(openClient(fetch).issues[':id'].ticket.check.$post({ param: { id } }));
}

export function askTicketPlace(fetch: Fetch): Promise<TicketPlace> {
  return read(openClient(fetch)['ticket-place'].$get());
}

export async function saveTicketPlace(fetch: Fetch, place: { repository: string; url: string; token: string | null }): Promise<void> {
  await read(openClient(fetch)['ticket-place'].$put({ json: place }));
}

export async function forgetTicketPlace(fetch: Fetch): Promise<void> {
  await read(openClient(fetch)['ticket-place'].$delete());
}

export async function askCost(fetch: Fetch): Promise<number> {
  return (await read(openClient(fetch)['issue-cost'].$get())).minutesPerReply;
}

export async function saveCost(fetch: Fetch, minutesPerReply: number): Promise<void> {
  await read(openClient(fetch)['issue-cost'].$put({ json: { minutesPerReply } }));
}

export function askRegrouping(fetch: Fetch): Promise<Regrouping> {
  return read(openClient(fetch)['issue-regroupings'].$get());
}

export async function beginRegrouping(fetch: Fetch, isPreview: boolean): Promise<void> {
  await read(openClient(fetch)['issue-regroupings'].$post({ json: { isPreview } }));
}
