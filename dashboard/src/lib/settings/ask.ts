// What the settings pages ask the API.
import { type Fetch, openClient, read } from '../api/client.ts';
import type {
  Calendar,
  CalendarException,
  OwnAddress,
  Preview,
  PreviewQuestion,
  Restatement,
  Scoring,
  ServicePromise,
  StaffMember,
  User,
  Workspace,
} from './shapes.ts';

export function askWorkspace(fetch: Fetch): Promise<Workspace> {
  return read(openClient(fetch).workspace.$get());
}

export async function askOwnAddresses(fetch: Fetch): Promise<readonly OwnAddress[]> {
  return (await read(openClient(fetch)['own-addresses'].$get())).addresses;
}

export async function askCalendars(fetch: Fetch): Promise<readonly Calendar[]> {
  return (await read(openClient(fetch).calendars.$get())).calendars;
}

/** The public holidays of a region in a year, by date; empty for regions that the server does not know. */
export async function askHolidays(fetch: Fetch, region: string, year: number): Promise<readonly CalendarException[]> {
  return (await read(openClient(fetch).holidays.$get({ query: { region, year: String(year) } }))).holidays;
}

export async function askPromises(fetch: Fetch): Promise<readonly ServicePromise[]> {
  return (await read(openClient(fetch).promises.$get())).promises;
}

/** When a message would be due, for a saved promise or for terms that nobody saved yet. */
export function askPreview(fetch: Fetch, question: PreviewQuestion): Promise<Preview> {
  return read(openClient(fetch).promises.preview.$post({ json: question }));
}

export async function askStaff(fetch: Fetch): Promise<readonly StaffMember[]> {
  return (await read(openClient(fetch).staff.$get())).staff;
}

export async function askUsers(fetch: Fetch): Promise<readonly User[]> {
  return (await read(openClient(fetch).users.$get())).users;
}

/** Latest first. */
export async function askRestatements(fetch: Fetch): Promise<readonly Restatement[]> {
  return (await read(openClient(fetch).restatements.$get())).restatements;
}

/** What scores now, what was scored by older versions, and the latest runs that scored anew. */
export function askScoring(fetch: Fetch): Promise<Scoring> {
  return read(openClient(fetch).scoring.$get());
}
