// Reading by time of change, against lists that change while they are read, share instants and cap their pages as they like.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byUpdate, type ChangedRow } from '#ingest/connectors/by-update.ts';

type Row = { readonly id: string; at: number };
const end = 100;

/** A list ordered by change, with so many rows to a page. */
function listOf(rows: readonly Row[], perPage: number, onAsk: () => void = () => undefined) {
  return async (from: number, page: number): Promise<ChangedRow[]> => {
    onAsk();
    const found = rows.filter(({ at }) => at >= from).sort((a, b) => a.at - b.at || a.id.localeCompare(b.id));
    return found.slice((page - 1) * perPage, page * perPage).map(({ id, at }) => ({ id, at, raw: null }));
  };
}

async function readAll(list: (from: number, page: number) => Promise<readonly ChangedRow[]>, from = 0, mostPages = 1000) {
  const seen: string[] = [];
  const marks: number[] = [];
  for await (const { rows, mark } of byUpdate({ list, from, to: end, mostPages })) {
    seen.push(...rows.map(({ id, at }) => `${id}@${at}`));
    marks.push(mark);
  }
  return { seen, marks };
}

const rowsOf = (times: readonly number[]): Row[] => times.map((at, index) => ({ id: `r${index}`, at }));

describe('byUpdate', () => {
  it('sees every row once, whatever the pages hold and however many rows share an instant', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 60 }),
        fc.integer({ min: 1, max: 9 }),
        async (times, perPage) => {
          const { seen } = await readAll(listOf(rowsOf(times), perPage));
          expect(seen.sort()).toEqual(times.map((at, index) => `r${index}@${at}`).sort());
        },
      ),
    );
  });

  it('misses no row where rows change while it reads, and goes on from any mark', async () => {
    const changes = fc.array(fc.nat(29), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 30, maxLength: 30 }),
        changes,
        fc.integer({ min: 1, max: 7 }),
        async (times, bumped, perPage) => {
          const rows = rowsOf(times);
          const left = [...bumped];
          let later = end;
          const bump = () => {
            const row = rows[left.shift() ?? -1];
            later += 1;
            if (row !== undefined) row.at = later;
          };
          const { seen, marks } = await readAll(listOf(rows, perPage, bump));
          // What changed behind its own place is read by the next run, from the last mark on.
          const next = await readAll(listOf(rows, perPage), marks.at(-1) ?? 0);
          const ids = new Set([...seen, ...next.seen].map((one) => one.split('@')[0]));
          expect(ids.size).toBe(30);
          expect(marks.every((mark) => mark <= end)).toBe(true);
        },
      ),
    );
  });

  it('ends where a page behind the end gives the last one again', async () => {
    const rows = rowsOf([1, 2, 3]);
    const clamped = async (from: number, page: number) => {
      const list = listOf(rows, 2);
      const asked = await list(from, page);
      return asked.length > 0 || page === 1 ? asked : await list(from, page - 1);
    };
    expect((await readAll(clamped)).seen).toEqual(['r0@1', 'r1@2', 'r2@3']);
  });

  it('fails where more pages share one instant than can be turned', async () => {
    await expect(readAll(listOf(rowsOf(Array.from({ length: 9 }, () => 5)), 1), 0, 8)).rejects.toThrow('they cannot be told apart');
  });

  it('gives up for now where a crowded instant never stands still', async () => {
    let asked = 0;
    const restless = async (_from: number, page: number): Promise<ChangedRow[]> => {
      asked += 1;
      return page > 3 ? [] : [{ id: `r${asked % 50}`, at: 0, raw: null }];
    };
    await expect(readAll(restless)).rejects.toThrow('the list changes faster than it can be read');
  });
});
