// What the settings pages change through the API.
import { type Fetch, openClient, read } from '../api/client.ts';
import type {
  Calendar,
  Invite,
  NewCalendar,
  NewCalendarVersion,
  NewPromise,
  NewPromiseVersion,
  NewUser,
  Restatement,
  ServicePromise,
  StaffChange,
  StaffMember,
  TwoFactorStart,
  User,
  UserChange,
  Workspace,
  WorkspaceChange,
} from './shapes.ts';

export function saveWorkspace(fetch: Fetch, change: WorkspaceChange): Promise<Workspace> {
  return read(openClient(fetch).workspace.$put({ json: change }));
}

export async function addOwnAddress(fetch: Fetch, address: { value: string; label: string }): Promise<void> {
  await read(openClient(fetch)['own-addresses'].$post({ json: address }));
}

export async function removeOwnAddress(fetch: Fetch, key: string): Promise<void> {
  await read(openClient(fetch)['own-addresses'][':key'].$delete({ param: { key } }));
}

export function addCalendar(fetch: Fetch, calendar: NewCalendar): Promise<Calendar> {
  return read(openClient(fetch).calendars.$post({ json: calendar }));
}

/** `conflict` where somebody saved a version after `basedOn`. */
export function addCalendarVersion(fetch: Fetch, id: string, version: NewCalendarVersion): Promise<Calendar> {
  return read(openClient(fetch).calendars[':id'].versions.$post({ param: { id }, json: version }));
}

export function addPromise(fetch: Fetch, promise: NewPromise): Promise<ServicePromise> {
  return read(openClient(fetch).promises.$post({ json: promise }));
}

/** `conflict` where somebody saved a version after `basedOn`. */
export function addPromiseVersion(fetch: Fetch, id: string, version: NewPromiseVersion): Promise<ServicePromise> {
  return read(openClient(fetch).promises[':id'].versions.$post({ param: { id }, json: version }));
}

/** Begins in the background; the list tells how far it is. `conflict` while another one runs. */
export function restate(fetch: Fetch, reason: string): Promise<Restatement> {
  return read(openClient(fetch).restatements.$post({ json: { reason } }));
}

/** Begins in the background; `conflict` while a run goes on. */
export async function beginScoring(fetch: Fetch, all: boolean): Promise<void> {
  await read(openClient(fetch).scoring.runs.$post({ json: { all } }));
}

export function saveStaffMember(fetch: Fetch, key: string, change: StaffChange): Promise<StaffMember> {
  return read(openClient(fetch).staff[':key'].$put({ param: { key }, json: change }));
}

/** The link in the answer is shown once and never again. */
export function inviteUser(fetch: Fetch, user: NewUser): Promise<Invite> {
  return read(openClient(fetch).users.$post({ json: user }));
}

/** A new link for an account; earlier links and all its sessions end. */
export function renewInvite(fetch: Fetch, id: string): Promise<Invite> {
  return read(openClient(fetch).users[':id'].invite.$post({ param: { id } }));
}

export function saveUser(fetch: Fetch, id: string, change: UserChange): Promise<User> {
  return read(openClient(fetch).users[':id'].$patch({ param: { id }, json: change }));
}

/** All other sessions of the person end. */
export async function changePassword(fetch: Fetch, currentPassword: string, newPassword: string): Promise<void> {
  await read(openClient(fetch).auth.password.$post({ json: { currentPassword, newPassword } }));
}

/** The second factor counts from the first right code on. */
export function startTwoFactor(fetch: Fetch, password: string): Promise<TwoFactorStart> {
  return read(openClient(fetch).auth['two-factor'].start.$post({ json: { password } }));
}

export async function stopTwoFactor(fetch: Fetch, password: string): Promise<void> {
  await read(openClient(fetch).auth['two-factor'].stop.$post({ json: { password } }));
}
