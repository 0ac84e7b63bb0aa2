// What went wrong in a thread, as it is told to whoever asked: errors themselves lose their code on the way.
import { AppError, type ErrorCode } from '#db/model/errors.ts';

export type Failure = { readonly code: ErrorCode; readonly message: string };

/** The failure of anything thrown; `fallback` where what was thrown says nothing. */
export function toFailure(error: unknown, fallback: string): Failure {
  if (error instanceof AppError) return { code: error.code, message: error.message };
  return { code: 'internal', message: error instanceof Error ? error.message : fallback };
}
