// The list of our own people at sources without roles.
import { describe, expect, it } from 'vitest';
import { settingNotes } from '#ingest/connectors/connector.ts';
import { staffField } from '#ingest/connectors/fields.ts';
import { isStaff, parseStaffList, staffListSchema } from '#ingest/connectors/staff-list.ts';

const list = 'did:plc:anna 2025-01-01 2025-06-30 # left in summer\n\n  t2_ben\n# nobody\nuid-9 2026-01-01';

describe('parseStaffList', () => {
  it('reads ids with their first and last day, and leaves notes out', () => {
    expect(parseStaffList(list)).toEqual([
      { id: 'did:plc:anna', from: '2025-01-01', to: '2025-06-30' },
      { id: 't2_ben', from: null, to: null },
      { id: 'uid-9', from: '2026-01-01', to: null },
    ]);
  });

  it.each([
    ['anna 1.1.2025', 'staff, line 1: a day is written YYYY-MM-DD'],
    ['ben\nanna 2025-01-01 2025-02-01 2025-03-01', 'staff, line 2: more than an id and two days'],
  ])('refuses %j and says which line', (text, message) => {
    expect(() => parseStaffList(text)).toThrow(message);
    expect(staffListSchema().safeParse(text).error?.issues[0]?.message).toBe(message);
  });
});

describe('staffField', () => {
  it('says of each connector by which id its staff are known, also where there are several', () => {
    const helpOf = (field: ReturnType<typeof staffField>) => settingNotes.get(field)?.help?.en ?? '';
    const [first, second] = [staffField({ en: 'the DID', zh: 'DID' }), staffField({ en: 'the channel', zh: '频道' })];
    expect([helpOf(first).includes('the DID'), helpOf(second).includes('the channel')]).toEqual([true, true]);
  });
});

describe('isStaff', () => {
  const staff = parseStaffList(list);
  it.each([
    ['did:plc:anna', '2024-12-31T23:59:59.999Z', false],
    ['did:plc:anna', '2025-01-01T00:00:00Z', true],
    ['did:plc:anna', '2025-06-30T23:59:59.999Z', true],
    ['did:plc:anna', '2025-07-01T00:00:00Z', false],
    ['t2_ben', '1999-01-01T00:00:00Z', true],
    ['T2_BEN', '2025-01-01T00:00:00Z', false],
  ])('%s at %s: %s', (id, at, is) => {
    expect(isStaff(staff, id, Date.parse(at))).toBe(is);
  });

  it('takes a listed author without a time for one of us', () => {
    expect(isStaff(staff, 'uid-9', null)).toBe(true);
  });
});
