// The labels that a field may be given now: fixed ones, or the leaves of the taxonomy in force.
import { type AnnotationField, fixedLabels } from '#db/model/annotation.ts';
import { AppError } from '#db/model/errors.ts';
import type { ScoringDesk } from '#db/model/scoring-desk.ts';

export async function findLabels(scoring: Pick<ScoringDesk, 'taxonomy'>, field: AnnotationField): Promise<readonly string[]> {
  return fixedLabels[field] ?? (await scoring.taxonomy()).leaves.map(({ id }) => id);
}

/** `invalid` for a label that the field does not have. */
export async function checkLabel(scoring: Pick<ScoringDesk, 'taxonomy'>, field: AnnotationField, label: string | null): Promise<void> {
  if (label === null) return;
  const labels = await findLabels(scoring, field);
  if (!labels.includes(label)) throw new AppError('invalid', `label: ${field} has no "${label.slice(0, 100)}"`);
}
