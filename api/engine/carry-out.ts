// One request carried out by the desk, in whichever thread it stands.
import type { Desk } from './desk.ts';
import type { Result, Wanted } from './protocol.ts';
import type { StopCheck } from './scan.ts';

/** Carries out a request; `checkStop` is called at every block of a scan and throws where the request is to end. */
export async function carryOut(desk: Desk, wanted: Wanted, checkStop: StopCheck): Promise<Result> {
  switch (wanted.want) {
    case 'ask':
      return desk.ask(wanted.plan, checkStop);
    case 'rows':
      return desk.rows(wanted.plan, wanted.page, checkStop);
    case 'satisfaction':
      return desk.satisfaction(wanted.plan, checkStop);
    case 'disagreements':
      return desk.disagreements(wanted.plan, wanted.side, wanted.page, checkStop);
    case 'values':
      return desk.values();
    case 'freshness':
      return desk.freshness(wanted.asOf);
    case 'refresh':
      return await desk.refresh(wanted.asOf);
    case 'notices':
      return desk.notices(wanted.question);
    case 'close':
      await desk.close();
      return null;
    default:
      return wanted satisfies never;
  }
}
