// JSON of complaints: the list with both clocks, the ladder, the proof of a claim, and what a person says.
import { z } from '@hono/zod-openapi';
import {
  claimVerdicts,
  complaintReasons,
  complaintSignIds,
  complaintStages,
  givenRungs,
  loudRungs,
  matchReasons,
  reviewKinds,
} from '#db/model/complaint.ts';
import { waitStates } from '#db/model/facts.ts';
import { clockStates } from '../complaint-json.ts';

const instant = z.string().openapi({ format: 'date-time' });
const counted = z.number().int().nonnegative();

/** The metrics whose rows are complaints: the list is the rows of one of them, so that it has as many entries as the figure says. */
export const complaintLists = [
  'complaints',
  'complaint-acknowledged',
  'complaint-decided',
  'complaint-overdue',
  'complaint-climbs',
  'no-reply-claims',
] as const;

const clockShape = z.object({
  stage: z.enum(complaintStages),
  fromAt: instant,
  untilAt: instant.nullable(),
  dueAt: instant.nullable().openapi({ description: 'Null where nothing is promised for this channel.' }),
  state: z.enum(clockStates).openapi({
    description:
      '`kept` and `late`: done; `overdue` and `open`: not yet; `closed`: without it; `answered`: done where nothing is promised.',
  }),
});

const stepShape = z.object({ conversationId: z.string(), rung: z.enum(givenRungs), at: instant });

const complaintShape = z.object({
  conversationId: z.string(),
  externalId: z.string(),
  source: z.string(),
  channel: z.string(),
  language: z.string(),
  title: z.string(),
  rung: z.enum(givenRungs),
  machineRung: z.enum(givenRungs),
  isByHand: z.boolean(),
  reasons: z.array(z.enum(complaintReasons)),
  at: instant,
  clocks: z.array(clockShape),
  claim: z
    .object({ at: instant, verdict: z.enum(claimVerdicts), machineVerdict: z.enum(claimVerdicts), isConfirmed: z.boolean() })
    .nullable(),
  steps: z.array(stepShape).openapi({ description: 'The way up the ladder, the complaint itself last.' }),
});

export const complaintListShape = z.object({ n: counted, offset: counted, complaints: z.array(complaintShape) }).openapi('Complaints');

export const ladderShape = z
  .object({
    rungs: z.array(
      z.object({
        rung: z.enum(givenRungs),
        n: counted.openapi({ description: 'Of `ticket`: private requests that arrived; of the others: complaints that were voiced.' }),
        climbed: counted.openapi({ description: 'Of these, how many came from a quieter step of the same customer.' }),
        share: z.number().nullable(),
        interval: z.tuple([z.number().nullable(), z.number().nullable()]).nullable(),
        medianMs: z.number().nullable().openapi({ description: 'From the step before; null where nobody climbed.' }),
      }),
    ),
    moves: z.array(
      z.object({
        from: z.enum(givenRungs),
        to: z.enum(loudRungs),
        n: counted.openapi({
          description: 'As many as `complaint-climbs` lists with `only=hit`, `complaint` the upper and `part=from:` the lower rung.',
        }),
        medianMs: z.number().nullable(),
      }),
    ),
    customers: counted.openapi({ description: 'Complaints that climbed: what the list behind this counts.' }),
  })
  .openapi('ComplaintLadder');

const waitShape = z.object({
  state: z.enum(waitStates),
  fromAt: instant,
  untilAt: instant.nullable(),
  dueAt: instant.nullable(),
  nudges: counted,
  says: z.enum(['true', 'half-true', 'answered']).nullable(),
});

const proofConversation = z.object({
  conversationId: z.string(),
  externalId: z.string(),
  channel: z.string(),
  source: z.string(),
  subject: z.string().nullable(),
  reasons: z.array(z.enum(matchReasons)),
  strength: z.enum(['strong', 'fair']).nullable(),
  waits: z.array(waitShape),
  messages: z.array(
    z.object({
      externalId: z.string(),
      at: instant.nullable(),
      actor: z.string(),
      kind: z.string(),
      body: z.string(),
      countsAsReply: z.boolean(),
      signs: z.array(z.object({ id: z.enum(complaintSignIds), start: counted, end: counted })),
    }),
  ),
});

export const proofShape = z
  .object({
    complaint: complaintShape,
    conversations: z.array(proofConversation).openapi({ description: 'The complaint itself first, then those of the same customer.' }),
    left: counted.openapi({ description: 'Matches beyond those shown.' }),
    reviews: z.array(
      z.object({
        kind: z.enum(reviewKinds),
        value: z.string().nullable(),
        machine: z.string().nullable(),
        note: z.string().nullable(),
        by: z.string(),
        at: instant,
      }),
    ),
  })
  .openapi('ComplaintProof');

const note = z.string().max(2000).nullable().default(null);

/** A null value takes back what was said before. */
export const reviewInput = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('rung'), value: z.enum(givenRungs).nullable(), note }),
    z.strictObject({ kind: z.literal('verdict'), value: z.enum(claimVerdicts).nullable(), note }),
  ])
  .openapi('ComplaintReview');
