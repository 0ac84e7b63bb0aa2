// What the pages of issues ask and do through the API.
import { type Fetch, openClient, read } from '../api/client.ts';
import type { Question } from '../url-state/question.ts';
import type { Issue, IssueAlerts, IssueChange, IssueLoop, IssueMembers, Issues, ToTell } from './shapes.ts';

export const membersPerPage = 20;

type Scope = Omit<Question, 'groupBy' | 'clock' | 'population' | 'compare' | 'asOf'>;

export function askIssues(fetch: Fetch, scope: Scope): Promise<Issues> {
  return read(openClient(fetch).issues.$get({ query: scope }));
}

export function askIssue(fetch: Fetch, id: string, scope: Scope): Promise<Issue> {
  return read(openClient(fetch).issues[':id'].$get({ param: { id }, query: scope }));
}

export function askMembers(fetch: Fetch, id: string, offset: number): Promise<IssueMembers> {
  const query = { offset: String(offset), limit: String(membersPerPage) };
  return read(openClient(fetch).issues[':id'].conversations.$get({ param: { id }, query }));
}

export async function changeIssue(fetch: Fetch, id: string, change: IssueChange): Promise<void> {
  await read(openClient(fetch).issues[':id'].$patch({ param: { id }, json: change }));
}

export async function mergeIssue(fetch: Fetch, id: string, into: string): Promise<void> {
  await read(openClient(fetch).issues[':id'].merge.$post({ param: { id }, json: { into } }));
}

/** Gives the id of the new issue. */
export async function splitIssue(fetch: Fetch, id: string, split: { conversations: string[]; label: string | null }): Promise<string> {
  return (await read(openClient(fetch).issues[':id'].split.$post({ param: { id }, json: split }))).id;
}

/** `to` null: they belong to no issue. */
export async function moveConversations(fetch: Fetch, move: { conversations: string[]; to: string | null }): Promise<void> {
  await read(openClient(fetch)['issue-moves'].$post({ json: move }));
}

export function askAlerts(fetch: Fetch): Promise<IssueAlerts> {
  return read(openClient(fetch)['issue-alerts'].$get());
}

export async function judgeAlert(fetch: Fetch, id: string, verdict: 'real' | 'false'): Promise<void> {
  await read(openClient(fetch)['issue-alerts'][':id'].verdict.$put({ param: { id }, json: { verdict } }));
}

export function askLoop(fetch: Fetch, id: string): Promise<IssueLoop> {
  return read(openClient(fetch).issues[':id'].loop.$get({ param: { id } }));
}

export function askToTell(fetch: Fetch, id: string): Promise<ToTell> {
  return read(openClient(fetch).issues[':id'].customers.$get({ param: { id }, query: { offset: '0', limit: '200' } }));
}

export async function markTold(fetch: Fetch, id: string, conversations: string[], told: boolean): Promise<void> {
  await read(openClient(fetch).issues[':id'].told.$post({ param: { id }, json: { conversations, told } }));
}

export async function saveTemplate(fetch: Fetch, id: string, language: string, body: string): Promise<void> {
  await read(openClient(fetch).issues[':id'].templates[':language'].$put({ param: { id, language }, json: { body } }));
}
