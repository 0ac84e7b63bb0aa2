// Groups messages by likeness without being told how many groups there are: all at once where they are few, by samples where they are many.
import { type Centre, centreOf } from './centres.ts';
import { likenessesOf } from './likenesses.ts';
import { averageLinkage, cutTree } from './linkage.ts';
import type { Point } from './message-space.ts';
import { indexCentres } from './nearest-centre.ts';

/** Average likeness from which messages belong together; the model card of `issues` tells what it was chosen with. */
export const leastLikeness = 0.29;

export type GroupingOptions = {
  readonly leastLikeness: number;
  /** So many are compared each with each. */
  readonly sample: number;
  readonly random: () => number;
};

const mostRounds = 4;

/** The group of each message, numbered from 0; messages without a point are groups of their own. Deterministic for one source of chance. */
export function groupMessages(points: readonly (Point | null)[], { leastLikeness: least, sample, random }: GroupingOptions): Int32Array {
  const groups = new Int32Array(points.length).fill(-1);
  const centres: Centre[] = [];
  let open = points.flatMap((point, index) => (point === null ? [] : [index]));
  for (let round = 0; open.length > 0 && round < mostRounds; round += 1) {
    const isLast = open.length <= sample || round === mostRounds - 1;
    const picked = open.length <= sample ? open : pick(open, sample, random);
    const found = groupSample(points, picked, least);
    const kept = isLast && open.length <= sample ? found : found.filter((group) => group.length > 1);
    const first = centres.length;
    for (const group of kept) {
      for (const index of group) groups[index] = centres.length;
      centres.push(centreOf(group.flatMap((index) => points[index] ?? [])));
    }
    open = joinNearest(points, open, { groups, centres: centres.slice(first), first, least });
  }
  return numbered(groups);
}

function pick(open: readonly number[], n: number, random: () => number): number[] {
  const pool = [...open];
  for (let at = 0; at < n; at += 1) {
    const other = at + Math.floor(random() * (pool.length - at));
    const [a, b] = [pool[at], pool[other]];
    if (a !== undefined && b !== undefined) [pool[at], pool[other]] = [b, a];
  }
  return pool.slice(0, n).sort((a, b) => a - b);
}

/** Groups of a sample, each with each compared. */
function groupSample(points: readonly (Point | null)[], picked: readonly number[], least: number): number[][] {
  const sampled = picked.flatMap((index) => points[index] ?? []);
  const n = sampled.length;
  const groups: number[][] = [];
  cutTree(n, averageLinkage(likenessesOf(sampled), n), least).forEach((group, at) => {
    const members = groups[group] ?? [];
    members.push(picked[at] ?? 0);
    groups[group] = members;
  });
  return groups;
}

type Joining = { readonly groups: Int32Array; readonly centres: readonly Centre[]; readonly first: number; readonly least: number };

/** Puts what is like a centre into its group; gives the rest. */
function joinNearest(points: readonly (Point | null)[], open: readonly number[], { groups, centres, first, least }: Joining): number[] {
  const rest = open.filter((index) => groups[index] === -1);
  const size = points[open[0] ?? 0]?.learned.length ?? 0;
  const index = indexCentres(centres, size);
  return rest.filter((message) => {
    const point = points[message];
    const nearest = point === null || point === undefined ? null : index.nearest(point, least);
    if (nearest === null) return true;
    groups[message] = first + nearest.index;
    return false;
  });
}

/** Groups numbered in the order of their first messages; what is in none gets one of its own. */
function numbered(groups: Int32Array): Int32Array {
  const numbers = new Map<number, number>();
  let next = 0;
  return groups.map((group) => {
    const known = group === -1 ? undefined : numbers.get(group);
    if (known !== undefined) return known;
    if (group !== -1) numbers.set(group, next);
    next += 1;
    return next - 1;
  });
}
