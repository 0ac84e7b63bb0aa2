// The mapping file of a CSV import: which column is which field, and how its values are written.
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { AppError } from '#db/model/errors.ts';
import { zoneSchema } from '#db/model/instant.ts';
import { compileDateFormat } from './date-format.ts';

/** Fields of one message; the names are those of conversations-jsonl. */
export const messageFields = [
  'at',
  'role',
  'author',
  'author_name',
  'text',
  'message_id',
  'reply_to',
  'visibility',
  'private',
  'public',
  'kind',
  'deleted_at',
] as const;

/** Fields of the conversation. */
export const conversationFields = [
  'conversation_id',
  'channel',
  'lang',
  'subject',
  'opened_at',
  'status',
  'solved_at',
  'solved_by',
  'closed_at',
  'closed_by',
  'customer',
  'category',
  'team',
  'brand',
  'country',
  'tags',
  'exclusion',
  'spam',
  'deleted',
  'test',
  'merged_into',
  'is_complaint',
  'csat',
  'csat_stars',
  'csat_mean_1to5',
  'csat_comment',
  'nps',
  'nps_comment',
  'ces',
  'ces_comment',
] as const;

/** The first reply, where a row is a whole conversation. */
export const replyFields = ['first_reply_at', 'first_reply_author', 'first_reply_text'] as const;

/** What became of a call, where a row is one; `at` is when it came into the queue. */
export const callFields = ['answered_at', 'ended_at', 'wait', 'outcome', 'agent'] as const;

export const timeFields: readonly string[] = [
  'at',
  'opened_at',
  'solved_at',
  'closed_at',
  'deleted_at',
  'first_reply_at',
  'answered_at',
  'ended_at',
];

const fieldNames = [...messageFields, ...conversationFields, ...replyFields, ...callFields] as const;
export type CsvField = (typeof fieldNames)[number];
const fieldSchema = z.enum(fieldNames);

const encodingSchema = z
  .string()
  .max(40)
  .refine((label) => isEncoding(label), { message: 'not an encoding that is known, such as utf-8, gb18030 or windows-1252' });

const formatSchema = z
  .string()
  .max(60)
  .superRefine((format, context) => {
    try {
      compileDateFormat(format);
    } catch (error) {
      context.addIssue({ code: 'custom', message: error instanceof Error ? error.message : 'not a date format' });
    }
  });

const oneCharacter = z.string().length(1, 'must be one character');

export const csvMappingSchema = z
  .strictObject({
    /** What one row is. */
    rows: z.enum(['message', 'conversation', 'call']),
    columns: z.partialRecord(fieldSchema, z.string().min(1).max(256)),
    /** For fields without a column, and for empty cells. */
    constants: z.partialRecord(fieldSchema, z.string().max(256)).default({}),
    /** Values of the file to values of ours, by field: `{"role": {"Kunde": "customer"}}`. */
    values: z.partialRecord(fieldSchema, z.record(z.string().max(256), z.string().max(256))).default({}),
    dates: z.array(formatSchema).min(1).max(10).default(['iso']),
    zone: zoneSchema.nullable().default(null),
    encoding: encodingSchema.nullable().default(null),
    delimiter: oneCharacter.nullable().default(null),
    quote: oneCharacter.default('"'),
  })
  .superRefine((mapping, context) => {
    const has = (field: CsvField): boolean => mapping.columns[field] !== undefined || mapping.constants[field] !== undefined;
    const need = (field: CsvField): void => {
      if (!has(field)) context.addIssue({ code: 'custom', path: ['columns', field], message: 'is needed' });
    };
    if (mapping.columns.conversation_id === undefined)
      context.addIssue({ code: 'custom', path: ['columns', 'conversation_id'], message: 'is needed' });
    if (mapping.columns.at === undefined) context.addIssue({ code: 'custom', path: ['columns', 'at'], message: 'is needed' });
    // A call is on the phone unless the file says otherwise.
    if (mapping.rows !== 'call') need('channel');
    if (mapping.rows === 'message') for (const field of ['role', 'text'] as const) need(field);
    if (mapping.rows === 'call' && !has('answered_at') && !has('outcome')) {
      context.addIssue({ code: 'custom', path: ['columns', 'answered_at'], message: 'is needed, or outcome with wait' });
    }
    for (const field of misplacedIn[mapping.rows]) {
      if (has(field)) context.addIssue({ code: 'custom', path: ['columns', field], message: `does not go with "rows": "${mapping.rows}"` });
    }
  });
export type CsvMapping = z.infer<typeof csvMappingSchema>;

const ofMessages = ['role', 'message_id', 'reply_to'] as const;
const misplacedIn: Readonly<Record<'message' | 'conversation' | 'call', readonly CsvField[]>> = {
  message: [...replyFields, ...callFields],
  conversation: [...ofMessages, ...callFields],
  call: [...ofMessages, ...replyFields],
};

function isEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding !== '';
  } catch {
    return false;
  }
}

/** Reads a mapping file. Throws AppError with the file and the first fault in it. */
export async function readCsvMapping(name: string): Promise<CsvMapping> {
  const text = await readFile(name, 'utf8').catch((error: unknown) => {
    throw new AppError('not_found', `${name}: no mapping file can be read there`, error);
  });
  return parseCsvMapping(name, text);
}

/** The mapping in a text; `name` is for messages. */
export function parseCsvMapping(name: string, text: string): CsvMapping {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new AppError('invalid', `${name}: is not valid JSON`, error);
  }
  const parsed = csvMappingSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const place = issue === undefined || issue.path.length === 0 ? '' : `${issue.path.join('.')}: `;
  throw new AppError('invalid', `${name}: ${place}${issue?.message ?? 'is not a mapping'}`);
}
