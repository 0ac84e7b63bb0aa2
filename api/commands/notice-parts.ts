// What the commands about notices work with: the store, its columns in this process, and a keeper that writes what changes.
import type { Engine } from '#api/engine/engine.ts';
import type { Instant } from '#db/model/instant.ts';
import type { Db } from '#db/open.ts';
import { type NoticeKeeper, openNoticeKeeper } from '../http/notice-keeper.ts';
import { type CommandContext, withStore } from './context.ts';

export type NoticeParts = {
  readonly db: Db;
  readonly engine: Engine;
  readonly clock: () => Instant;
  readonly randomToken: () => string;
  readonly notices: NoticeKeeper;
};

/** Opens the parts, works, and closes them. */
export async function withNotices<T>(context: CommandContext, work: (parts: NoticeParts) => Promise<T>): Promise<T> {
  const { clock, randomToken, location, dataFolder } = context;
  const [{ openEngine }, { columnsFileIn }] = await Promise.all([
    import('#api/engine/engine.ts'),
    import('#api/engine/saved/columns-file.ts'),
  ]);
  return await withStore(context, async (db) => {
    const engine = await openEngine({ location, inProcess: true, keepFile: columnsFileIn(dataFolder), clock });
    try {
      return await work({ db, engine, clock, randomToken, notices: openNoticeKeeper({ db, engine, clock }) });
    } finally {
      await engine.close();
    }
  });
}
