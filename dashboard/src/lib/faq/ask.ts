// What the pages of the FAQ ask and do through the API.
import { type Fetch, openClient, read } from '../api/client.ts';
import type { Faq, FaqList, FaqState } from './shapes.ts';

export function askFaqList(fetch: Fetch): Promise<FaqList> {
  return read(openClient(fetch).faq.$get());
}

export function askFaq(fetch: Fetch, id: string): Promise<Faq> {
  return read(openClient(fetch).issues[':id'].faq.$get({ param: { id } }));
}

export async function changeFaq(fetch: Fetch, id: string, change: { state?: FaqState; link?: string | null }): Promise<void> {
  await read(openClient(fetch).issues[':id'].faq.$put({ param: { id }, json: change }));
}

export async function saveFaqText(fetch: Fetch, id: string, text: { language: string; question: string; answer: string }): Promise<void> {
  const { language, ...json } = text;
  await read(openClient(fetch).issues[':id'].faq[':language'].$put({ param: { id, language }, json }));
}

export async function dropFaqText(fetch: Fetch, id: string, language: string): Promise<void> {
  await read(openClient(fetch).issues[':id'].faq[':language'].$delete({ param: { id, language } }));
}

/** Where the browser downloads the file: of one issue, or of all. */
export function faqHref(issueId: string | null): string {
  return issueId === null ? '/api/faq/export' : `/api/faq/export?issue=${encodeURIComponent(issueId)}`;
}
