// Changing the taxonomy: its state, the draft, what the draft would make of conversations, and putting it in force.
import { createRoute, z } from '@hono/zod-openapi';
import type { TaxonomyDocument, TaxonomyDraft } from '#db/model/taxonomy-change.ts';
import { findAnnotatorNames } from '#db/store/annotations.ts';
import { saveAudit } from '#db/store/audit.ts';
import type { AppContext, AppDeps } from '../http/app-env.ts';
import { actorOf } from '../http/audit.ts';
import { permit } from '../http/permission.ts';
import { jsonBody, ok, openRouter } from '../http/route-parts.ts';
import { doneShape } from '../http/shapes/operations.ts';
import { appliedShape, applyInput, draftInput, draftSavedShape, taxonomyStateShape, trialShape } from '../http/shapes/taxonomy.ts';
import { toIso } from '../http/to-iso.ts';

const tags = ['settings'];
const write = permit('sources:write');

const readState = createRoute({
  method: 'get',
  path: '/api/taxonomy/state',
  tags,
  summary: 'The taxonomy in full, its versions, and the draft with its differences',
  ...permit('settings:read'),
  responses: ok(taxonomyStateShape, 'What is in force, and what somebody is about to change.'),
});

const saveDraft = createRoute({
  method: 'put',
  path: '/api/taxonomy/draft',
  tags,
  summary: 'Save a draft; one with faults is refused with all of them',
  ...write,
  request: { body: jsonBody(draftInput) },
  responses: ok(draftSavedShape, 'Saved, or the faults by line and place.'),
});

const takeUp = createRoute({
  method: 'post',
  path: '/api/taxonomy/versions/{version}/draft',
  tags,
  summary: 'Make an earlier version the draft; 0 is the shipped one',
  ...write,
  request: { params: z.strictObject({ version: z.coerce.number().int().min(0).max(1e9) }) },
  responses: ok(doneShape, 'It is the draft.'),
});

const discard = createRoute({
  method: 'delete',
  path: '/api/taxonomy/draft',
  tags,
  summary: 'Discard the draft',
  ...write,
  responses: ok(doneShape, 'There is no draft.'),
});

const tryDraft = createRoute({
  method: 'post',
  path: '/api/taxonomy/draft/trial',
  tags,
  summary: 'What the draft would make of the newest thousand conversations; nothing is changed',
  ...write,
  responses: ok(trialShape, 'From where to where, with quotes.'),
});

const applyDraft = createRoute({
  method: 'post',
  path: '/api/taxonomy/draft/application',
  tags,
  summary: 'Put the draft in force; every leaf that goes away is told what it becomes',
  ...write,
  request: { body: jsonBody(applyInput) },
  responses: ok(appliedShape, 'In force under the next number.'),
});

const toEntries = ({ groups, leaves, ...rest }: TaxonomyDocument) => ({
  ...rest,
  groups: groups.map(({ id, names }) => ({ id, names: { ...names } })),
  leaves: leaves.map(({ keywords, examples, ...leaf }) => ({ ...leaf, keywords: toLists(keywords), examples: toLists(examples) })),
});

const toLists = (spoken: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(Object.entries(spoken).map(([language, texts]) => [language, [...texts]]));

function toDraftJson({ document, savedAt, savedBy, diff, leaving, ...rest }: TaxonomyDraft, nameOf: (id: string) => string) {
  const { added, removed, moved, renamed, changed } = diff;
  const words = changed.map(({ keywordsAdded, keywordsRemoved, ...one }) => ({
    ...one,
    keywordsAdded: [...keywordsAdded],
    keywordsRemoved: [...keywordsRemoved],
  }));
  return {
    ...rest,
    document: toEntries(document),
    savedAt: toIso(savedAt),
    savedBy: nameOf(savedBy),
    diff: { added: [...added], removed: [...removed], moved: [...moved], renamed: [...renamed], changed: words },
    leaving: [...leaving],
  };
}

async function toStateJson({ db, scoring }: AppDeps) {
  const { document, versions, draft, ...rest } = await scoring.changes.read();
  const people = await findAnnotatorNames(db, [...versions.map(({ appliedBy }) => appliedBy), ...(draft === null ? [] : [draft.savedBy])]);
  const nameOf = (id: string) => people.get(id) ?? id;
  return {
    ...rest,
    document: toEntries(document),
    versions: versions.map(({ appliedAt, appliedBy, moves, ...one }) => ({
      ...one,
      appliedAt: toIso(appliedAt),
      appliedBy: nameOf(appliedBy),
      moves: [...moves],
    })),
    draft: draft === null ? null : toDraftJson(draft, nameOf),
  };
}

export function taxonomyRoutes(deps: AppDeps) {
  const { db, clock, scoring } = deps;
  const note = (c: AppContext, action: string, details: Record<string, unknown>) =>
    saveAudit(db, { at: clock(), ...actorOf(c), action, subject: 'taxonomy', details });
  return openRouter()
    .openapi(readState, async (c) => c.json(await toStateJson(deps), 200))
    .openapi(saveDraft, async (c) => {
      const faults = await scoring.changes.saveDraft({ text: c.req.valid('json').text, by: actorOf(c).actor });
      if (faults.length === 0) await note(c, 'taxonomy_draft_saved', {});
      return c.json({ isSaved: faults.length === 0, faults: [...faults] }, 200);
    })
    .openapi(takeUp, async (c) => {
      const { version } = c.req.valid('param');
      await scoring.changes.takeUp({ version, by: actorOf(c).actor });
      await note(c, 'taxonomy_draft_saved', { ofVersion: version });
      return c.json({ done: true as const }, 200);
    })
    .openapi(discard, async (c) => {
      await scoring.changes.discard();
      await note(c, 'taxonomy_draft_discarded', {});
      return c.json({ done: true as const }, 200);
    })
    .openapi(tryDraft, async (c) => {
      const { moves, ...trial } = await scoring.changes.tryDraft();
      const quoted = moves.map(({ quotes, ...move }) => ({
        ...move,
        quotes: quotes.map(({ conversationId, text }) => ({ conversationId: String(conversationId), text })),
      }));
      return c.json({ ...trial, moves: quoted }, 200);
    })
    .openapi(applyDraft, async (c) => {
      const { basedOn, savedAt, moves } = c.req.valid('json');
      const applied = await scoring.changes.apply({ basedOn, savedAt: Date.parse(savedAt), moves, by: actorOf(c).actor });
      await saveAudit(db, {
        at: clock(),
        ...actorOf(c),
        action: 'taxonomy_applied',
        subject: String(applied.version),
        details: { id: applied.id, moves },
      });
      return c.json(applied, 200);
    });
}
