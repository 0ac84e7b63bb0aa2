// An alpha in words: two digits, its interval behind it where there is one.
import type { Format } from '../format/format.ts';

type Alpha = { readonly alpha: number | null; readonly interval: readonly [number, number] | null };

/** `0.82`, or `-` where nothing can be compared. */
export function plainAlpha(format: Pick<Format, 'locale'>, alpha: number | null): string {
  if (alpha === null) return '-';
  return new Intl.NumberFormat(format.locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(alpha).replace('-', '\u2212');
}

/** `0.82 (0.76–0.88)`. */
export function alphaText(format: Pick<Format, 'locale'>, { alpha, interval }: Alpha): string {
  const found = plainAlpha(format, alpha);
  return interval === null ? found : `${found} (${plainAlpha(format, interval[0])}–${plainAlpha(format, interval[1])})`;
}
