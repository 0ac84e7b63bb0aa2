// The baseline of grouping: k-means (k-means++ start) on latent semantics of TF-IDF words, told the right number of groups.
import { readTokens } from '../taxonomy/tokens.ts';

const mostWords = 4096;
const size = 100;
const iterations = 4;
const rounds = 30;

type Row = { readonly columns: readonly number[]; readonly values: readonly number[] };

function tfIdf(texts: readonly string[]): { rows: Row[]; width: number } {
  const bags = texts.map((text) => {
    const bag = new Map<string, number>();
    for (const { word } of readTokens(text)) bag.set(word, (bag.get(word) ?? 0) + 1);
    return bag;
  });
  const counts = new Map<string, number>();
  for (const bag of bags) for (const word of bag.keys()) counts.set(word, (counts.get(word) ?? 0) + 1);
  const known = [...counts]
    .filter(([, n]) => n > 1)
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, mostWords);
  const columns = new Map(known.map(([word, n], column) => [word, { column, idf: Math.log((1 + texts.length) / (1 + n)) + 1 }]));
  const rows = bags.map((bag) => {
    const entries = [...bag].flatMap(([word, n]) => {
      const entry = columns.get(word);
      return entry === undefined ? [] : [{ column: entry.column, value: n * entry.idf }];
    });
    const norm = Math.sqrt(entries.reduce((sum, { value }) => sum + value * value, 0)) || 1;
    return { columns: entries.map(({ column }) => column), values: entries.map(({ value }) => value / norm) };
  });
  return { rows, width: columns.size };
}

function orthonormal(table: Float64Array[]): void {
  table.forEach((vector, at) => {
    for (const before of table.slice(0, at)) {
      const dot = vector.reduce((sum, value, d) => sum + value * (before[d] ?? 0), 0);
      for (let d = 0; d < vector.length; d += 1) vector[d] = (vector[d] ?? 0) - dot * (before[d] ?? 0);
    }
    const norm = Math.sqrt(vector.reduce((sum, value) => sum + value * value, 0)) || 1;
    for (let d = 0; d < vector.length; d += 1) vector[d] = (vector[d] ?? 0) / norm;
  });
}

function latent({ rows, width }: { rows: readonly Row[]; width: number }, random: () => number): Float64Array[] {
  const wanted = Math.min(size, width, rows.length);
  let table = Array.from({ length: wanted }, () => Float64Array.from({ length: width }, () => random() - 0.5));
  orthonormal(table);
  const dot = ({ columns, values }: Row, vector: Float64Array) =>
    columns.reduce((sum, column, at) => sum + (values[at] ?? 0) * (vector[column] ?? 0), 0);
  for (let turn = 0; turn < iterations; turn += 1) {
    const next = table.map((vector) => {
      const sum = new Float64Array(width);
      for (const row of rows) {
        const along = dot(row, vector);
        row.columns.forEach((column, at) => {
          sum[column] = (sum[column] ?? 0) + along * (row.values[at] ?? 0);
        });
      }
      return sum;
    });
    orthonormal(next);
    table = next;
  }
  return rows.map((row) => {
    const point = Float64Array.from(table, (vector) => dot(row, vector));
    const norm = Math.sqrt(point.reduce((sum, value) => sum + value * value, 0)) || 1;
    return point.map((value) => value / norm);
  });
}

const far = (a: Float64Array, b: Float64Array): number => a.reduce((sum, value, d) => sum + (value - (b[d] ?? 0)) ** 2, 0);

function startCentres(points: readonly Float64Array[], k: number, random: () => number): Float64Array[] {
  const first = points[Math.floor(random() * points.length)];
  const centres = first === undefined ? [] : [first.slice()];
  const least = points.map((point) => (first === undefined ? 0 : far(point, first)));
  while (centres.length < Math.min(k, points.length)) {
    let left = random() * least.reduce((sum, value) => sum + value, 0);
    const at = least.findIndex((value) => {
      left -= value;
      return left <= 0;
    });
    const next = (points[at] ?? points[0] ?? new Float64Array(0)).slice();
    centres.push(next);
    points.forEach((point, index) => {
      least[index] = Math.min(least[index] ?? 0, far(point, next));
    });
  }
  return centres;
}

/** The group of each text, of `k`. */
export function latentKMeans(texts: readonly string[], k: number, random: () => number): Int32Array {
  const points = latent(tfIdf(texts), random);
  const centres = startCentres(points, k, random);
  const groups = new Int32Array(points.length);
  for (let round = 0; round < rounds; round += 1) {
    points.forEach((point, index) => {
      let most = Number.POSITIVE_INFINITY;
      centres.forEach((centre, group) => {
        const distance = far(point, centre);
        if (distance < most) [most, groups[index]] = [distance, group];
      });
    });
    const counts = new Float64Array(centres.length);
    for (const centre of centres) centre.fill(0);
    points.forEach((point, index) => {
      const group = groups[index] ?? 0;
      const centre = centres[group];
      counts[group] = (counts[group] ?? 0) + 1;
      for (let d = 0; d < point.length; d += 1) if (centre !== undefined) centre[d] = (centre[d] ?? 0) + (point[d] ?? 0);
    });
    centres.forEach((centre, group) => {
      for (let d = 0; d < centre.length; d += 1) centre[d] = (centre[d] ?? 0) / Math.max(1, counts[group] ?? 0);
    });
  }
  return groups;
}
