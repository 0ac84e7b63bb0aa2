// What is done to any stand-in that keeps its conversations in a list: the first is edited, the second goes, the third is spoilt and mended.
import type { Upstream } from '#test/support/virtual-http.ts';
import type { Vendor } from '../vendor.ts';

/** What the stand-in of a vendor has to have: flags on its rows that it answers by. */
export type DeskRow = { isGone?: boolean; isSpoiled?: boolean };

export type Desk<Row extends DeskRow> = {
  readonly upstream: Upstream;
  readonly rows: readonly Row[];
  /** One more row, older than all that happens later. */
  readonly open: () => Row;
  /** The same as the last thing that happened at the vendor. */
  readonly add: () => Row;
  readonly idOf: (row: Row) => string;
  readonly say: (row: Row, text: string) => void;
  /** Where a row does more than carry a flag. */
  readonly erase?: (row: Row) => void;
  /** Something happened to the row just now. */
  readonly touch: (row: Row) => void;
};

export function deskVendor<Row extends DeskRow>(desk: Desk<Row>): Vendor {
  const { upstream, rows, idOf, touch } = desk;
  const at = (index: number): Row => rows[index] ?? desk.open();
  return {
    upstream,
    ids: () => rows.filter(({ isSpoiled }) => isSpoiled !== true).map(idOf),
    edit: () => {
      const text = 'Where is it? It has been three days.';
      desk.say(at(0), text);
      touch(at(0));
      return { externalId: idOf(at(0)), text };
    },
    remove: () => {
      if (desk.erase === undefined) at(1).isGone = true;
      else desk.erase(at(1));
      return idOf(at(1));
    },
    spoil: () => {
      at(2).isSpoiled = true;
      return idOf(at(2));
    },
    mend: () => {
      at(2).isSpoiled = false;
      touch(at(2));
    },
    add: () => idOf(desk.add()),
  };
}
