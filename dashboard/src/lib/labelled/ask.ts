// What the lists behind figures of accuracy ask through the API, and their addresses.
import type { InferResponseType } from 'hono/client';
import type { Field } from '../annotate/ask.ts';
import { type Client, type Fetch, openClient, read } from '../api/client.ts';

export type LabelledRows = InferResponseType<Client['annotation-accuracy']['rows']['$get'], 200>;
export type HeldOutRows = InferResponseType<Client['learning']['held-out']['$get'], 200>;
export type LabelledRow = LabelledRows['rows'][number] | HeldOutRows['rows'][number];
/** One page of rows, and how many there are. */
export type FoundRows = { readonly n: number; readonly rows: readonly LabelledRow[] };

/** What a figure of live accuracy is about. */
export type Part = {
  readonly language?: string | undefined;
  readonly source?: string | undefined;
  readonly machine?: string | undefined;
  readonly people?: string | undefined;
  readonly either?: string | undefined;
  readonly silent?: 'true' | 'false' | undefined;
  /** The place of a dot of the calibration. */
  readonly bin?: string | undefined;
  /** The machine is at least as sure, 0 to 1. */
  readonly least?: string | undefined;
};
const names = ['language', 'source', 'machine', 'people', 'either', 'bin', 'least'] as const;

/** What a figure of agreement is about. */
export type DoublePart = { readonly language?: string; readonly month?: string };

/** As many as one page of the API holds. */
export const pageSize = 100;

export function partOf(params: URLSearchParams): Part {
  const silent = (['true', 'false'] as const).find((one) => one === params.get('silent'));
  const known = names.flatMap((name) => {
    const value = params.get(name);
    return value === null || value === '' ? [] : [[name, value] as const];
  });
  return { ...Object.fromEntries(known), ...(silent === undefined ? {} : { silent }) };
}

export function doublePartOf(params: URLSearchParams): DoublePart {
  const [language, month] = [params.get('language'), params.get('month')];
  return { ...(language === null ? {} : { language }), ...(month === null ? {} : { month }) };
}

function addressOf(path: string, words: Record<string, string | undefined>): string {
  const given = Object.entries(words).flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, value]]));
  return `${path}?${new URLSearchParams(given)}`;
}

export const partHref = (field: Field, part: Part): string => addressOf('/annotate/accuracy/list', { field, ...part });

export const doublesHref = (field: Field, part: DoublePart): string => addressOf('/annotate/agreement/list', { field, ...part });

export const heldOutHref = (field: Field, version: number, language?: string): string =>
  addressOf('/annotate/learning/list', { field, version: String(version), language });

export function askLabelledRows(
  fetch: Fetch,
  field: Field,
  { offset, ...part }: Part & { readonly offset: number },
): Promise<LabelledRows> {
  const query = { field, limit: String(pageSize), offset: String(offset), ...part };
  return read(openClient(fetch)['annotation-accuracy'].rows.$get({ query }));
}

export function askDoubles(
  fetch: Fetch,
  field: Field,
  { offset, ...part }: DoublePart & { readonly offset: number },
): Promise<LabelledRows> {
  const query = { field, limit: String(pageSize), offset: String(offset), ...part };
  return read(openClient(fetch)['annotation-agreement'].rows.$get({ query }));
}

type HeldOut = {
  readonly field: 'category' | 'sentiment';
  readonly version: number;
  readonly language: string | null;
  readonly offset: number;
};

export function askHeldOutRows(fetch: Fetch, { field, version, language, offset }: HeldOut): Promise<HeldOutRows> {
  const part = language === null ? {} : { language };
  const query = { field, version: String(version), limit: String(pageSize), offset: String(offset), ...part };
  return read(openClient(fetch).learning['held-out'].$get({ query }));
}
