// Reads items one by one, so that one that cannot be read is written down and does not keep the others out.
import { z } from 'zod';
import { AppError } from '#db/model/errors.ts';
import { type Malformed, reasonOf } from './connector.ts';

export type ReadItems<Item> = { readonly items: readonly Item[]; readonly malformed: readonly Malformed[] };

/** Whether a failure is of this one item: hidden from us, gone, or of a shape that nobody expected. Every other failure ends the run. */
function isOfTheItem(error: unknown): boolean {
  return error instanceof z.ZodError || (error instanceof AppError && ['forbidden', 'not_found', 'invalid'].includes(error.code));
}

/** `read` may give null for what is no feedback. */
export async function readEach<Key, Item>(
  keys: readonly Key[],
  idOf: (key: Key) => string,
  read: (key: Key) => Promise<Item | null> | Item | null,
): Promise<ReadItems<Item>> {
  const items: Item[] = [];
  const malformed: Malformed[] = [];
  for (const key of keys) {
    try {
      const item = await read(key);
      if (item !== null) items.push(item);
    } catch (error) {
      if (!isOfTheItem(error)) throw error;
      malformed.push({ item: idOf(key), reason: reasonOf(error) });
    }
  }
  return { items, malformed };
}

/** The id of something that may not even have its shape: for the list of dead letters. */
export function idOfRaw(raw: unknown, field = 'id'): string {
  const parsed = z.looseObject({ [field]: z.union([z.string(), z.number()]) }).safeParse(raw);
  return parsed.success ? String(parsed.data[field]) : 'an item without an id';
}
