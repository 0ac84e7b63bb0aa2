// The shifts of a range, read page by page, so that nothing else has to wait for it.
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { InstantRange } from '#db/model/metric.ts';
import type { Reply } from '#db/model/staffing.ts';
import type { Db } from '#db/open.ts';
import { readReplies } from '#db/store/replies.ts';
import { type Shift, shiftsOf } from './shifts.ts';

const pageSize = 400;

/** All shifts of which any reply lies in the range. Between two pages whoever else wants the thread gets it. */
export async function readShifts(db: Db, range: InstantRange): Promise<Shift[]> {
  const replies: Reply[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const page: { readonly replies: readonly Reply[]; readonly last: number | null } = await readReplies(db, range, {
      after,
      limit: pageSize,
    });
    for (const reply of page.replies) replies.push(reply);
    after = page.last;
    await nextTurn();
  }
  return shiftsOf(replies);
}
