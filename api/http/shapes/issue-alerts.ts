// JSON of alerts of emerging issues, and of what people said of them.
import { z } from '@hono/zod-openapi';
import { alertVerdicts } from '#db/model/issue.ts';
import { instantText } from './scalars.ts';

const counted = z.number().int();

const alertShape = z.object({
  id: z.string(),
  issueId: z.string(),
  label: z.string(),
  raisedAt: instantText,
  lastAt: instantText.openapi({ description: 'When it was last still a surprise.' }),
  customers: counted.openapi({ description: 'The most customers in 24 hours so far.' }),
  expected: z.number().openapi({ description: 'Mean of the same 24 hours of the eight weeks before.' }),
  p: z.number().openapi({ description: 'Negative binomial: how likely so many are by chance.' }),
  verdict: z.enum(alertVerdicts).nullable(),
  verdictAt: instantText.nullable(),
});

export const issueAlertsShape = z
  .object({
    alerts: z.array(alertShape),
    judged: counted,
    wrong: counted,
    falseShare: z.number().nullable().openapi({ description: 'Of the alerts that people judged; null before the first verdict.' }),
    falseInterval: z.tuple([z.number(), z.number()]).nullable(),
    fewestCustomers: counted,
    falseDiscoveryRate: z.number(),
  })
  .openapi('IssueAlerts');

export const verdictInput = z.strictObject({ verdict: z.enum(alertVerdicts) }).openapi('AlertVerdict');
