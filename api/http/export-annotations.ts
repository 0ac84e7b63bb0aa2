// All that people said, as rows of a file: who, what, when, and with which chance the task was drawn.

import type { AnnotationField } from '#db/model/annotation.ts';
import type { Db } from '#db/open.ts';
import { type AnnotationRecord, findAnnotations, findAnnotatorNames } from '#db/store/annotations.ts';
import { toCsvLine } from './csv-cell.ts';
import { toIso, toIsoOrNull } from './to-iso.ts';

const pageSize = 500;

export const annotationColumns = [
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

type Row = readonly (string | number | boolean | null)[];

function toRow(one: AnnotationRecord, names: ReadonlyMap<string, string>): Row {
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
    names.get(one.annotator) ?? one.annotator,
    toIso(one.at),
    one.tookMs,
    toIsoOrNull(one.undoneAt),
  ];
}

export type AnnotationExport = {
  readonly format: 'csv' | 'jsonl';
  readonly campaignId?: number | undefined;
  readonly field?: AnnotationField | undefined;
};

/** Pieces of the file, latest label first. Labels taken back are in it, with the instant of that. */
export async function* exportAnnotations(db: Db, { format, campaignId, field }: AnnotationExport): AsyncGenerator<string, void> {
  if (format === 'csv') yield toCsvLine(annotationColumns);
  const asked = { ...(campaignId === undefined ? {} : { campaignId }), ...(field === undefined ? {} : { field }) };
  for (let beforeId = Number.MAX_SAFE_INTEGER; ; ) {
    const page = await findAnnotations(db, { ...asked, beforeId, limit: pageSize });
    const names = await findAnnotatorNames(
      db,
      page.map(({ annotator }) => annotator),
    );
    const rows = page.map((one) => toRow(one, names));
    const lines = rows.map((row) =>
      format === 'csv'
        ? toCsvLine(row)
        : `${JSON.stringify(Object.fromEntries(annotationColumns.map((name, at) => [name, row[at] ?? null])))}\n`,
    );
    if (lines.length > 0) yield lines.join('');
    const last = page.at(-1);
    if (last === undefined || page.length < pageSize) return;
    beforeId = last.id;
  }
}
