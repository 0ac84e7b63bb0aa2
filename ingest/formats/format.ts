// What every file format promises: records one by one, each a conversation or a reason why not.
import type { Instant } from '#db/model/instant.ts';
import type { FetchedConversation } from '../fetched.ts';
import type { CsvMapping } from './csv-mapping.ts';
import type { ImportFile } from './import-file.ts';
import type { ReadLimits } from './limits.ts';

/** Something about a time that was settled by rule and that people should know of. */
export const timeFlags = ['ambiguous_time', 'nonexistent_time'] as const;
export type TimeFlag = (typeof timeFlags)[number];

/** One record of a file. A reason names fields and classes of values, never message text. */
export type FileRecord =
  | {
      readonly kind: 'conversation';
      /** First line of the record, counted from 1 in the unpacked file. */
      readonly line: number;
      readonly conversation: FetchedConversation;
      /** One entry for every time that needed a rule. */
      readonly flags: readonly TimeFlag[];
    }
  | {
      readonly kind: 'reject';
      readonly line: number;
      /** Null where the id itself could not be read with certainty. */
      readonly externalId: string | null;
      readonly reason: string;
    };

export type ReadContext = {
  /** Times later than a day after this are rejected. */
  readonly now: Instant;
  readonly limits: ReadLimits;
  /** Given for `csv` only. */
  readonly mapping: CsvMapping | null;
};

/** A file whose outer shape has been checked. `records` may be read more than once and gives the same records each time. */
export type OpenedFile = { records(): AsyncIterable<FileRecord> };

export type Format = {
  readonly id: string;
  /** One line for `huiyin import --help`. */
  readonly description: string;
  readonly needsMapping: boolean;
  /** Throws an AppError where the whole file cannot be read: damaged gzip, wrong encoding, broken quoting. */
  open(file: ImportFile, context: ReadContext): Promise<OpenedFile>;
};
