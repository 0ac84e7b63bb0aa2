// JSON of sources: what is read, how it goes, what could not be read, and the forms to add more.
import { z } from '@hono/zod-openapi';
import { fieldKinds, proofs } from '#db/model/connector.ts';
import { foundCodes } from '#db/model/read-reason.ts';
import { behindStates, sourceStates } from '#db/model/source-state.ts';
import { keyShape } from './push.ts';
import { instantInput, instantText, lineInput, whyShape } from './scalars.ts';

const counted = z.number().int();
const said = z.object({ en: z.string(), zh: z.string() });

const fieldShape = z.object({
  name: z.string(),
  label: said,
  help: said.nullable(),
  placeholder: z.string().nullable(),
  kind: z.enum(fieldKinds),
  choices: z.array(z.string()),
  isRequired: z.boolean(),
  neededWith: z
    .object({ name: z.string(), value: z.string() })
    .nullable()
    .openapi({ description: 'Shown, and required, only where another setting has this value.' }),
  standard: z.union([z.string(), z.number(), z.boolean()]).nullable(),
});

export const connectorsShape = z
  .object({
    connectors: z.array(
      z.object({
        id: z.string(),
        label: z.string(),
        reads: said,
        gives: z.enum(['conversations', 'events']),
        rights: said,
        provenBy: z.array(z.enum(proofs)),
        seesDeletions: z.boolean(),
        resumable: z.boolean(),
        fields: z.array(fieldShape),
      }),
    ),
  })
  .openapi('Connectors');

const progressShape = z.object({
  startedAt: instantText,
  fetched: counted,
  inserted: counted,
  updated: counted,
  unchanged: counted,
  rejected: counted,
  progress: z.number().nullable(),
});

const connectionShape = z.object({
  connector: z.string(),
  state: z.enum(sourceStates).openapi({
    description:
      '`new`: added, and not yet read to its end for the first time. `stale`: not read to its end for more than three intervals and an hour, so that figures from it are behind.',
  }),
  behind: z.enum(behindStates).nullable().openapi({
    description: 'Why figures from it may lack something, also while it is being read again; null: they do not, or somebody paused it.',
  }),
  intervalMinutes: z.number(),
  isPaused: z.boolean(),
  readFrom: instantText,
  nextRunAt: instantText.nullable(),
  lastDoneAt: instantText.nullable(),
  lagMs: z.number().nullable().openapi({ description: 'How far the last complete run lies behind now; null: never read to its end.' }),
  serverAt: instantText.nullable(),
  failures: counted,
  reason: z.string().nullable().openapi({ description: 'Why the last run failed.' }),
  why: whyShape.nullable(),
  gaps: counted,
  goneSeen: counted.openapi({ description: 'Conversations that the source has deleted since.' }),
  checkedGoneAt: instantText.nullable(),
  budget: z.object({ left: counted, perMinute: counted }).nullable(),
  running: progressShape.nullable(),
});

const sourceShape = z.object({
  id: z.string(),
  label: z.string(),
  kind: z.string(),
  conversations: counted,
  events: counted.openapi({ description: 'Business events, of sources that tell them.' }),
  lastMessageAt: instantText.nullable(),
  isDemo: z.boolean(),
  deadLetters: counted.openapi({ description: 'Items that could not be read or stored and still wait for somebody.' }),
  connection: connectionShape.nullable().openapi({ description: 'Null where nothing reads the source by itself, such as imported files.' }),
});

export const sourcesShape = z.object({ sources: z.array(sourceShape) }).openapi('Sources');

export const sourceDetailShape = z
  .object({
    source: sourceShape,
    settings: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    secretsSet: z.boolean(),
    gaps: z.array(
      z.object({
        id: counted,
        from: instantText.nullable(),
        to: instantText.nullable(),
        reason: z.string(),
        why: whyShape.nullable(),
        seenAt: instantText,
      }),
    ),
    runs: z.array(
      z.object({
        id: counted,
        kind: z.string(),
        startedAt: instantText,
        finishedAt: instantText.nullable(),
        state: z.enum(['running', 'done', 'failed']),
        fetched: counted,
        inserted: counted,
        updated: counted,
        unchanged: counted,
        rejected: counted,
        reason: z.string().nullable(),
        why: whyShape.nullable(),
      }),
    ),
    deadLetters: z.array(
      z.object({
        id: counted,
        item: z.string(),
        stage: z.string(),
        reason: z.string(),
        why: whyShape.nullable(),
        firstAt: instantText,
        lastAt: instantText,
        attempts: counted,
      }),
    ),
    keys: z.array(keyShape).openapi({ description: 'Keys of senders, revoked ones too; of a secret only its end.' }),
  })
  .openapi('SourceDetail');

const settingsInput = z
  .record(z.string().max(64), z.union([z.string().max(20_000), z.number(), z.boolean(), z.null()]))
  .openapi({ description: 'By the names of the form. Secrets are sealed, never shown again; one that is left out stays as it is.' });
const minutesInput = z.number().int().min(1).max(43_200);

export const newSourceInput = z
  .strictObject({
    id: lineInput(64),
    label: lineInput(100),
    connector: z.string().max(64),
    settings: settingsInput,
    intervalMinutes: minutesInput.default(10),
    readFrom: instantInput,
  })
  .openapi('NewSource');

export const sourceChangeInput = z
  .strictObject({
    label: lineInput(100).optional(),
    settings: settingsInput.optional(),
    intervalMinutes: minutesInput.optional(),
    isPaused: z.boolean().optional(),
  })
  .openapi('SourceChange');

export const sourceTestInput = z
  .strictObject({ connector: z.string().max(64), settings: settingsInput, source: z.string().max(64).nullable() })
  .openapi('SourceTest');
export const probeShape = z
  .object({
    found: z.string(),
    what: z
      .object({ code: z.enum(foundCodes), places: z.record(z.string(), z.string()) })
      .nullable()
      .openapi({ description: 'The same as a code with its places; null where it is but a name.' }),
    warnings: z.array(said),
  })
  .openapi('Probe');

/** What is read once more: the item alone, or the days around it. */
export const retryShape = z.object({ read: z.enum(['item', 'window']) }).openapi('Retry');

/** Both or neither: a back-fill has a beginning and an end. */
export const runInput = z
  .strictObject({ window: z.strictObject({ from: instantInput, to: instantInput }).nullable() })
  .refine(({ window }) => window === null || Date.parse(window.from) < Date.parse(window.to), {
    message: 'from lies after to',
    path: ['window'],
  })
  .openapi('SourceRun');

export const sourceRemovedShape = z.object({ removedConversations: counted }).openapi('SourceRemoved');
