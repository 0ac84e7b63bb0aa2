// Centres of groups: the mean of their points, how alike a message is to it, and how it is kept.
import { AppError } from '#db/model/errors.ts';
import { conceptCount } from './concepts.ts';
import type { Point } from './message-space.ts';

/** A mean of points, not brought to length 1: its product with a point is the point's average likeness to them. */
export type Centre = Float32Array;

/** How alike two messages are, -1 to 1. */
export function likenessOf(a: Point, b: Point): number {
  let sum = 0;
  for (let d = 0; d < a.learned.length; d += 1) sum += (a.learned[d] ?? 0) * (b.learned[d] ?? 0);
  let at = 0;
  for (let own = 0; own < a.concepts.length; own += 1) {
    const concept = a.concepts[own] ?? 0;
    while (at < b.concepts.length && (b.concepts[at] ?? 0) < concept) at += 1;
    if (at < b.concepts.length && b.concepts[at] === concept) sum += (a.weights[own] ?? 0) * (b.weights[at] ?? 0);
  }
  return sum;
}

export function centreOf(points: readonly Point[]): Centre {
  const size = points[0]?.learned.length ?? 0;
  const sum = new Float32Array(size + conceptCount);
  for (const { learned, concepts, weights } of points) {
    for (let d = 0; d < size; d += 1) sum[d] = (sum[d] ?? 0) + (learned[d] ?? 0);
    for (let at = 0; at < concepts.length; at += 1) {
      const column = size + (concepts[at] ?? 0);
      sum[column] = (sum[column] ?? 0) + (weights[at] ?? 0);
    }
  }
  return sum.map((value) => value / Math.max(1, points.length));
}

/** Average likeness of a message to what a centre stands for. */
export function likenessTo(point: Point, centre: Centre): number {
  const size = point.learned.length;
  let sum = 0;
  for (let d = 0; d < size; d += 1) sum += (point.learned[d] ?? 0) * (centre[d] ?? 0);
  for (let at = 0; at < point.concepts.length; at += 1) sum += (point.weights[at] ?? 0) * (centre[size + (point.concepts[at] ?? 0)] ?? 0);
  return sum;
}

const steps = 127;

/** A centre as text: its largest number, then bytes. */
export function packCentre(centre: Centre): string {
  const most = centre.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0) || 1;
  const bytes = Buffer.alloc(4 + centre.length);
  bytes.writeFloatLE(most, 0);
  centre.forEach((value, at) => {
    bytes.writeInt8(Math.round((value / most) * steps), 4 + at);
  });
  return bytes.toString('base64');
}

/** Throws `internal` for what is no centre of this space. */
export function unpackCentre(packed: string, size: number): Centre {
  const bytes = Buffer.from(packed, 'base64');
  if (bytes.length !== 4 + size + conceptCount)
    throw new AppError('internal', 'an issue has a centre of another version; run `huiyin issues regroup`');
  const most = bytes.readFloatLE(0);
  return Float32Array.from({ length: size + conceptCount }, (_, at) => (bytes.readInt8(4 + at) / steps) * most);
}

/** Of what people taught an issue, so much is kept, the newest. */
export const mostTaught = 40;

/** The mean of several messages is shorter than 1. */
const single = 0.97;

const lengthOf = (centre: Centre): number => Math.sqrt(centre.reduce((sum, value) => sum + value * value, 0));

/** Whether a centre is one message, which a person moved, and not the mean of several. */
export const isTaughtCentre = (centre: Centre): boolean => lengthOf(centre) > single;

/** The same of a packed centre, of whatever space it is. */
export function isTaughtPacked(packed: string): boolean {
  const bytes = Buffer.from(packed, 'base64');
  return isTaughtCentre(unpackCentre(packed, bytes.length - 4 - conceptCount));
}
