// Imports files page by page: every record is counted once, the last word about a conversation wins, nothing is half stored.
import { AppError } from '#db/model/errors.ts';
import type { OpenedFile, TimeFlag } from './formats/format.ts';
import type { ImportFile } from './formats/import-file.ts';
import { type Mentions, noteMention, openReplay } from './import-mentions.ts';
import { type Counts, count, noCounts, openPage, type PageSteps } from './import-page.ts';

export type FileToImport = { readonly file: ImportFile; readonly opened: OpenedFile };

/** What a first reading found: how many records there are, and which conversations come more than once. */
export type Survey = { readonly records: number; readonly mentions: Mentions };

export type ImportSteps = PageSteps & { readonly onProgress: (counts: Readonly<Counts>) => void };

export type ImportResult = {
  /** `read = inserted + updated + unchanged + rejected`, in sum and for every file. */
  readonly counts: Readonly<Counts>;
  readonly perFile: readonly (Readonly<Counts> & { readonly file: string })[];
  /** Times that were settled by rule. */
  readonly flags: Readonly<Record<TimeFlag, number>>;
};

/**
 * Reads all files once without storing anything. Faults that spoil a whole file (damaged gzip, broken quoting) come to
 * light here, before the first page is saved, and throw AppError.
 */
export async function surveyFiles(files: readonly FileToImport[], onProgress: (records: number) => void): Promise<Survey> {
  const mentions: Mentions = new Map();
  let records = 0;
  for (const { file, opened } of files) {
    const before = records;
    for await (const record of opened.records()) {
      if (record.kind === 'conversation') noteMention(mentions, record.conversation, records);
      records += 1;
      onProgress(records);
    }
    if (records === before) throw new AppError('invalid', `${file.name}: holds no records`);
  }
  return { records, mentions };
}

/**
 * Stores what the survey saw, in the same order. Where a conversation comes more than once, only its last record is
 * stored, so that a second import finds everything unchanged; a record that was replaced counts as unchanged where it
 * says the same or where the store already had the last word, else as updated.
 */
export async function importFiles(files: readonly FileToImport[], survey: Survey, steps: ImportSteps): Promise<ImportResult> {
  const total = noCounts();
  const flags = { ambiguous_time: 0, nonexistent_time: 0 };
  const page = openPage(steps, total);
  const replay = openReplay(survey.mentions);
  const perFile: (Counts & { file: string })[] = [];
  let position = 0;
  for (const { file, opened } of files) {
    const tally = { file: file.name, ...noCounts() };
    perFile.push(tally);
    for await (const record of opened.records()) {
      const origin = { file: file.name, baseName: file.baseName, line: record.line, tally };
      count(tally, total, 'read');
      if (record.kind === 'reject') {
        await page.reject(record, origin);
      } else {
        for (const flag of record.flags) flags[flag] += 1;
        const earlier = replay(record.conversation, position, origin);
        if (earlier !== null) await page.add({ conversation: record.conversation, origin, earlier });
      }
      position += 1;
      steps.onProgress(total);
    }
    // A page never spans files, so that the counts of every file add up by themselves.
    await page.flush();
  }
  return { counts: total, perFile, flags };
}
