// JSON of scores: what lists show of a conversation, what its detail adds, and one message with the stretches that carried its scores.
import { z } from '@hono/zod-openapi';
import { riskRoles, sentimentLabels, urgencyLevels } from '#db/model/score.ts';
import { sentimentStates } from '#db/model/scored.ts';

const share = z.number().min(0).max(1);
const score = z.number().min(-1).max(1);

export const scoreHead = {
  sentiment: z
    .enum(sentimentStates)
    .nullable()
    .openapi({ description: "Of the customer's messages together, or why there is none; null where nothing was scored." }),
  sentimentScore: score.nullable(),
  urgency: z
    .object({ level: z.enum(urgencyLevels), reasons: z.array(z.string()) })
    .nullable()
    .openapi({ description: 'Now: the harm told of, raised by a promise that runs out and by nudges. Null where nothing was scored.' }),
  risks: z.array(z.string()).openapi({ description: 'Risk flags, gravest first.' }),
};

export const scoreDetail = {
  sentimentOpening: score.nullable(),
  sentimentClosing: score.nullable(),
  sourceCategory: z.string().nullable(),
  scoredCategory: z.string().nullable(),
  scoredCategoryConfidence: share.nullable(),
  scorer: z.string().nullable().openapi({ description: 'The versions of the scorers; null where none looked at it.' }),
};

const highlights = z
  .array(z.object({ start: z.number().int(), end: z.number().int(), weight: z.number() }))
  .openapi({ description: 'Stretches of the body in UTF-16 units.' });

export const messageScoreShape = z
  .object({
    scorer: z.string(),
    sentiment: z.enum(sentimentLabels).nullable().openapi({ description: 'The likeliest label, also where the scorer abstains.' }),
    sentimentScore: score.nullable(),
    probabilities: z.object({ neg: share, neu: share, pos: share }).nullable(),
    isMixed: z.boolean(),
    isAbstained: z.boolean(),
    category: z.string().nullable(),
    categoryConfidence: share.nullable(),
    harm: z.enum(urgencyLevels).nullable(),
    harmReasons: z.array(z.string()),
    risks: z.array(z.object({ id: z.string(), role: z.enum(riskRoles), weight: z.enum(['medium', 'high']), evidence: highlights })),
    evidence: z.object({ sentiment: highlights, category: highlights, harm: highlights }),
  })
  .openapi('MessageScore');
