// Both databases behave alike: random commands, the same answers, the same order, the same content.

import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { Db } from '#db/open.ts';
import { commands, compare, queries } from '#test/support/both-databases.ts';
import { storeKinds } from '#test/support/stores.ts';

const [sqlite, postgres] = await storeKinds();
if (sqlite === undefined || postgres === undefined) throw new Error('two databases are to be compared');

describe.skipIf(postgres.missing !== null)(
  `SQLite and PostgreSQL${postgres.missing === null ? '' : ` (skipped: ${postgres.missing})`}`,
  () => {
    afterAll(async () => {
      await sqlite.cleanUp();
      await postgres.cleanUp();
    });

    it('answer random commands alike, and as the model says', { timeout: 120_000 }, async () => {
      const pair = [await sqlite.openStore(), await postgres.openStore()] as const;
      await fc.assert(
        fc.asyncProperty(commands, queries, async (given, asked) => {
          await compare(...pair, given, asked);
        }),
        { numRuns: 25 },
      );
    });

    it('would not sort alike without the collation of our columns (the control)', async () => {
      const names = async (db: Db, order: string) => {
        const rows = await db.query
          .select({ name: sql<string>`name` })
          .from(sql`(select 'a' as name union all select 'B' union all select 'Ä' union all select 'b') as names`)
          .orderBy(sql.raw(order));
        return rows.map(({ name }) => name).join('');
      };
      const [a, b] = [await sqlite.openStore(), await postgres.openStore()];
      expect([await names(a, 'name'), await names(b, 'name collate "C"')]).toEqual(['BabÄ', 'BabÄ']);
      // A server of the system may have been built without languages; then there is nothing to show.
      expect(['aÄbB', 'BabÄ']).toContain(await names(b, 'name'));
    });
  },
);
