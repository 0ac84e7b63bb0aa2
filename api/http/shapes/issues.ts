// JSON of recurring issues: the list, one in full, and what may be changed.
import { z } from '@hono/zod-openapi';
import { issueActions, issueStates, placers } from '#db/model/issue.ts';
import { regroupSteps } from '#db/model/issue-desk.ts';
import { fixedInInput, linkInput, ownerInput } from './issue-loop.ts';
import { dayOrNullInput, dayText, instantInput, instantText, lineInput } from './scalars.ts';

const counted = z.number().int();

export const issueHead = {
  id: z.string(),
  label: z.string(),
  labelBy: z.enum(placers),
  isIgnored: z.boolean(),
  bornAt: instantText,
  state: z.enum(issueStates),
  owner: z.string().nullable(),
  targetDay: dayText.nullable(),
};

const numbers = {
  conversations: counted.openapi({ description: 'What `arrivals` answers for this issue, range and filters.' }),
  before: counted.nullable().openapi({ description: 'The same for the period of equal length before; null without a range.' }),
  customers: counted.openapi({ description: 'Distinct voices: one complaint in three places is one customer, and three postings.' }),
  copies: counted.openapi({ description: 'Postings of a complaint beyond its first.' }),
  sentiment: z.number().nullable().openapi({ description: 'Mean from -1 to 1; null where nothing was scored.' }),
  firstAt: instantText.nullable().openapi({ description: 'Ever, whatever the range.' }),
  lastAt: instantText.nullable(),
  replies: counted.openapi({ description: 'Substantive replies of ours: what the cost is reckoned from.' }),
  costMs: counted.openapi({ description: 'Substantive replies times the minutes that a reply is reckoned at: an estimate.' }),
};

const issueRow = z.object({
  ...issueHead,
  ...numbers,
  told: z
    .object({ share: z.number(), n: counted })
    .nullable()
    .openapi({ description: 'What `told-share` answers over all times; null where nothing was fixed.' }),
  trend: z.array(z.object({ key: z.string(), n: counted })).openapi({ description: 'Conversations by day, week or month of the range.' }),
});

export const issuesShape = z
  .object({
    issues: z.array(issueRow),
    /** How many conversations belong to none, by the reason. */
    apart: z.object({ alone: counted, aside: counted, empty: counted, 'taken-out': counted }),
    conversations: counted.openapi({ description: 'All arrivals of the range, with an issue or without.' }),
    customers: counted.openapi({ description: 'Distinct over all issues that are not ignored.' }),
    minutesPerReply: z.number(),
    asOf: instantText,
    lastMessageAt: instantText.nullable(),
  })
  .openapi('Issues');

const valueCount = z.object({ value: z.string(), customers: counted, conversations: counted });

export const issueShape = z
  .object({
    ...issueHead,
    ...numbers,
    summary: z.string(),
    languages: z.array(valueCount),
    channels: z.array(valueCount),
    versions: z.array(valueCount).openapi({ description: 'App versions that customers name.' }),
    quotes: z.array(
      z.object({
        conversationId: z.string(),
        text: z.string().openapi({ description: 'Redacted before it was stored.' }),
        language: z.string(),
        at: instantText.nullable(),
        channel: z.string(),
        postings: counted,
      }),
    ),
    minutesPerReply: z.number(),
    history: z.array(
      z.object({ at: instantText, actor: z.string(), action: z.enum(issueActions), details: z.record(z.string(), z.unknown()) }),
    ),
  })
  .openapi('Issue');

const memberShape = z.object({
  conversationId: z.string(),
  title: z.string(),
  at: instantText.nullable(),
  channel: z.string(),
  language: z.string(),
  version: z.string().nullable(),
  score: z.number().nullable().openapi({ description: 'Likeness to the issue; null where a person placed it.' }),
  placedBy: z.enum(placers),
  copyOf: z.string().nullable(),
});

export const issueMembersShape = z.object({ n: counted, members: z.array(memberShape) }).openapi('IssueMembers');

export const issueChangeInput = z
  .strictObject({
    label: lineInput(120).optional(),
    isIgnored: z.boolean().optional(),
    state: z.enum(issueStates).optional().openapi({ description: 'With `fixed`, the instant of the fix is now where none is given.' }),
    owner: ownerInput.optional(),
    targetDay: dayOrNullInput.optional(),
    link: linkInput.optional(),
    fixedIn: fixedInInput.optional(),
    fixedAt: instantInput.nullable().optional(),
  })
  .refine((change) => Object.keys(change).length > 0, { message: 'names nothing to change' })
  .openapi('IssueChange');

const conversationIds = z
  .array(z.string().regex(/^\d{1,15}$/))
  .min(1)
  .max(500);

export const issueMergeInput = z.strictObject({ into: z.string().min(1).max(40) }).openapi('IssueMerge');
export const issueSplitInput = z
  .strictObject({ conversations: conversationIds, label: lineInput(120).nullable().default(null) })
  .openapi('IssueSplit');
export const issueMoveInput = z
  .strictObject({
    conversations: conversationIds,
    to: z.string().min(1).max(40).nullable().openapi({ description: 'Null: they belong to no issue.' }),
  })
  .openapi('IssueMove');
export const issueMadeShape = z.object({ id: z.string() }).openapi('IssueMade');
export const issueCostInput = z.strictObject({ minutesPerReply: z.number().min(0).max(600) }).openapi('IssueCost');

export const issueCostShape = z.object({ minutesPerReply: z.number() }).openapi('IssueCostNow');

const namedPair = z.object({ from: z.string(), fromLabel: z.string(), into: z.string(), intoLabel: z.string() });
const named = z.object({ id: z.string(), label: z.string() });

export const regroupingShape = z
  .object({
    run: z
      .object({
        isPreview: z.boolean(),
        startedAt: instantText,
        finishedAt: instantText.nullable(),
        step: z.enum(regroupSteps),
        done: counted,
        total: counted,
        reason: z.string().nullable(),
        result: z
          .object({
            conversations: counted,
            issues: counted,
            moved: counted.openapi({ description: 'Conversations whose issue is another one.' }),
            born: z.array(named),
            splits: z.array(namedPair).openapi({ description: 'A new issue that came out of another.' }),
            merges: z.array(namedPair).openapi({ description: 'An issue that went into another; its address leads there.' }),
            faded: z.array(named).openapi({ description: 'Issues that keep no message that the machine had placed.' }),
          })
          .nullable(),
      })
      .nullable()
      .openapi({ description: 'The run under way, else the last since the start of the program.' }),
  })
  .openapi('IssueRegrouping');

export const regroupInput = z.strictObject({ isPreview: z.boolean() }).openapi('IssueRegroup');
