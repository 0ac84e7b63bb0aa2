// The cards that lie beside the weights of the shipped models, as they are.
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

const folder = path.join(import.meta.dirname, 'models');

/** One for each folder of models, by its name. */
export async function readModelCards(): Promise<{ id: string; text: string }[]> {
  const folders = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return await Promise.all(
    folders.toSorted().map(async (id) => ({ id, text: await readFile(path.join(folder, id, 'MODEL_CARD.md'), 'utf8') })),
  );
}
