// csv: tables with a mapping file, one message or one conversation a row.
import { AppError } from '#db/model/errors.ts';
import { toConversation } from './conversation-record.ts';
import { countRows, groupRows } from './csv-groups.ts';
import { openRowReader, type RowReader } from './csv-row.ts';
import { type CsvRow, openCsvTable } from './csv-table.ts';
import type { FileRecord, Format } from './format.ts';

export const csv: Format = {
  id: 'csv',
  description: 'CSV with a mapping file (--map), one message or one conversation a row',
  needsMapping: true,
  open: async (file, context) => {
    const { mapping, limits } = context;
    if (mapping === null) throw new AppError('invalid', 'csv needs a mapping file (--map MAP.json)');
    const table = await openCsvTable(file, mapping, limits);
    const reader = openRowReader(mapping, table, context);
    // One reading before the first record, so that a fault in the quoting far down is known before anything is stored.
    const counts = await countRows(table, reader);
    if (mapping.rows === 'message') return { records: () => groupRows(table, reader, counts, limits) };
    return {
      async *records() {
        for await (const row of table.rows()) yield toRecord(row, reader);
      },
    };
  },
};

/** A row that is a whole conversation. */
function toRecord(row: CsvRow, reader: RowReader): FileRecord {
  let externalId: string | null = null;
  try {
    const id = reader.idOf(row);
    // With a wrong number of cells the id may be a piece of text.
    externalId = row.isRagged ? null : id;
    const { conversation, messages, flags } = reader.contentOf(row, 0);
    return { kind: 'conversation', line: row.line, conversation: toConversation(conversation, messages, reader.context), flags };
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid') return { kind: 'reject', line: row.line, externalId, reason: error.message };
    throw error;
  }
}
