// Packs a network of phrases for shipping: its vectors as bytes, rows without one left out.
import { type PhraseNet, type VectorRows, vectorSize } from '../learn/phrase-net.ts';
import type { PhraseHeader } from '../scores/phrase-model.ts';

export function packPhrases(net: PhraseNet, rows: VectorRows): { header: PhraseHeader; blocks: readonly Uint8Array[] } {
  const scale = net.vectors.reduce((most, one) => Math.max(most, Math.abs(one)), 1e-6) / 127;
  const rowCount = net.vectors.length / vectorSize;
  const kept = new Uint8Array(rowCount >> 3);
  const bytes: number[] = [];
  for (let row = 0; row < rowCount; row += 1) {
    const vector = Array.from(net.vectors.subarray(row * vectorSize, (row + 1) * vectorSize), (value) => Math.round(value / scale));
    if (vector.every((value) => value === 0)) continue;
    kept[row >> 3] = (kept[row >> 3] ?? 0) | (1 << (row & 7));
    for (const value of vector) bytes.push(value);
  }
  const weights = Float32Array.of(...net.filters, ...net.offsets, ...net.heads);
  return {
    header: { ...rows, scale },
    blocks: [kept, new Uint8Array(Int8Array.from(bytes).buffer), new Uint8Array(weights.buffer)],
  };
}
