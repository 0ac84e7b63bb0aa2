// Counts, shares and intervals in the reader's language; `-` where there is no figure, never 0.

const none = '-';
/** Narrow no-break space, between a number and its percent sign in languages that part them. */
const thin = '\u202f';

export type NumberStyle = { readonly locale: string; readonly percentGap: boolean };

const isFigure = (value: number | null | undefined): value is number => value !== null && value !== undefined && Number.isFinite(value);

/** `12,345`; `-` for null. */
export function formatCount(value: number | null | undefined, style: NumberStyle, digits = 0): string {
  if (!isFigure(value)) return none;
  return value.toLocaleString(style.locale, { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/** Digits after the point that a share of `n` items deserves: none under 100, one from there on. */
export function shareDigits(n: number | null | undefined): 0 | 1 {
  return isFigure(n) && n >= 100 ? 1 : 0;
}

/** A share from 0 to 1 as percent. Never rounds up to 100 or down to 0 what is not quite there: 0.9996 stays `99.9 %`. */
export function formatShare(value: number | null | undefined, style: NumberStyle, digits: 0 | 1 = 1): string {
  if (!isFigure(value)) return none;
  return `${percentNumber(value, style, digits)}${percentSign(style)}`;
}

/** `90.4-92.0 %` with an en dash; an open end is printed as `-`; `-` where there is no interval. */
export function formatShareInterval(
  interval: readonly [number | null, number | null] | null | undefined,
  style: NumberStyle,
  digits: 0 | 1 = 1,
): string {
  if (!interval || (!isFigure(interval[0]) && !isFigure(interval[1]))) return none;
  const [low, high] = interval.map((end) => (isFigure(end) ? percentNumber(end, style, digits) : none));
  return `${low}–${high}${percentSign(style)}`;
}

/** A difference of shares in percentage points with its sign: `+1.2`, `−0.4`; `-` for null. */
export function formatPoints(difference: number | null | undefined, style: NumberStyle): string {
  if (!isFigure(difference)) return none;
  return signed(Math.round(difference * 1000) / 10, style, 1);
}

/** A number with its sign, U+2212 for minus; zero has none. */
export function signed(value: number, style: NumberStyle, digits = 0): string {
  const text = formatCount(Math.abs(value), style, digits);
  const isZero = Number(Math.abs(value).toFixed(digits)) === 0;
  if (isZero) return text;
  return value > 0 ? `+${text}` : `\u2212${text}`;
}

function percentSign(style: NumberStyle): string {
  return style.percentGap ? `${thin}%` : '%';
}

function percentNumber(value: number, style: NumberStyle, digits: 0 | 1): string {
  const step = 10 ** digits;
  let shown = Math.round(value * 100 * step) / step;
  if (shown >= 100 && value < 1) shown = 100 - 1 / step;
  if (shown <= 0 && value > 0) shown = 1 / step;
  return formatCount(shown, style, Number.isInteger(shown) && (shown === 0 || shown === 100) ? 0 : digits);
}
