// Finds the issue that a message belongs to, by what the machine found and by what people taught.
import type { Issue } from '#db/model/issue.ts';
import { isTaughtCentre, likenessTo, unpackCentre } from './centres.ts';
import { leastLikeness } from './group-messages.ts';
import type { Point } from './message-space.ts';
import { type CentreIndex, indexCentres } from './nearest-centre.ts';

export type Placement = { readonly issueId: string; readonly score: number };
export type Placer = { readonly place: (point: Point) => Placement | null };

type Taught = Pick<Issue, 'id' | 'centres' | 'repelled'>;
type Owned = { readonly index: CentreIndex; readonly owners: readonly string[] };

/**
 * What one message that people moved teaches reaches as far as this, and no further: messages of one problem are often as
 * much as 0.8 alike, and one wrong move must not draw a whole issue after it.
 */
const taughtLikeness = 0.85;

export function openPlacer(issues: readonly Taught[], size: number): Placer {
  const all = issues.flatMap(({ id, centres }) => centres.map((packed) => ({ id, centre: unpackCentre(packed, size) })));
  const isTaught = ({ centre }: (typeof all)[number]) => isTaughtCentre(centre);
  const owned = (some: typeof all): Owned => ({
    index: indexCentres(
      some.map(({ centre }) => centre),
      size,
    ),
    owners: some.map(({ id }) => id),
  });
  const found = owned(all.filter((one) => !isTaught(one)));
  const taught = owned(all.filter(isTaught));
  const repelled = new Map(issues.map(({ id, repelled: out }) => [id, out.map((packed) => unpackCentre(packed, size))]));
  const refuses = (issueId: string, point: Point) =>
    (repelled.get(issueId) ?? []).some((centre) => likenessTo(point, centre) >= taughtLikeness);
  return {
    place: (point) => {
      const lesson = taught.index.nearest(point, taughtLikeness);
      if (lesson !== null) return { issueId: taught.owners[lesson.index] ?? '', score: lesson.likeness };
      const refused = new Set<string>();
      for (;;) {
        const nearest = found.index.nearest(point, leastLikeness, (at) => refused.has(found.owners[at] ?? ''));
        if (nearest === null) return null;
        const issueId = found.owners[nearest.index] ?? '';
        // What people took out of an issue keeps its like out too.
        if (!refuses(issueId, point)) return { issueId, score: nearest.likeness };
        refused.add(issueId);
      }
    },
  };
}
