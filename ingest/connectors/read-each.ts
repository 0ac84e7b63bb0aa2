// Reads items one by one, so that one that cannot be read is written down and does not keep the others out.
import { z } from 'zod';
import { AppError } from '#db/model/errors.ts';
import { type Malformed, reasonOf } from './connector.ts';

export type ReadItems<Item> = {
  readonly items: readonly Item[];
  readonly malformed: readonly Malformed[];
  /** Ids of what the source listed and did not find when it was asked for each by itself. */
  readonly missing: readonly string[];
};

const isNotFound = (error: unknown): boolean => error instanceof AppError && error.code === 'not_found';

/** Whether a failure is of this one item: hidden from us, or of a shape that nobody expected. Every other failure ends the run. */
function isOfTheItem(error: unknown): boolean {
  return error instanceof z.ZodError || (error instanceof AppError && ['forbidden', 'invalid'].includes(error.code));
}

/** `read` may give null for what is no feedback; what it answers with `not_found` is missing, and to be asked for again. */
export async function readEach<Key, Item>(
  keys: readonly Key[],
  idOf: (key: Key) => string,
  read: (key: Key) => Promise<Item | null> | Item | null,
): Promise<ReadItems<Item>> {
  const items: Item[] = [];
  const malformed: Malformed[] = [];
  const missing: string[] = [];
  for (const key of keys) {
    try {
      const item = await read(key);
      if (item !== null) items.push(item);
    } catch (error) {
      if (isNotFound(error)) missing.push(idOf(key));
      else if (isOfTheItem(error)) malformed.push({ item: idOf(key), reason: reasonOf(error) });
      else throw error;
    }
  }
  return { items, malformed, missing };
}

export type Unread = Pick<ReadItems<unknown>, 'malformed' | 'missing'>;

/** What could not be read in several readings, as one. */
export function unreadOf(...reads: readonly Unread[]): Unread {
  return { malformed: reads.flatMap(({ malformed }) => malformed), missing: reads.flatMap(({ missing }) => missing) };
}

/** The id of something that may not even have its shape: for the list of dead letters. */
export function idOfRaw(raw: unknown, field = 'id'): string {
  const parsed = z.looseObject({ [field]: z.union([z.string(), z.number()]) }).safeParse(raw);
  return parsed.success ? String(parsed.data[field]) : 'an item without an id';
}
