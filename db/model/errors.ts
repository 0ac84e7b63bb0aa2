// The one error type that crosses rooms: a code that the edges map to a status or an exit code.

export const errorCodes = ['invalid', 'unauthorized', 'forbidden', 'not_found', 'conflict', 'unavailable', 'internal'] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** An error whose message may be shown to people: it says what, where and why, and never quotes message text. */
export class AppError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.name = 'AppError';
    this.code = code;
  }
}

/** Why something failed, as it may be written down and shown: an error that is not ours may quote what nobody should read. */
export function failureReason(error: unknown): string {
  return error instanceof AppError ? error.message : 'failed unexpectedly';
}
