// Everything that the frame changes through the API: sessions, set-up, the demo.
import { type Fetch, openClient, read } from './client.ts';

/** `twoFactorNeeded`: the password was right, now `confirmCode`. */
export function signIn(fetch: Fetch, email: string, password: string): Promise<{ signedIn: boolean; twoFactorNeeded: boolean }> {
  return read(openClient(fetch).auth['sign-in'].$post({ json: { email, password } }));
}

/** Six digits are a code of the authenticator app, anything else a recovery code. */
export async function confirmCode(fetch: Fetch, code: string): Promise<void> {
  const kind = /^\d{6}$/.test(code.trim()) ? 'totp' : 'recovery';
  await read(openClient(fetch).auth['two-factor'].verify.$post({ json: { code: code.trim(), kind } }));
}

export async function signOut(fetch: Fetch): Promise<void> {
  await read(openClient(fetch).auth['sign-out'].$post());
}

/** Only offered on the machine itself, and only while the demo company is there. */
export async function signInAsDemo(fetch: Fetch): Promise<void> {
  await read(openClient(fetch).session.demo.$post());
}

export async function finishSetup(fetch: Fetch, token: string, person: { name: string; email?: string; password: string }): Promise<void> {
  await read(openClient(fetch).setup[':token'].$post({ param: { token }, json: person }));
}

/** Removes all made-up conversations; gives how many. */
export async function removeDemo(fetch: Fetch): Promise<number> {
  const { removedConversations } = await read(openClient(fetch).demo.$delete());
  return removedConversations;
}
