// The log: one JSON line each on standard error; never message text, never values of a query, never a secret.
import pino, { type DestinationStream, type Logger } from 'pino';
import { AppError } from '#db/model/errors.ts';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

type Logged = {
  readonly type: string;
  readonly code?: string;
  readonly message: string;
  readonly at: readonly string[];
  readonly cause?: Logged;
};

/**
 * An error as the log keeps it. Drivers put the values of a failed query into the message, on its second line,
 * and those may be what a customer wrote: only the first line of a foreign message is kept, and of the stack only the places.
 */
export function toLogged(error: unknown, depth = 0): Logged {
  if (!(error instanceof Error)) return { type: typeof error, message: '', at: [] };
  const message = error instanceof AppError ? error.message : (error.message.split('\n')[0] ?? '').replace(/params:.*/s, '').slice(0, 300);
  const at = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
    .slice(0, 12);
  const code = 'code' in error && typeof error.code === 'string' ? { code: error.code } : {};
  const cause = error.cause instanceof Error && depth < 3 ? { cause: toLogged(error.cause, depth + 1) } : {};
  return { type: error.name, ...code, message, at, ...cause };
}

/** pino escapes line ends, so nothing that is logged can forge a second line. */
export function openLog(level: LogLevel, destination?: DestinationStream): Logger {
  const options = { level, base: undefined, serializers: { err: toLogged } };
  return pino(options, destination ?? pino.destination({ fd: 2, sync: true }));
}
