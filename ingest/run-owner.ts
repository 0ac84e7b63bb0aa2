// Who reads a source: the name that a process leaves in the lease, and whether the process behind a name is still there.
import { z } from 'zod';

/** `host`: the machine or container; `pid`: the process on it; `token` tells two lives of the same number apart. */
export type RunOwner = { readonly host: string; readonly pid: number; readonly token: string };

const ownerShape = z.tuple([z.string().min(1), z.coerce.number().int().positive(), z.string().min(1)]);

export function ownerName({ host, pid, token }: RunOwner): string {
  return [host, pid, token].map((part) => encodeURIComponent(part)).join('/');
}

/**
 * Whether the process that left this name has ended: then its lease is worth nothing, and nobody has to wait for it to run out.
 * Of other machines nothing can be known, so their leases count until they run out.
 */
export function isOwnerGone(name: string, self: RunOwner, isAlive: (pid: number) => boolean): boolean {
  const parsed = ownerShape.safeParse(name.split('/').map(decodePart));
  if (!parsed.success) return false;
  const [host, pid, token] = parsed.data;
  if (host !== self.host) return false;
  // A container begins with the same number at every start: our own number under another token was an earlier life.
  return pid === self.pid ? token !== self.token : !isAlive(pid);
}

function decodePart(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

/** Asks the system without disturbing the process. A process of another user is alive as well. */
export function isProcessAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
