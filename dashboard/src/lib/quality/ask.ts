// What the pages of reply quality ask and change through the API.
import type { InferRequestType, InferResponseType } from 'hono/client';
import { type Client, type Fetch, openClient, read } from '../api/client.ts';
import type { Question } from '../url-state/question.ts';

type Quality = Client['quality'];
export type Round = InferResponseType<Quality['rounds']['$get'], 200>['rounds'][number];
export type NewRound = InferRequestType<Quality['rounds']['$post']>['json'];
export type ReviewQueue = InferResponseType<Quality['rounds'][':id']['leases']['$post'], 200>;
export type ReplyItem = ReviewQueue['items'][number];
export type ReviewInput = InferRequestType<Quality['reviews']['$post']>['json'];
export type Review = InferResponseType<Quality['reviews']['$post'], 201>;
export type Marks = Review['marks'];
export type Criterion = keyof Marks;
export type Mark = Marks[Criterion];
export type Reviews = InferResponseType<Quality['reviews']['$get'], 200>;
export type Report = InferResponseType<Quality['report']['$get'], 200>;
export type Calibration = InferResponseType<Quality['rounds'][':id']['calibration']['$get'], 200>;
export type Terms = InferResponseType<Quality['weights']['$get'], 200>['settings'][number];
export type NewTerms = InferRequestType<Quality['weights']['$post']>['json'];
export type Owners = InferResponseType<Quality['owners']['$get'], 200>;
export type Own = InferResponseType<Quality['own']['$get'], 200>;

export async function askRounds(fetch: Fetch): Promise<readonly Round[]> {
  return (await read(openClient(fetch).quality.rounds.$get())).rounds;
}

export function addRound(fetch: Fetch, round: NewRound): Promise<{ id: number; tasks: number; populationSize: number }> {
  return read(openClient(fetch).quality.rounds.$post({ json: round }));
}

export async function closeRound(fetch: Fetch, id: number): Promise<void> {
  await read(openClient(fetch).quality.rounds[':id'].close.$post({ param: { id: String(id) } }));
}

/** The next replies, lent to this person; those of `except` are not given again. */
export function leaseReplies(fetch: Fetch, id: number, limit: number, except: readonly number[]): Promise<ReviewQueue> {
  return read(openClient(fetch).quality.rounds[':id'].leases.$post({ param: { id: String(id) }, json: { limit, except: [...except] } }));
}

/** Others may be given what was lent. */
export async function endReviewLease(fetch: Fetch, id: number): Promise<void> {
  await read(openClient(fetch).quality.rounds[':id'].leases.$delete({ param: { id: String(id) } }));
}

/** Puts one reply under review by hand. */
export function chooseReply(fetch: Fetch, conversationId: string, message: string): Promise<ReplyItem> {
  return read(openClient(fetch).quality.replies.$post({ json: { conversationId, message } }));
}

export function sendReview(fetch: Fetch, review: ReviewInput): Promise<Review> {
  return read(openClient(fetch).quality.reviews.$post({ json: review }));
}

export function changeReview(fetch: Fetch, id: number, change: { marks: Marks; note: string | null }): Promise<Review> {
  return read(openClient(fetch).quality.reviews[':id'].$patch({ param: { id: String(id) }, json: change }));
}

export function askReviews(fetch: Fetch, limit: number): Promise<Reviews> {
  return read(openClient(fetch).quality.reviews.$get({ query: { limit: String(limit) } }));
}

/** The report looks at days and filters only. */
export function askReport(fetch: Fetch, question: Question): Promise<Report> {
  const { groupBy: _g, compare: _c, clock: _k, ...query } = question;
  return read(openClient(fetch).quality.report.$get({ query }));
}

export function askCalibration(fetch: Fetch, id: number): Promise<Calibration> {
  return read(openClient(fetch).quality.rounds[':id'].calibration.$get({ param: { id: String(id) } }));
}

export async function saveAgreed(fetch: Fetch, taskId: number, marks: Marks): Promise<void> {
  await read(openClient(fetch).quality.tasks[':id'].agreed.$put({ param: { id: String(taskId) }, json: { marks } }));
}

export async function askTerms(fetch: Fetch): Promise<readonly Terms[]> {
  return (await read(openClient(fetch).quality.weights.$get())).settings;
}

export async function saveTerms(fetch: Fetch, terms: NewTerms): Promise<void> {
  await read(openClient(fetch).quality.weights.$post({ json: terms }));
}

export function askOwners(fetch: Fetch): Promise<Owners> {
  return read(openClient(fetch).quality.owners.$get());
}

export async function setOwner(fetch: Fetch, userId: string, agent: string | null): Promise<void> {
  await read(openClient(fetch).quality.owners[':userId'].$put({ param: { userId }, json: { agent } }));
}

export function askOwn(fetch: Fetch): Promise<Own> {
  return read(openClient(fetch).quality.own.$get());
}
