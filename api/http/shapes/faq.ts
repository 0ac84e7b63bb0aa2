// JSON of the FAQ: which issues are candidates, what helped, and what people wrote.
import { z } from '@hono/zod-openapi';
import { faqStates } from '#db/model/issue-outcome.ts';
import { linkInput } from './issue-loop.ts';
import { instantText, lineInput } from './scalars.ts';

const counted = z.number().int();

const head = {
  issueId: z.string(),
  label: z.string(),
  state: z.enum(faqStates),
  link: z.string().nullable().openapi({ description: 'Where it is published.' }),
  publishedAt: instantText.nullable(),
  customers: counted.openapi({ description: 'Distinct customers over all times.' }),
  returning: counted.openapi({
    description: 'Of these, who wrote about it more than once; another posting of one complaint is no second time.',
  }),
  conversations: counted,
};

export const faqListShape = z
  .object({
    entries: z.array(z.object({ ...head, kept: z.array(z.string()).openapi({ description: 'Languages in which a person kept a text.' }) })),
    asOf: instantText,
  })
  .openapi('FaqCandidates');

export const faqShape = z
  .object({
    ...head,
    questions: z.array(
      z.object({
        language: z.string(),
        read: counted,
        quotes: z.array(
          z.object({ conversationId: z.string(), text: z.string().openapi({ description: 'Redacted before it was stored.' }) }),
        ),
        proposed: z.string(),
      }),
    ),
    answers: z
      .array(
        z.object({
          language: z.string(),
          text: z.string().openapi({ description: 'Without greeting, leave-taking and sentences that name an agent.' }),
          sent: counted.openapi({ description: 'How often it, or nearly the same, was sent as an answer to a question.' }),
          judged: counted.openapi({ description: 'Of these, how often it is known what came of it.' }),
          settled: counted.openapi({ description: 'Not asked again, solved, and not rated bad after it.' }),
          interval: z.tuple([z.number(), z.number()]).nullable().openapi({ description: 'Wilson’s 95 % interval of settled over judged.' }),
          rated: counted,
          good: counted,
          conversations: z.array(z.string()),
        }),
      )
      .openapi({ description: 'At most three a language, by the lower end of the interval.' }),
    drafts: z.array(
      z.object({
        language: z.string(),
        question: z.string(),
        answer: z.string(),
        kept: z.object({ at: instantText, by: z.string() }).nullable().openapi({ description: 'Null: a proposal that nobody has read.' }),
      }),
    ),
    read: counted.openapi({ description: 'The newest conversations that were read for it.' }),
    short: counted.openapi({ description: 'Answers that were left out as courtesy.' }),
    asOf: instantText,
  })
  .openapi('FaqCandidate');

export const faqTextInput = z.strictObject({ question: lineInput(300), answer: z.string().trim().min(1).max(8000) }).openapi('FaqText');

export const faqChangeInput = z
  .strictObject({ state: z.enum(faqStates).optional(), link: linkInput.optional() })
  .refine((change) => Object.keys(change).length > 0, { message: 'names nothing to change' })
  .openapi('FaqChange');

export const faqLanguage = z.string().regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a language tag such as en or zh-Hans');
