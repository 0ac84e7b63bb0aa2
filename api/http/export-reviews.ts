// All reviews as rows of a file: which reply, by whom, marks of people and of the pre-score, and the chance of the draw.

import { qualityCriteria } from '#db/model/quality.ts';
import type { Db } from '#db/open.ts';
import { findReviewList, type ReviewItem } from '#db/store/quality-list.ts';
import type { ExportFormat } from './export-rows.ts';
import { exportSaid, type SaidRow } from './export-said.ts';
import { toIso, toIsoOrNull } from './to-iso.ts';

const columns: readonly string[] = [
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

function toRow(one: ReviewItem, reviewer: string): SaidRow {
  return [
    one.id,
    one.roundId,
    one.taskId,
    one.conversationId,
    one.message,
    toIso(one.replyAt),
    one.inclusion,
    one.stratum,
    reviewer,
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
  readonly format: ExportFormat;
  readonly roundId?: number | undefined;
  /** What others said in an open calibration is left out for this person. */
  readonly blindFor?: string | undefined;
};

/** Pieces of the file, latest review first. */
export function exportReviews(db: Db, { format, ...asked }: ReviewExport): AsyncGenerator<string, void> {
  const findPage = (beforeId: number, limit: number) => findReviewList(db, { ...asked, beforeId, limit });
  return exportSaid(db, { columns, findPage, accountOf: ({ reviewer }) => reviewer, toRow }, format);
}
