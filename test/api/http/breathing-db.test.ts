// A breathing store lets timers and requests run between the transactions of long work; the plain one does not.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { breathingDb } from '#api/http/breathing-db.ts';
import { inTransaction } from '#db/dialect/transaction.ts';
import type { Db } from '#db/open.ts';
import { openTestApp, type TestApp } from '#test/support/app.ts';

let house: TestApp;
beforeEach(async () => {
  house = await openTestApp();
});
afterEach(() => house.close());

/** How often anything else had its turn while ten transactions followed each other. */
async function turns(db: Db): Promise<number> {
  let count = 0;
  const timer = setInterval(() => {
    count += 1;
  }, 0);
  for (let round = 0; round < 10; round += 1) {
    await inTransaction(db, async (tx) => {
      await tx.query.select().from(tx.tables.source);
      // Two milliseconds of work, so that the timer is due.
      for (const end = performance.now() + 2; performance.now() < end; );
    });
  }
  clearInterval(timer);
  return count;
}

describe('a breathing store', () => {
  it('gives others a turn before each transaction', async () => {
    expect(await turns(breathingDb(house.db))).toBeGreaterThanOrEqual(8);
  });

  it('is needed: the plain one gives none', async () => {
    expect(await turns(house.db)).toBeLessThanOrEqual(1);
  });
});
