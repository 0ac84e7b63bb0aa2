// One CSV row as the fields of a conversation and of its messages, under the mapping.
import { AppError } from '#db/model/errors.ts';
import type { Instant } from '#db/model/instant.ts';
import type { FetchedMessage } from '../fetched.ts';
import { textNotInFile, toCall } from './csv-call.ts';
import { type CsvField, type CsvMapping, callFields, conversationFields, messageFields, replyFields, timeFields } from './csv-mapping.ts';
import type { CsvRow, CsvTable } from './csv-table.ts';
import { openDateReader } from './date-format.ts';
import { type Fields, readId, refuse } from './field-values.ts';
import type { ReadContext, TimeFlag } from './format.ts';
import { type RecordContext, toMessage } from './message-record.ts';

/** What a row holds: fields of the conversation that have a value, and its messages. */
export type RowContent = {
  readonly conversation: Fields;
  readonly messages: readonly FetchedMessage[];
  readonly flags: readonly TimeFlag[];
};

export type RowReader = {
  /** Throws AppError `invalid` where the row names no conversation. */
  idOf(row: CsvRow): string;
  /** Throws AppError `invalid` with the field and the reason. `position` numbers messages without an id. */
  contentOf(row: CsvRow, position: number): RowContent;
  readonly context: RecordContext;
};

export function openRowReader(mapping: CsvMapping, table: CsvTable, read: Pick<ReadContext, 'now'>): RowReader {
  const readDate = openDateReader(mapping.dates, mapping.zone);
  // Times become instants cell by cell, where the name of the column is at hand; later stages only pass them on.
  const context: RecordContext = {
    now: read.now,
    readTime: (value, where): Instant => (typeof value === 'number' ? value : refuse(where, value, 'a time')),
  };

  const cellOf = (row: CsvRow, field: CsvField): string => {
    const index = table.columns.get(field);
    const cell = index === undefined ? '' : (row.cells[index] ?? '');
    const values = mapping.values[field] ?? {};
    const plain = cell.trim();
    if (Object.hasOwn(values, plain)) return values[plain] ?? '';
    return plain === '' ? (mapping.constants[field] ?? '') : cell;
  };

  const fieldsOf = (row: CsvRow, names: readonly CsvField[], flags: TimeFlag[]): Record<string, unknown> => {
    const fields: Record<string, unknown> = {};
    for (const field of names) {
      const cell = cellOf(row, field);
      if (cell.trim() === '') continue;
      if (!timeFields.includes(field)) {
        fields[field] = cell;
        continue;
      }
      const { at, flag } = readDate(cell, whereOf(mapping, field));
      fields[field] = at;
      if (flag !== null) flags.push(flag);
    }
    return fields;
  };

  return {
    context,
    idOf: (row) => {
      const id = readId(cellOf(row, 'conversation_id') || null, 'conversation_id') ?? refuse('conversation_id', '', 'an id');
      if (/^\d(\.\d+)?E\+\d+$/i.test(id))
        throw new AppError('invalid', 'conversation_id is a number that a spreadsheet has rounded; export the column as text');
      return id;
    },
    contentOf: (row, position) => {
      if (row.isRagged) throw new AppError('invalid', `the row has ${row.cells.length} cells, the header has ${table.width}`);
      const flags: TimeFlag[] = [];
      const conversation = fieldsOf(row, conversationFields, flags);
      const message = { at: null, text: '', ...fieldsOf(row, messageFields, flags) };
      if (mapping.rows === 'message') return { conversation, messages: [toMessage(message, '', position, context)], flags };
      if (mapping.rows === 'call') return { ...toCall({ conversation, message, call: fieldsOf(row, callFields, flags) }, context), flags };
      const reply = fieldsOf(row, replyFields, flags);
      return { conversation, messages: exchange(message, reply, mapping, context), flags };
    },
  };
}

function whereOf(mapping: CsvMapping, field: CsvField): string {
  const column = mapping.columns[field];
  return column === undefined ? field : `${field} (column "${column}")`;
}

/** The first message and the first reply of a row that is a whole conversation. */
function exchange(message: Fields, reply: Fields, mapping: CsvMapping, context: RecordContext): FetchedMessage[] {
  const hasText = mapping.columns.text !== undefined || mapping.constants.text !== undefined;
  const asked = toMessage({ ...message, ...(hasText ? {} : { text: textNotInFile }), role: 'customer' }, '', 0, context);
  if (reply.first_reply_at === undefined && reply.first_reply_text === undefined) return [asked];
  const answer = {
    at: reply.first_reply_at ?? null,
    role: 'agent',
    author: reply.first_reply_author ?? null,
    text: reply.first_reply_text ?? textNotInFile,
  };
  return [asked, toMessage(answer, 'first_reply_', 1, context)];
}
