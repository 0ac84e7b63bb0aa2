// Errors at the edge: every failure becomes one JSON shape and one status, and says nothing about the inside.

import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { ZodError } from 'zod';
import { AppError, type ErrorCode } from '#db/model/errors.ts';
import { readReason } from '#db/model/read-reason.ts';
import type { AppContext } from './app-env.ts';
import type { Problem } from './shapes/scalars.ts';

export const statusOf: Readonly<Record<ErrorCode, ContentfulStatusCode>> = {
  invalid: 400,
  unauthorized: 401,
  forbidden: 403,
  not_found: 404,
  conflict: 409,
  unavailable: 503,
  internal: 500,
};

type Details = NonNullable<Problem['error']['details']>;

/** zod's issues as `path, message, allowed`: never the rejected value, which may be a secret that somebody pasted. */
export function detailsOf(error: ZodError): Details {
  return error.issues.flatMap((issue): Details => {
    const path = issue.path.map(String).join('.');
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ path: [path, key.slice(0, 80)].filter(Boolean).join('.'), message: 'is not known here' }));
    }
    if (issue.code === 'invalid_value') {
      const allowed = issue.values.map(String);
      return [{ path, message: `must be one of ${allowed.join(', ')}`, allowed }];
    }
    return [{ path, message: issue.message }];
  });
}

function sentenceOf(details: Details): string {
  const [first] = details;
  if (first === undefined) return 'the request is not valid';
  const rest = details.length > 1 ? ` (and ${details.length - 1} more)` : '';
  return `${first.path === '' ? 'request' : first.path}: ${first.message}${rest}`;
}

/** An `invalid` error out of a failed parse, its details kept for the answer. */
export function toInvalid(error: ZodError): AppError {
  return new AppError('invalid', sentenceOf(detailsOf(error)), error);
}

function codeOfStatus(status: number): ErrorCode {
  if (status === 401) return 'unauthorized';
  if (status === 403) return 'forbidden';
  if (status === 404) return 'not_found';
  if (status === 429 || status === 503) return 'unavailable';
  return status < 500 ? 'invalid' : 'internal';
}

export function problem(code: ErrorCode, message: string, requestId?: string, details?: Details): Problem {
  return { error: { code, message, ...(requestId === undefined ? {} : { requestId }), ...(details === undefined ? {} : { details }) } };
}

/** The answer to any error. What is not an `AppError` is hidden behind its request id, by which the log knows it. */
export function toProblemResponse(error: unknown, c: AppContext): Response {
  const requestId = c.get('requestId');
  c.header('Cache-Control', 'no-store');
  if (error instanceof ZodError) return toProblemResponse(toInvalid(error), c);
  if (error instanceof HTTPException) {
    const retryAfter = error.res?.headers.get('Retry-After');
    if (retryAfter !== null && retryAfter !== undefined) c.header('Retry-After', retryAfter);
    return c.json(problem(codeOfStatus(error.status), error.message || 'the request is not valid', requestId), error.status);
  }
  if (error instanceof AppError && error.code !== 'internal') {
    if (error.code === 'unavailable') c.header('Retry-After', '5');
    const details = error.cause instanceof ZodError ? detailsOf(error.cause) : undefined;
    const { error: told } = problem(error.code, error.message, requestId, details);
    const why = readReason(error.message);
    return c.json({ error: why === null ? told : { ...told, why } }, statusOf[error.code]);
  }
  return c.json(problem('internal', `something went wrong here; the log knows it as ${requestId}`, requestId), 500);
}
