// The mapping file of a CSV: strict, and one clear sentence about the first fault.
import { describe, expect, it } from 'vitest';
import { parseCsvMapping } from '#ingest/formats/csv-mapping.ts';

const columns = { conversation_id: 'Ticket', at: 'Date', role: 'From', text: 'Text' };
const whole = { rows: 'message', columns, constants: { channel: 'email' } };
const reasonFor = (mapping: unknown): string => {
  try {
    parseCsvMapping('map.json', typeof mapping === 'string' ? mapping : JSON.stringify(mapping));
  } catch (error) {
    return error instanceof Error ? error.message : 'not an error';
  }
  return 'accepted';
};

describe('a mapping', () => {
  it('is completed with what it leaves out', () => {
    expect(parseCsvMapping('map.json', `\uFEFF${JSON.stringify(whole)}`)).toEqual({
      rows: 'message',
      columns,
      constants: { channel: 'email' },
      values: {},
      dates: ['iso'],
      zone: null,
      encoding: null,
      delimiter: null,
      quote: '"',
    });
  });

  it('is refused with the place and the reason', () => {
    const faults: readonly (readonly [mapping: unknown, reason: string])[] = [
      ['{', 'map.json: is not valid JSON'],
      [[], 'map.json: Invalid input: expected object, received array'],
      [{ ...whole, zones: 'UTC' }, 'map.json: Unrecognized key: "zones"'],
      [{ ...whole, columns: { ...columns, delay: 'x' } }, 'map.json: columns: Unrecognized key: "delay"'],
      [{ ...whole, zone: '+08:00' }, 'map.json: zone: not an IANA time zone such as Asia/Shanghai'],
      [{ ...whole, dates: ['dd.MM'] }, 'map.json: dates.0: date format "dd.MM": needs yyyy, MM or M, and dd or d'],
      [{ ...whole, encoding: 'utf-7' }, 'map.json: encoding: not an encoding that is known, such as utf-8, gb18030 or windows-1252'],
      [{ ...whole, delimiter: ';;' }, 'map.json: delimiter: must be one character'],
      [{ ...whole, constants: {} }, 'map.json: columns.channel: is needed'],
      [{ ...whole, columns: { at: 'x', role: 'y', text: 'z' } }, 'map.json: columns.conversation_id: is needed'],
      [{ ...whole, columns: { ...columns, first_reply_at: 'x' } }, 'map.json: columns.first_reply_at: does not go with "rows": "message"'],
      [{ ...whole, rows: 'conversation' }, 'map.json: columns.role: does not go with "rows": "conversation"'],
    ];
    expect(faults.map(([mapping]) => reasonFor(mapping))).toEqual(faults.map(([, reason]) => reason));
  });
});
