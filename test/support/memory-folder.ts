// Folders in memory, for stores that are gone after their test: a disk would be made to flush every page of them.
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const memory = '/dev/shm';

/** A fresh folder, on disk where the machine has no file system in memory. Whoever asks for it removes it. */
export function memoryFolder(): string {
  return mkdtempSync(path.join(existsSync(memory) ? memory : tmpdir(), 'huiyin-house-'));
}
