// The two ways in which a conversation has no sentiment, as shares of those in which the customer wrote words.
import type { Figure } from '../api/shapes.ts';

/** `unscored`: in a language that is not supported, or never scored. Null of nothing. */
export function untoldShares({ n, parts }: Pick<Figure, 'n' | 'parts'>): {
  readonly abstained: number | null;
  readonly unscored: number | null;
} {
  if (n === 0) return { abstained: null, unscored: null };
  const share = (...names: readonly string[]) => names.reduce((sum, name) => sum + (parts?.[name] ?? 0), 0) / n;
  return { abstained: share('abstained'), unscored: share('unsupported', 'unscored') };
}
