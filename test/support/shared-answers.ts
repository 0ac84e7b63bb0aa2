// Recorded answers of vendors in ../shared, where they are there: their suites are skipped where they are not.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const folder = path.resolve(import.meta.dirname, '../../../shared/connectors');
const place = (name: string): string => path.join(folder, name);

export const hasSharedAnswers: boolean = existsSync(place('fixtures'));

/** The bytes of a recording or description, such as `fixtures/github/octokit.errors.json`. */
export function sharedBytes(name: string): Buffer {
  return readFileSync(place(name));
}

export function sharedJson(name: string): unknown {
  return JSON.parse(sharedBytes(name).toString('utf8'));
}

export function sharedNames(folderName: string): readonly string[] {
  return existsSync(place(folderName)) ? readdirSync(place(folderName)) : [];
}
