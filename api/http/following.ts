// Following the store: when its change number moved, the columns take over what changed.
import type { Logger } from 'pino';
import type { Db } from '#db/open.ts';
import { readChangeState } from '#db/store/columns.ts';
import type { Hold } from './hold.ts';
import { type Repeating, repeat } from './repeating.ts';
import type { WaitingEngine } from './waiting-engine.ts';

type Parts = {
  readonly db: Db;
  readonly engine: Pick<WaitingEngine, 'refresh' | 'reopen'>;
  readonly hold: Hold;
  readonly log: Logger;
  readonly everyMs?: number;
};

/** So many failures in a row, and the engine is opened anew: its thread may have died. */
const patience = 3;

/** Looks every two seconds, which costs one row; refreshes only where something moved and no export holds the columns. */
export function followStore({ db, engine, hold, log, everyMs = 2_000 }: Parts): Repeating {
  let seen = '';
  let failures = 0;
  const look = async () => {
    const { change, epoch } = await readChangeState(db);
    const now = `${epoch}/${change}`;
    if (now === seen || hold.isTaken()) return;
    if (failures > 0 && failures % patience === 0) await engine.reopen();
    else await engine.refresh();
    seen = now;
    failures = 0;
  };
  return repeat(look, everyMs, (error) => {
    failures += 1;
    // Said when it begins and now and then: every two seconds would bury everything else.
    if (failures === 1 || failures % 30 === 0) log.error({ err: error, failures }, 'the columns could not follow the store');
  });
}
