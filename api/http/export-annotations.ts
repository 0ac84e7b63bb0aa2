// All that people said, as rows of a file: who, what, when, and with which chance the task was drawn.

import type { AnnotationField } from '#db/model/annotation.ts';
import type { Db } from '#db/open.ts';
import { type AnnotationRecord, findAnnotations } from '#db/store/annotations.ts';
import type { ExportFormat } from './export-rows.ts';
import { exportSaid, type SaidRow } from './export-said.ts';
import { toIso, toIsoOrNull } from './to-iso.ts';

const columns = [
  'id',
  'campaign',
  'task',
  'conversation',
  'source',
  'externalId',
  'field',
  'kind',
  'label',
  'adjudicated',
  'gold',
  'inclusion',
  'stratum',
  'flagged',
  'comment',
  'annotator',
  'at',
  'tookMs',
  'undoneAt',
] as const;

function toRow(one: AnnotationRecord, annotator: string): SaidRow {
  return [
    one.id,
    one.campaignId,
    one.taskId,
    one.conversationId,
    one.sourceId,
    one.externalId,
    one.field,
    one.kind,
    one.label,
    one.adjudicated,
    one.gold,
    one.inclusion,
    one.stratum,
    one.isFlagged,
    one.comment,
    annotator,
    toIso(one.at),
    one.tookMs,
    toIsoOrNull(one.undoneAt),
  ];
}

export type AnnotationExport = {
  readonly format: ExportFormat;
  readonly campaignId?: number | undefined;
  readonly field?: AnnotationField | undefined;
};

/** Pieces of the file, latest label first. Labels taken back are in it, with the instant of that. */
export function exportAnnotations(db: Db, { format, campaignId, field }: AnnotationExport): AsyncGenerator<string, void> {
  const asked = { ...(campaignId === undefined ? {} : { campaignId }), ...(field === undefined ? {} : { field }) };
  const findPage = (beforeId: number, limit: number) => findAnnotations(db, { ...asked, beforeId, limit });
  return exportSaid(db, { columns, findPage, accountOf: ({ annotator }) => annotator, toRow }, format);
}
