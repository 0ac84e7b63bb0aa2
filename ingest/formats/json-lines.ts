// JSON Lines: one object a line, each turned into a conversation or into a reason why not.
import { isUtf8 } from 'node:buffer';
import { AppError } from '#db/model/errors.ts';
import type { FetchedConversation } from '../fetched.ts';
import type { FileRecord, OpenedFile, ReadContext } from './format.ts';
import type { ImportFile } from './import-file.ts';
import { utf8Bytes } from './text-encoding.ts';
import { type TextLine, textLines } from './text-lines.ts';

/** Turns the JSON value of a line into a conversation; throws AppError `invalid` with a reason. */
export type LineReader = {
  toConversation(value: unknown): FetchedConversation;
  /** The id where it is beyond doubt, to name a rejected record by; else null. */
  idOf(value: unknown): string | null;
};

/** A file of JSON lines. Blank lines are no records. */
export function openJsonLines(file: ImportFile, context: ReadContext, reader: LineReader): OpenedFile {
  return {
    async *records() {
      for await (const line of textLines(utf8Bytes(file.name, file.bytes(), null), context.limits.lineBytes)) {
        const record = toRecord(line, context, reader);
        if (record !== null) yield record;
      }
    },
  };
}

function toRecord({ line, bytes }: TextLine, context: ReadContext, reader: LineReader): FileRecord | null {
  const rejected = (reason: string, externalId: string | null = null): FileRecord => ({ kind: 'reject', line, externalId, reason });
  if (bytes === null) return rejected(`longer than ${context.limits.lineBytes} bytes`);
  if (!isUtf8(bytes)) return rejected('holds bytes that are not UTF-8');
  const text = bytes.toString('utf8');
  if (text.trim() === '') return null;
  const parsed = parseJson(text);
  if ('reason' in parsed) return rejected(parsed.reason);
  try {
    return { kind: 'conversation', line, conversation: reader.toConversation(parsed.value), flags: [] };
  } catch (error) {
    if (error instanceof AppError && error.code === 'invalid') return rejected(error.message, reader.idOf(parsed.value));
    throw error;
  }
}

/** The runtime's own message quotes the text of the line, which must not reach a report: only the place is kept. */
function parseJson(text: string): { value: unknown } | { reason: string } {
  try {
    const value: unknown = JSON.parse(text);
    return { value };
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    const place = /position (\d+)/.exec(message)?.[1];
    if (place !== undefined) return { reason: `not valid JSON (at character ${Number(place) + 1} of the line)` };
    return { reason: message.includes('end of JSON input') ? 'not valid JSON (it ends too early)' : 'not valid JSON' };
  }
}
