// Records that were merged into others: a survivor waits since the earliest message of them all.
import type { Instant } from '../model/instant.ts';
import { type DerivedRows, deriveRows, type Undetermined } from './derived-rows.ts';
import { groupBy } from './group-by.ts';
import type { FactSettings } from './page.ts';

export type Draft = Omit<Undetermined, 'mergedFirstAt'>;

/**
 * Derives the rows of all drafts of one source, merged records before their survivors. `storedFirst` gives the earliest
 * arrival among records that are merged into a draft without being drafts themselves.
 */
export function deriveDrafts(drafts: readonly Draft[], storedFirst: ReadonlyMap<string, Instant>, settings: FactSettings): DerivedRows[] {
  const merged = groupBy(drafts, ({ conversation }) => conversation.mergedInto);
  const done = new Map<Draft, DerivedRows>();
  const open = new Set<Draft>();

  const derive = (draft: Draft): DerivedRows | null => {
    const known = done.get(draft);
    if (known !== undefined) return known;
    // Two records that name each other as survivor: each keeps its own beginning.
    if (open.has(draft)) return null;
    open.add(draft);
    const { externalId } = draft.conversation;
    const arrivals = (merged.get(externalId) ?? []).map((one) => derive(one)?.conversation.arrivedAt ?? null);
    const rows = deriveRows({ ...draft, mergedFirstAt: earliest([...arrivals, storedFirst.get(externalId) ?? null]) }, settings);
    open.delete(draft);
    done.set(draft, rows);
    return rows;
  };

  return drafts.flatMap((draft) => derive(draft) ?? []);
}

function earliest(instants: readonly (Instant | null)[]): Instant | null {
  const known = instants.filter((instant) => instant !== null);
  return known.length === 0 ? null : known.reduce((a, b) => Math.min(a, b));
}
