// Labels given outside the queues: read beside the machine's, corrected, taken back.
import { createRoute, z } from '@hono/zod-openapi';
import { type AnnotationField, annotationFields } from '#db/model/annotation.ts';
import { findAnnotatorNames, findPeopleLabels, saveEdit } from '#db/store/annotations.ts';
import { saveAudit } from '#db/store/audit.ts';
import { checkLabel, findLabels } from '../http/annotation-labels.ts';
import type { AppDeps } from '../http/app-env.ts';
import { actorOf } from '../http/audit.ts';
import { permit } from '../http/permission.ts';
import { jsonBody, ok, openRouter } from '../http/route-parts.ts';
import { editInput, peopleLabelsShape } from '../http/shapes/annotations.ts';
import { doneShape } from '../http/shapes/operations.ts';
import { toIso } from '../http/to-iso.ts';

const params = z.strictObject({ id: z.string().regex(/^\d{1,15}$/, 'must be the id of a conversation') });
const tags = ['annotation'];

const readLabels = createRoute({
  method: 'get',
  path: '/api/conversations/{id}/labels',
  tags,
  summary: 'The labels of people on a conversation, and what may be chosen',
  ...permit('conversations:read'),
  request: { params },
  responses: ok(peopleLabelsShape, "Fields without a label of people are missing: there the machine's stands alone."),
});

const edit = createRoute({
  method: 'put',
  path: '/api/conversations/{id}/labels',
  tags,
  summary: "Correct a label; the machine's stays beside it and figures go on counting it",
  ...permit('annotations:write'),
  request: { params, body: jsonBody(editInput) },
  responses: ok(doneShape, 'Stored as an annotation outside every sample.'),
});

export function annotationEditRoutes({ db, clock, scoring }: AppDeps) {
  return openRouter()
    .openapi(readLabels, async (c) => {
      const found = await findPeopleLabels(db, Number(c.req.valid('param').id));
      const names = await findAnnotatorNames(
        db,
        Object.values(found).map(({ by }) => by),
      );
      const labels = Object.fromEntries(
        Object.entries(found).map(([field, { at, by, ...label }]) => [field, { ...label, by: names.get(by) ?? by, at: toIso(at) }]),
      );
      const lists = await Promise.all(annotationFields.map(async (field) => [field, [...(await findLabels(scoring, field))]] as const));
      return c.json({ labels, choices: choicesOf(lists) }, 200);
    })
    .openapi(edit, async (c) => {
      const id = Number(c.req.valid('param').id);
      const { comment, ...input } = c.req.valid('json');
      await checkLabel(scoring, input.field, input.label);
      const redacted = comment === null || comment === '' ? null : await scoring.redact(comment);
      const at = clock();
      await saveEdit(db, { ...input, comment: redacted, conversationId: id, annotator: actorOf(c).actor, now: at });
      const details = { field: input.field, label: input.label };
      await saveAudit(db, { at, ...actorOf(c), action: 'label_edited', subject: String(id), details });
      return c.json({ done: true } as const, 200);
    });
}

function choicesOf(lists: readonly (readonly [AnnotationField, readonly string[]])[]) {
  const of = (field: AnnotationField) => [...(lists.find(([name]) => name === field)?.[1] ?? [])];
  return { sentiment: of('sentiment'), category: of('category'), harm: of('harm') };
}
