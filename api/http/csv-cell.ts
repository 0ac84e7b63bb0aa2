// CSV cells by RFC 4180 that no spreadsheet takes for a formula.

/** `= + - @`, TAB and CR begin a formula in a spreadsheet; their full-width twins do in some locales. LF can hide one on the next line. */
const formulaStart = /^[\s\u00a0\u3000\ufeff]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;

/**
 * One cell. Numbers stay numbers, null is empty, texts that could run as a formula get an apostrophe in front.
 * @example toCsvCell('=1+1') // "'=1+1"
 */
export function toCsvCell(value: string | number | boolean | null): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = formulaStart.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) || /^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One record with its line end, CRLF as the standard says. */
export function toCsvLine(values: readonly (string | number | boolean | null)[]): string {
  return `${values.map(toCsvCell).join(',')}\r\n`;
}
