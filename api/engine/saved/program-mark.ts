// What tells this program from another one that would make other columns of the same store.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Everything that facts are made of, and what columns are made of them with. */
const folders = [
  '../',
  '../../metrics/',
  '../../../db/dialect/',
  '../../../db/facts/',
  '../../../db/model/',
  '../../../db/schema/',
  '../../../db/store/',
];

let known: Promise<string> | null = null;

/**
 * A sum over the source of what reads facts and lays them out: columns that another source has laid out are laid out anew. Asked for while
 * the program starts, and read once: an update may put other source on the disk while this one goes on running.
 */
export function programMark(): Promise<string> {
  known ??= sumOfSource();
  return known;
}

async function sumOfSource(): Promise<string> {
  const sum = createHash('sha256');
  for (const folder of folders) {
    const base = fileURLToPath(new URL(folder, import.meta.url));
    const found = (await readdir(base, { recursive: true })).filter((name) => name.endsWith('.ts')).toSorted();
    const texts = await Promise.all(found.map((name) => readFile(path.join(base, name))));
    for (const [index, name] of found.entries()) sum.update(`${folder}${name}\0${texts[index]?.length ?? 0}\0`).update(texts[index] ?? '');
  }
  return sum.digest('hex');
}
