// A failed request as one error with a code that decides what a page offers next.

export type ProblemCode = 'invalid' | 'unauthorized' | 'forbidden' | 'not_found' | 'conflict' | 'unavailable' | 'internal' | 'offline';

/** `message` is the server's own sentence and may be shown as it is. */
export class ApiProblem extends Error {
  readonly code: ProblemCode;
  readonly status: number;

  constructor(code: ProblemCode, message: string, status: number) {
    super(message);
    this.name = 'ApiProblem';
    this.code = code;
    this.status = status;
  }
}

const codes = ['invalid', 'unauthorized', 'forbidden', 'not_found', 'conflict', 'unavailable', 'internal'] as const;

/** The error of an answer that is not ok; a body that is not ours (a proxy's page) still gets a code. */
export function toProblem(status: number, body: unknown): ApiProblem {
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : null;
  const message = typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : `answer ${status}`;
  const named = typeof error === 'object' && error !== null && 'code' in error ? codes.find((code) => code === error.code) : undefined;
  return new ApiProblem(named ?? (status >= 500 ? 'unavailable' : 'invalid'), message, status);
}
