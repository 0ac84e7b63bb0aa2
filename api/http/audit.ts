// Who did it, as the audit log writes it down: the person, their role and the address they came from.
import type { AppContext } from './app-env.ts';

/** Set once per request by the app, from the connection. */
export function actorOf(c: AppContext): { actor: string; role: string | null; address: string } {
  const signedIn = c.get('signedIn');
  return { actor: signedIn?.userId ?? 'anonymous', role: signedIn?.role ?? null, address: c.get('address') };
}
