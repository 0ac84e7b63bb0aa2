// Unusual moves: the stated rule on small tables counted by hand, and what must not move it.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { day } from '#db/model/instant.ts';
import { marketEvents } from '#ingest/events/market-events.ts';
import { readPrices } from '#ingest/events/price-table.ts';
import { type DayPrice, unusualMoves } from '#ingest/events/unusual-moves.ts';

const start = Date.parse('2026-01-01T00:00:00Z');
const table = (prices: readonly number[]): DayPrice[] =>
  prices.map((price, index) => ({ day: new Date(start + index * day).toISOString().slice(0, 10), price }));
const rule = { days: 4, deviations: 4, leastPercent: 5 };

describe('unusual moves of a price', () => {
  it('are those far outside the days before, by median and MAD', () => {
    // Python: r = [log(b/a)], m = median(r[0:4]), abs(r[4]-m) / (1.4826 * median(|r[0:4]-m|))
    expect(unusualMoves(table([100, 101, 100, 101, 100, 130]), rule)).toEqual([
      { day: '2026-01-06', percent: expect.closeTo(30, 9), deviations: expect.closeTo(17.784_545, 4) },
    ]);
  });

  it('need to be of the least size, and far enough', () => {
    const prices = table([100, 101, 100, 101, 100, 104]);
    const found = (leastPercent: number, deviations: number) =>
      unusualMoves(prices, { ...rule, leastPercent, deviations }).map((move) => move.day);
    // 2.66 robust standard deviations and 4 percent.
    expect([found(3, 2.6), found(5, 2.6), found(3, 2.7)]).toEqual([['2026-01-06'], [], []]);
  });

  it('are not judged before there are enough days to compare with', () => {
    expect(unusualMoves(table([100, 101, 100, 130]), rule)).toEqual([]);
    expect(unusualMoves(table([100]), rule)).toEqual([]);
    expect(unusualMoves([], rule)).toEqual([]);
  });

  it('are seen after a crash as well: one day does not hide the next', () => {
    const prices = table([100, 101, 100, 101, 100, 101, 100, 101, 70, 71, 50]);
    const found = unusualMoves(prices, { days: 8 - 1, deviations: 4, leastPercent: 5 });
    expect(found.map((move) => [move.day, Math.round(move.percent)])).toEqual([
      ['2026-01-09', -31],
      ['2026-01-11', -30],
    ]);
  });

  it('are any of the least size where nothing moved before', () => {
    expect(
      unusualMoves(table([100, 100, 100, 100, 100, 106, 103]), rule).map(({ percent, deviations }) => [Math.round(percent), deviations]),
    ).toEqual([[6, Number.POSITIVE_INFINITY]]);
  });

  it('do not depend on the unit of the price', () => {
    const prices = fc.array(fc.double({ min: 1, max: 1000, noNaN: true }), { minLength: 6, maxLength: 60 });
    fc.assert(
      fc.property(prices, fc.constantFrom(2, 4, 1024), (values, factor) => {
        const days = (factors: number) => unusualMoves(table(values.map((value) => value * factors)), rule).map((move) => move.day);
        expect(days(factor)).toEqual(days(1));
      }),
    );
  });
});

describe('tables of prices', () => {
  const columns = { dayColumn: 'Date', priceColumn: 'Close' };

  it('are read in any order, the last price of a day counts, and empty prices are passed over', () => {
    const text =
      '\uFEFFdate;open;close\r\n2026-01-02;1;102.5\r\n2026-01-01T00:00:00Z;1;100\r\n2026-01-03;;\r\n2026-01-02;1;103\r\n1767484800;1;99\r\n1767571200000;1;98\r\n';
    expect(readPrices(text, columns)).toEqual([
      { day: '2026-01-01', price: 100 },
      { day: '2026-01-02', price: 103 },
      { day: '2026-01-04', price: 99 },
      { day: '2026-01-05', price: 98 },
    ]);
  });

  it('are refused with the row and the column where they cannot be read', () => {
    const reason = (text: string) => {
      try {
        return readPrices(text, columns);
      } catch (error) {
        return error instanceof Error ? error.message : 'failed';
      }
    };
    expect(reason('day,price\n')).toBe('the prices have no column "Date"; there are: day, price');
    expect(reason('Date,Close\n01/02/2026,5\n')).toBe('row 2: Date is no day such as 2026-11-28');
    expect(reason('Date,Close\n2026-02-30,5\n')).toBe('row 2: Date is no day such as 2026-11-28');
    for (const price of ['0', '-5', '"1,5"', 'NaN', '1e5']) {
      expect(reason(`Date,Close\n2026-01-01,5\n2026-01-02,${price}\n`)).toBe('row 3: Close is no positive number such as 91234.5');
    }
    expect(reason('Date,Close\n"2026-01-01,5\n')).toBe('the prices are no CSV that can be read');
  });
});

describe('market events', () => {
  it('last the day of the move and say how far it went; from the first judged day on they are all there are', () => {
    expect(marketEvents('BTC', table([100, 101, 100, 101, 100, 80, 81]), rule)).toEqual({
      events: [
        {
          externalId: 'BTC 2026-01-06',
          kind: 'market',
          label: 'BTC −20.0 %',
          fromAt: start + 5 * day,
          toAt: start + 6 * day,
          magnitude: -20,
        },
      ],
      wholeFrom: start + 5 * day,
    });
    expect(marketEvents('BTC', table([100, 101]), rule)).toEqual({ events: [], wholeFrom: null });
  });
});
