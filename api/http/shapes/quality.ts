// JSON of reply quality: weights, rounds, the replies in a queue, reviews, and what they come to.
import { z } from '@hono/zod-openapi';
import {
  byCriterion,
  notMeasurableReasons,
  qualityCriteria,
  qualityOutcomes,
  qualityRoundKinds,
  qualityRoundStates,
  qualityStrata,
} from '#db/model/quality.ts';
import { filterFields } from '../question.ts';
import { queueShape } from './annotations.ts';
import { dayOrNullInput, instantText, lineInput } from './scalars.ts';

const counted = z.number().int();
const share = z.number().min(0).max(1);
const interval = z.tuple([z.number(), z.number()]).readonly().nullable();
const mark = z.literal([0, 1, 2]);
const given = mark.nullable();
const marks = z.strictObject(byCriterion(() => given)).openapi({ description: '2: yes, 1: partly, 0: no; null: does not apply.' });
const weight = z.number().min(0).max(100);
const weights = z
  .strictObject(byCriterion(() => weight))
  .refine((all) => Object.values(all).some((one) => one > 0), 'one criterion at least needs a weight above 0');
const criterion = z.enum(qualityCriteria);
const clientKey = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/, 'a random key of 16 to 64 letters and digits');
const note = z.string().trim().max(2000).nullable().default(null);
const rowId = z.string().regex(/^\d{1,15}$/, 'must be a number');

export const qualityTermsShape = z
  .object({
    version: counted,
    weights,
    passMark: share,
    savedAt: instantText.nullable().openapi({ description: 'Null: what ships.' }),
  })
  .openapi('QualityTerms');
export const qualitySettingsShape = z.object({ settings: z.array(qualityTermsShape) }).openapi('QualitySettings');
export const qualityTermsInput = z
  .strictObject({ weights, passMark: z.number().min(0.05).max(1), basedOn: counted.min(1) })
  .openapi('QualityTermsInput');

export const roundShape = z
  .object({
    id: counted,
    name: z.string(),
    kind: z.enum(qualityRoundKinds),
    filters: z.record(z.string(), z.array(z.string()).readonly()).readonly(),
    from: instantText.nullable(),
    to: instantText.nullable(),
    strata: z.array(z.enum(qualityStrata)).readonly(),
    populationSize: counted.openapi({ description: 'Replies it was drawn from.' }),
    reviewers: counted,
    state: z.enum(qualityRoundStates),
    isDemo: z.boolean(),
    createdAt: instantText,
    closedAt: instantText.nullable(),
    tasks: counted,
    done: counted,
    decided: counted,
    left: counted.openapi({ description: 'Replies that you could still be given.' }),
    mine: counted.openapi({ description: 'Replies that you have reviewed.' }),
  })
  .openapi('QualityRound');
export const roundsShape = z.object({ rounds: z.array(roundShape) }).openapi('QualityRounds');

export const roundInput = z
  .strictObject({
    name: lineInput(120),
    kind: z.enum(qualityRoundKinds).default('review'),
    filters: z.strictObject(filterFields).default({}),
    from: dayOrNullInput.default(null),
    to: dayOrNullInput.default(null),
    size: counted.min(1).max(2000),
    strata: z.array(z.enum(qualityStrata)).max(4).default(['channel']),
    reviewers: counted.min(2).max(8).default(3).openapi({ description: 'Of a calibration: how many people review each reply.' }),
  })
  .openapi('QualityRoundInput');
export const roundCreatedShape = z.object({ id: counted, tasks: counted, populationSize: counted }).openapi('QualityRoundCreated');

const queueItem = queueShape.shape.items.element;
export const reviewItemShape = queueItem
  .extend({
    replyId: z.string().openapi({ description: 'Id of the message that is under review.' }),
    waitedMs: counted.nullable(),
    promisedMs: counted.nullable(),
  })
  .openapi('ReplyToReview', { description: 'Says nothing of the pre-score: that comes with the review.' });
export const reviewQueueShape = z.object({ left: counted, mine: counted, items: z.array(reviewItemShape) }).openapi('ReviewQueue');
export const reviewLeaseInput = z
  .strictObject({ limit: counted.min(1).max(5).default(2), except: z.array(counted).max(50).default([]) })
  .openapi('ReviewLease');
export const chooseInput = z.strictObject({ conversationId: rowId, message: z.string().min(1).max(500) }).openapi('ReplyChosen');

export const autoShape = z.object({
  mark: mark.nullable().openapi({ description: 'Null: not measurable.' }),
  reason: z.enum(notMeasurableReasons).nullable(),
  evidence: z.array(z.object({ fact: z.string(), quote: z.string().nullable(), ms: z.number().nullable() })),
});
const autoMarks = z.object(byCriterion(() => autoShape));

export const reviewInput = z
  .strictObject({ clientKey, taskId: counted.min(1), marks, note, tookMs: counted.min(0).max(86_400_000).nullable().default(null) })
  .openapi('ReviewInput');
export const reviewChangeInput = z.strictObject({ marks, note }).openapi('ReviewChange');
export const reviewShape = z
  .object({
    id: counted,
    taskId: counted,
    roundId: counted.nullable().openapi({ description: 'Null: chosen by hand.' }),
    conversationId: z.string(),
    message: z.string(),
    replyAt: instantText,
    title: z.string(),
    reviewer: z.string().nullable().openapi({ description: 'Name of whoever reviewed it; null where that is not told.' }),
    isYours: z.boolean(),
    at: instantText,
    revisedAt: instantText.nullable(),
    weightsVersion: counted,
    marks,
    auto: autoMarks,
    score: share.nullable(),
    outcome: z.enum(qualityOutcomes).nullable(),
    note: z.string().nullable(),
  })
  .openapi('Review');
export const reviewsShape = z.object({ reviews: z.array(reviewShape), next: counted.nullable() }).openapi('Reviews');
export const ownReviewsShape = z
  .object({ agent: z.string().nullable(), n: counted, score: share.nullable(), reviews: z.array(reviewShape) })
  .openapi('OwnReviews', { description: 'Reviews of your own replies; `agent` null: nobody has said who you are.' });
export const ownersShape = z
  .object({ owners: z.array(z.object({ userId: z.string(), name: z.string(), agent: z.string().nullable() })), staff: z.array(z.string()) })
  .openapi('ReviewOwners');
export const ownerInput = z.strictObject({ agent: lineInput(200).nullable() }).openapi('ReviewOwner');

const agreement = z.object({ criterion, replies: counted, unanimous: counted, alpha: z.number().nullable(), interval });
export const calibrationShape = z
  .object({
    round: z.object({ id: counted, name: z.string(), state: z.enum(qualityRoundStates), reviewers: counted, isDemo: z.boolean() }),
    criteria: z.array(agreement),
    leans: z.array(z.object({ name: z.string(), isYou: z.boolean(), replies: counted, lean: z.number().nullable(), interval })),
    replies: z.array(
      z.object({
        taskId: counted,
        conversationId: z.string(),
        message: z.string(),
        title: z.string(),
        reviews: z.array(z.object({ name: z.string(), marks, score: share.nullable() })),
        proposed: marks,
        agreed: marks.nullable(),
        score: share.nullable(),
      }),
    ),
  })
  .openapi('Calibration');
export const agreedInput = z.strictObject({ marks }).openapi('AgreedMarks');

const trust = z.object({
  reviews: counted,
  measured: counted,
  same: counted,
  share: share.nullable(),
  interval,
  higher: counted,
  lower: counted,
  alpha: z.number().nullable(),
  autoMean: share.nullable(),
  humanMean: share.nullable(),
});
export const qualityReportShape = z
  .object({
    n: counted,
    hidden: z.boolean().openapi({ description: 'True where there are too few reviews, or reviewed people, or where people are named.' }),
    terms: qualityTermsShape,
    criteria: z.array(
      z.object({
        criterion,
        weight: z.number(),
        n: counted,
        value: share.nullable(),
        interval,
        failed: counted,
        trust,
      }),
    ),
  })
  .openapi('QualityReport');
