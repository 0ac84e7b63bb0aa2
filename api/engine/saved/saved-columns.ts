// Columns as arrays and a few names, and back: what the file of columns holds.
import { z } from 'zod';
import { AppError } from '#db/model/errors.ts';
import type { AtomTable } from '../atom-table.ts';
import { Columns, tableNames } from '../columns.ts';
import { profileDimensions } from '../profiles.ts';
import type { ArrayOf, Kind, SavedArray } from './array-file.ts';

const names = z.array(z.string());
export const savedHead = z.object({
  change: z.number().int(),
  profiles: z.number().int(),
  dictionaries: z.record(z.string(), names),
  /** By table, how many of its rows have an arrival. */
  sortedTo: z.record(z.string(), z.number().int()),
});
export type SavedHead = z.infer<typeof savedHead>;
export type SavedColumns = { readonly head: SavedHead; readonly arrays: ReadonlyMap<string, SavedArray> };

const rowArrays = ['conversation', 'profile', 'code', 'from', 'until'] as const;
const sparseArrays = ['agent', 'due', 'workingMs', 'value', 'ordinal', 'nudges', 'calendar', 'promise'] as const;
const own = ['agents', 'calendars', 'promises'] as const;
const perConversation = ['harms', 'openings', 'closings', 'tones'] as const;

/** Puts the rows in order first. The arrays are views: of use until the columns change. */
export function saveColumns(columns: Columns): SavedColumns {
  columns.settle();
  const { records, profiles } = columns;
  const arrays = new Map<string, SavedArray>();
  for (const table of tableNames) {
    const { length } = columns[table];
    for (const name of [...rowArrays, ...sparseArrays]) arrays.set(`${table}.${name}`, columns[table][name].subarray(0, length));
  }
  for (const name of perConversation) arrays.set(name, columns[name].subarray(0, records.size));
  for (const dimension of profileDimensions) arrays.set(`profiles.${dimension}`, profiles.codesOf(dimension).subarray(0, profiles.size));
  const external = records.externalIds.saved();
  arrays.set('ids', records.savedIds());
  arrays.set('externalIds', external.bytes);
  arrays.set('externalIds.ends', external.ends);
  const dictionaries = {
    ...Object.fromEntries(own.map((name) => [name, columns[name].names])),
    ...Object.fromEntries(profileDimensions.map((dimension) => [`profiles.${dimension}`, profiles.dictionaries[dimension].names])),
  };
  const sortedTo = Object.fromEntries(tableNames.map((name) => [name, columns[name].sortedTo]));
  return { head: { change: columns.change, profiles: profiles.size, dictionaries, sortedTo }, arrays };
}

/** The columns that were saved; `invalid` where an array is missing or of another kind or length. */
export function restoreColumns({ head, arrays }: SavedColumns): Columns {
  const columns = new Columns();
  const takes = openArraysOf(arrays);
  for (const name of own) columns[name].restore(head.dictionaries[name] ?? []);
  for (const dimension of profileDimensions)
    columns.profiles.dictionaries[dimension].restore(head.dictionaries[`profiles.${dimension}`] ?? []);
  columns.profiles.restore(
    head.profiles,
    profileDimensions.map((dimension) => takes.take(`profiles.${dimension}`, 'i32', head.profiles)),
  );
  const ids = takes.take('ids', 'f64');
  const ends = takes.take('externalIds.ends', 'f64', ids.length);
  columns.records.restore(ids, { bytes: takes.take('externalIds', 'u8', ends.at(-1) ?? 0), ends });
  columns.harms = takes.take('harms', 'u8', ids.length);
  columns.tones = takes.take('tones', 'u8', ids.length);
  columns.openings = takes.take('openings', 'f64', ids.length);
  columns.closings = takes.take('closings', 'f64', ids.length);
  for (const name of tableNames) restoreTable(columns[name], name, head.sortedTo[name] ?? 0, takes);
  columns.change = head.change;
  return columns;
}

type Takes = ReturnType<typeof openArraysOf>;

function openArraysOf(arrays: ReadonlyMap<string, SavedArray>) {
  const kindOf = { f64: Float64Array, i32: Int32Array, u32: Uint32Array, u16: Uint16Array, u8: Uint8Array };
  const wrong = (name: string) => new AppError('invalid', `its ${name} is missing, or another one`);
  const is = <K extends Kind>(array: SavedArray | undefined, kind: K): array is ArrayOf<K> => array instanceof kindOf[kind];
  return {
    take<K extends Kind>(name: string, kind: K, length?: number): ArrayOf<K> {
      const array = arrays.get(name);
      if (!is(array, kind) || (length !== undefined && array.length !== length)) throw wrong(name);
      return array;
    },
    /** As long as the table, or empty where no row says anything. */
    sparse<K extends Kind>(name: string, choices: readonly K[], length: number): ArrayOf<K> {
      const array = arrays.get(name);
      for (const kind of choices) if (is(array, kind) && (array.length === length || array.length === 0)) return array;
      throw wrong(name);
    },
  };
}

function restoreTable(table: AtomTable, name: string, sortedTo: number, { take, sparse }: Takes): void {
  const conversation = take(`${name}.conversation`, 'u32');
  const { length } = conversation;
  const codes = (column: string) => sparse(`${name}.${column}`, ['u16', 'u32'], length);
  const values = (column: string) => sparse(`${name}.${column}`, ['f64'], length);
  table.restore({
    sortedTo: Math.min(sortedTo, length),
    conversation,
    profile: take(`${name}.profile`, 'u32', length),
    code: take(`${name}.code`, 'u16', length),
    from: take(`${name}.from`, 'f64', length),
    until: take(`${name}.until`, 'f64', length),
    agent: codes('agent'),
    ordinal: codes('ordinal'),
    nudges: codes('nudges'),
    calendar: codes('calendar'),
    promise: codes('promise'),
    due: values('due'),
    workingMs: values('workingMs'),
    value: values('value'),
  });
}
