// Transactions on both databases: all or nothing, one writer at a time, readers that never see half.
import { asc, eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { openQueue } from '#db/dialect/queue.ts';
import { inSnapshot, inTransaction } from '#db/dialect/transaction.ts';
import { type Db, openDb } from '#db/open.ts';
import { describeStores } from '#test/support/stores.ts';

const add = async (db: Db, id: string) => {
  await db.query.insert(db.tables.calendar).values({ id, label: id });
};
const all = async (db: Db) => (await db.query.select().from(db.tables.calendar).orderBy(asc(db.tables.calendar.id))).map(({ id }) => id);
const turn = async () => await new Promise<void>((resolve) => setImmediate(resolve));

await describeStores('transactions', ({ openStore }) => {
  it('keep all writes, and give back what the work gave', async () => {
    const db = await openStore();
    const given = await inTransaction(db, async (tx) => {
      await add(tx, 'a');
      await add(tx, 'b');
      return 42;
    });
    expect([given, await all(db)]).toEqual([42, ['a', 'b']]);
  });

  it('keep nothing where the work throws, and pass the error on', async () => {
    const db = await openStore();
    const failed = inTransaction(db, async (tx) => {
      await add(tx, 'a');
      throw new TypeError('the work failed');
    });
    await expect(failed).rejects.toThrow(new TypeError('the work failed'));
    await inTransaction(db, async (tx) => await add(tx, 'b'));
    expect(await all(db)).toEqual(['b']);
  });

  it('keep nothing where a statement fails, and never show its values', async () => {
    const db = await openStore();
    await add(db, 'taken');
    const failed = inTransaction(db, async (tx) => {
      await add(tx, 'a');
      await tx.query.insert(tx.tables.calendar).values({ id: 'taken', label: 'a secret that a customer wrote' });
    });
    const error = await failed.catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ name: 'AppError', code: 'internal' });
    expect(JSON.stringify([String(error), error instanceof Error ? [error.stack, error.cause] : null])).not.toMatch(/secret|taken/);
    expect(await all(db)).toEqual(['taken']);
  });

  it('join the one around them, whichever handle is at hand', async () => {
    const db = await openStore();
    const failed = inTransaction(db, async (tx) => {
      await inTransaction(tx, async (inner) => await add(inner, 'by the inner handle'));
      await inTransaction(db, async (inner) => await add(inner, 'by the outer handle'));
      // Without joining, this write would wait for the transaction that waits for it.
      await add(db, 'by no transaction of its own');
      expect(await all(db)).toEqual(['by no transaction of its own', 'by the inner handle', 'by the outer handle']);
      throw new Error('undo all three');
    });
    await expect(failed).rejects.toThrow('undo all three');
    expect(await all(db)).toEqual([]);
  });

  it('are over when they are over: what was left running writes on its own', async () => {
    const db = await openStore();
    const late: Promise<void>[] = [];
    await inTransaction(db, async (tx) => {
      await add(tx, 'a');
      late.push(
        turn()
          .then(turn)
          .then(async () => await add(db, 'late')),
      );
    });
    await Promise.all(late);
    expect(await all(db)).toEqual(['a', 'late']);
  });

  it('show other readers nothing before the end', async () => {
    const db = await openStore();
    const seen: string[][] = [];
    const step = deferred();
    const reader = step.promise.then(async () => seen.push(await all(db), await inSnapshot(db, all)));
    await inTransaction(db, async (tx) => {
      await add(tx, 'a');
      step.resolve();
      await reader;
    });
    expect([seen, await all(db)]).toEqual([[[], []], ['a']]);
  });

  it('run one after the other, also when many come at once', async () => {
    const db = await openStore();
    const { calendar } = db.tables;
    await add(db, 'counter');
    const count = async () =>
      await inTransaction(db, async (tx) => {
        await tx.query.update(calendar).set({ id: 'counter' }).where(eq(calendar.id, 'counter'));
        const [row] = await tx.query.select({ label: calendar.label }).from(calendar).where(eq(calendar.id, 'counter'));
        await turn();
        await tx.query
          .update(calendar)
          .set({ label: `${row?.label}+` })
          .where(eq(calendar.id, 'counter'));
      });
    await Promise.all(Array.from({ length: 20 }, count));
    const [row] = await db.query.select({ label: calendar.label }).from(calendar);
    expect(row?.label).toBe(`counter${'+'.repeat(20)}`);
  });

  it('wait for a writer with a connection of its own', async () => {
    const db = await openStore();
    const other = await openDb(db.location);
    const order: string[] = [];
    const step = deferred();
    const first = inTransaction(db, async (tx) => {
      await add(tx, 'same');
      step.resolve();
      for (let index = 0; index < 20; index += 1) await turn();
      order.push('first');
    });
    await step.promise;
    const second = inTransaction(other, async (tx) => {
      await tx.query.insert(tx.tables.calendar).values({ id: 'same', label: 'x' }).onConflictDoNothing();
      order.push('second');
    });
    await Promise.all([first, second]);
    await other.close();
    expect(order).toEqual(['first', 'second']);
  });

  it('that only read see one state, whatever is written meanwhile', async () => {
    const db = await openStore();
    await add(db, 'a');
    const seen = await inSnapshot(db, async (tx) => {
      const before = await all(tx);
      await add(db, 'b');
      return [before, await all(tx), await inSnapshot(tx, all)];
    });
    expect([seen, await all(db)]).toEqual([
      [['a'], ['a'], ['a']],
      ['a', 'b'],
    ]);
  });

  it('that only read refuse to write', async () => {
    const db = await openStore();
    await expect(inSnapshot(db, async (tx) => await inTransaction(tx, async () => 1))).rejects.toMatchObject({ code: 'internal' });
    await expect(inSnapshot(db, async (tx) => await add(tx, 'a'))).rejects.toThrow();
    expect(await all(db)).toEqual([]);
  });
});

/** Promise.withResolvers is not in Node 20. */
function deferred() {
  const made: { resolve: () => void } = { resolve: () => undefined };
  const promise = new Promise<void>((resolve) => {
    made.resolve = resolve;
  });
  return { promise, resolve: () => made.resolve() };
}

describe('a queue', () => {
  it('goes on after a task that failed, in order', async () => {
    const queue = openQueue();
    const done: number[] = [];
    const tasks = [1, 2, 3].map((number) =>
      queue(async () => {
        await turn();
        done.push(number);
        if (number === 2) throw new Error('two failed');
        return number;
      }),
    );
    const ends = await Promise.allSettled(tasks);
    expect([done, ends.map(({ status }) => status)]).toEqual([
      [1, 2, 3],
      ['fulfilled', 'rejected', 'fulfilled'],
    ]);
  });
});
