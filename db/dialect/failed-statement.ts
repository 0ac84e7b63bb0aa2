// Errors of statements, made safe to log: they name the statement's fault and never its values.
import { DrizzleQueryError } from 'drizzle-orm';
import { AppError } from '../model/errors.ts';

/**
 * drizzle puts all parameters, message text among them, into the text of its errors, and PostgreSQL quotes whole rows in
 * `detail`. What leaves a transaction says only the code and the driver's one line. Errors of other kinds pass as they are.
 */
export function withoutValues(error: unknown): unknown {
  const fault = error instanceof DrizzleQueryError ? error.cause : error;
  if (fault instanceof AppError) return fault;
  const code = codeOf(fault);
  if (code === null) return error instanceof DrizzleQueryError ? new AppError('internal', 'a statement of the store failed') : error;
  if (isOutOfReach(code)) return new AppError('unavailable', `the store cannot be used now (${code})`);
  return new AppError('internal', `a statement of the store failed (${code})${lineOf(fault, code)}`);
}

/** The code of a driver's error; null for errors that no driver threw. */
function codeOf(fault: unknown): string | null {
  if (!(fault instanceof Error) || !('code' in fault) || typeof fault.code !== 'string') return null;
  return fault.name === 'SqliteError' || 'severity' in fault || isOutOfReach(fault.code) ? fault.code : null;
}

/** Disk full, read-only, or a connection that broke: it may work again later. */
function isOutOfReach(code: string): boolean {
  return /^SQLITE_(FULL|IOERR|READONLY|BUSY|LOCKED|CANTOPEN)|^(08|53|57P)...?$/.test(code) || /^E(CONN|PIPE|TIMEDOUT|HOST|NET)/.test(code);
}

function lineOf(fault: unknown, code: string): string {
  // Errors of PostgreSQL's class 22 quote the value that did not fit.
  if (!(fault instanceof Error) || code.startsWith('22')) return '';
  return `: ${fault.message.split('\n', 1)[0]?.slice(0, 200) ?? ''}`;
}
