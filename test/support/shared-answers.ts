// Recorded answers of vendors in ../shared, where they are there: their suites are skipped where they are not.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';

const folder = path.resolve(import.meta.dirname, '../../../shared/connectors');
/** Where a file of ../shared/connectors lies, whether it is there or not. */
export const sharedPath = (name: string): string => path.join(folder, name);

export const hasSharedAnswers: boolean = existsSync(sharedPath('fixtures'));

/** The bytes of a recording or description, such as `fixtures/github/octokit.errors.json`. */
export function sharedBytes(name: string): Buffer {
  return readFileSync(sharedPath(name));
}

export function sharedJson(name: string): unknown {
  return JSON.parse(sharedBytes(name).toString('utf8'));
}

export function sharedNames(folderName: string): readonly string[] {
  return existsSync(sharedPath(folderName)) ? readdirSync(sharedPath(folderName)) : [];
}

/** The text of a file; null where it is absent. */
export function sharedFile(name: string): string | null {
  return existsSync(sharedPath(name)) ? sharedBytes(name).toString('utf8') : null;
}

const exchangesSchema = z.array(
  z.object({
    request: z.object({ method: z.string(), url: z.string() }),
    response: z.object({ status: z.number(), headers: z.record(z.string(), z.string()), body: z.unknown() }),
  }),
);

/** Recorded requests with their answers; empty where the folder is absent. */
export function recordedExchanges(name: string): z.infer<typeof exchangesSchema> {
  const text = sharedFile(`fixtures/${name}`);
  return text === null ? [] : exchangesSchema.parse(JSON.parse(text));
}
