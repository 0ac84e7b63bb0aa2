// Tests of files of arrays: what was written comes back, damage of any byte is told, and a writing that fails leaves the old file.
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Contents, openArrays, writeArrays } from '#api/engine/saved/array-file.ts';

let folder: string;
let file: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'huiyin-arrays-'));
  file = path.join(folder, 'columns.bin');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const contents: Contents = {
  about: { mark: 'one', names: ['none', '支持'] },
  arrays: new Map<string, Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array>([
    ['at', Float64Array.of(1.5, Number.NaN, -0)],
    ['codes', Int32Array.of(-1, 2)],
    ['rows', Uint32Array.of(4_294_967_295)],
    // A view into the middle of a larger array: only the view is written.
    ['small', Uint16Array.of(9, 65_535, 9).subarray(1, 2)],
    ['bytes', Uint8Array.of(0, 255)],
    ['empty', new Float64Array(0)],
  ]),
};
const nothing = async () => undefined;

async function readBack(): Promise<unknown> {
  const opened = await openArrays(file);
  if (opened === null) return null;
  try {
    return { about: opened.about, arrays: await opened.readArrays() };
  } finally {
    await opened.close();
  }
}

it('gives back what was written, and nothing where nothing was', async () => {
  expect(await readBack()).toBeNull();
  await writeArrays(file, contents, nothing);
  expect(await readBack()).toEqual(contents);
  expect(await readdir(folder)).toEqual(['columns.bin']);
});

it('refuses a file with any one byte changed, or with its end cut off', async () => {
  await writeArrays(file, contents, nothing);
  const whole = await readFile(file);
  const taken: number[] = [];
  for (let at = 0; at < whole.length; at += 1) {
    const damaged = Buffer.from(whole);
    damaged[at] = (damaged[at] ?? 0) ^ 0x10;
    await writeFile(file, damaged);
    if (
      await readBack().then(
        () => true,
        () => false,
      )
    )
      taken.push(at);
  }
  expect([whole.length > 400, taken]).toEqual([true, []]);
  for (const length of [0, 10, 30, whole.length - 1]) {
    await writeFile(file, whole.subarray(0, length));
    await expect(readBack()).rejects.toMatchObject({ code: 'invalid' });
  }
});

it('leaves the old file where a new one could not be finished', async () => {
  await writeArrays(file, contents, nothing);
  const failed = writeArrays(file, { about: { mark: 'two' }, arrays: new Map() }, async () => {
    throw new Error('the store is gone');
  });
  await expect(failed).rejects.toThrow('the store is gone');
  expect([await readBack(), await readdir(folder)]).toEqual([contents, ['columns.bin']]);
});
