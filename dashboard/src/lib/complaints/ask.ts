// What the pages of complaints ask and do through the API.
import { type Fetch, openClient, read } from '../api/client.ts';
import type { ListQuestion, Question } from '../url-state/question.ts';
import type { ComplaintLadder, ComplaintListId, ComplaintProof, ComplaintReview, Complaints } from './shapes.ts';

export const complaintsPerPage = 12;

export function askComplaints(fetch: Fetch, metric: ComplaintListId, question: ListQuestion, offset: number): Promise<Complaints> {
  const query = { ...question, metric, offset: String(offset), limit: String(complaintsPerPage) };
  return read(openClient(fetch).complaints.$get({ query }));
}

export function askLadder(fetch: Fetch, question: Question): Promise<ComplaintLadder> {
  return read(openClient(fetch).complaints.ladder.$get({ query: question }));
}

export function askProof(fetch: Fetch, id: string): Promise<ComplaintProof> {
  return read(openClient(fetch).complaints[':id'].$get({ param: { id } }));
}

export async function saveReview(fetch: Fetch, id: string, review: ComplaintReview): Promise<void> {
  await read(openClient(fetch).complaints[':id'].reviews.$post({ param: { id }, json: review }));
}
