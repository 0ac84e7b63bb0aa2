// All reviews as rows of a file: which reply, by whom, marks of people and of the pre-score, and the chance of the draw.

import { qualityCriteria } from '#db/model/quality.ts';
import type { Db } from '#db/open.ts';
import { findAnnotatorNames } from '#db/store/annotations.ts';
import { findReviewList, type ReviewItem } from '#db/store/quality-list.ts';
import { toCsvLine } from './csv-cell.ts';
import { toIso, toIsoOrNull } from './to-iso.ts';

const pageSize = 500;

export const reviewColumns: readonly string[] = [
  'id',
  'round',
  'task',
  'conversation',
  'message',
  'replyAt',
  'inclusion',
  'stratum',
  'reviewer',
  'at',
  'revisedAt',
  'weightsVersion',
  'score',
  'outcome',
  ...qualityCriteria,
  ...qualityCriteria.map((criterion) => `${criterion}Auto`),
  'note',
  'tookMs',
];

type Row = readonly (string | number | boolean | null)[];

function toRow(one: ReviewItem, names: ReadonlyMap<string, string>): Row {
  return [
    one.id,
    one.roundId,
    one.taskId,
    one.conversationId,
    one.message,
    toIso(one.replyAt),
    one.inclusion,
    one.stratum,
    names.get(one.reviewer) ?? one.reviewer,
    toIso(one.at),
    toIsoOrNull(one.revisedAt),
    one.weightsVersion,
    one.score,
    one.outcome,
    ...qualityCriteria.map((criterion) => one.marks[criterion]),
    ...qualityCriteria.map((criterion) => one.auto[criterion].mark),
    one.note,
    one.tookMs,
  ];
}

export type ReviewExport = {
  readonly format: 'csv' | 'jsonl';
  readonly roundId?: number | undefined;
  /** What others said in an open calibration is left out for this person. */
  readonly blindFor?: string | undefined;
};

/** Pieces of the file, latest review first. */
export async function* exportReviews(db: Db, { format, ...asked }: ReviewExport): AsyncGenerator<string, void> {
  if (format === 'csv') yield toCsvLine(reviewColumns);
  for (let beforeId = Number.MAX_SAFE_INTEGER; ; ) {
    const page = await findReviewList(db, { ...asked, beforeId, limit: pageSize });
    const names = await findAnnotatorNames(
      db,
      page.map(({ reviewer }) => reviewer),
    );
    const lines = page
      .map((one) => toRow(one, names))
      .map((row) =>
        format === 'csv'
          ? toCsvLine(row)
          : `${JSON.stringify(Object.fromEntries(reviewColumns.map((name, at) => [name, row[at] ?? null])))}\n`,
      );
    if (lines.length > 0) yield lines.join('');
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return;
    beforeId = last.id;
  }
}
