// A failed request as one error with a code that decides what a page offers next.

export type ProblemCode = 'invalid' | 'unauthorized' | 'forbidden' | 'not_found' | 'conflict' | 'unavailable' | 'internal' | 'offline';

/** What a sentence of the server says in any language: its code, and what stands in its places. */
export type Why = { readonly code: string; readonly places: Readonly<Record<string, string>> };

/** `message` is the server's own sentence and may be shown as it is. */
export class ApiProblem extends Error {
  readonly code: ProblemCode;
  readonly status: number;
  /** What the message says, where the server knows a code for it. */
  readonly why: Why | null;

  constructor(code: ProblemCode, message: string, status: number, why: Why | null = null) {
    super(message);
    this.name = 'ApiProblem';
    this.code = code;
    this.status = status;
    this.why = why;
  }
}

const codes = ['invalid', 'unauthorized', 'forbidden', 'not_found', 'conflict', 'unavailable', 'internal'] as const;

/** The error of an answer that is not ok; a body that is not ours (a proxy's page) still gets a code. */
export function toProblem(status: number, body: unknown): ApiProblem {
  const error = typeof body === 'object' && body !== null && 'error' in body ? body.error : null;
  const message = typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : `answer ${status}`;
  const named = typeof error === 'object' && error !== null && 'code' in error ? codes.find((code) => code === error.code) : undefined;
  return new ApiProblem(named ?? (status >= 500 ? 'unavailable' : 'invalid'), message, status, toWhy(error));
}

function toWhy(error: unknown): Why | null {
  const why = typeof error === 'object' && error !== null && 'why' in error ? error.why : null;
  if (typeof why !== 'object' || why === null || !('code' in why) || !('places' in why)) return null;
  const { code, places } = why;
  if (typeof code !== 'string' || typeof places !== 'object' || places === null) return null;
  return { code, places: Object.fromEntries(Object.entries(places).map(([name, place]) => [name, String(place)])) };
}
