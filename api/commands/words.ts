// Figures as people read them in a terminal: durations, shares, tables.
import { day, hour, minute, second } from '#db/model/instant.ts';
import type { Unit } from '#db/model/metric.ts';

/**
 * A duration in its two largest units; `-` for null.
 * @example spokenDuration(12_000_000) // '3 h 20 min'
 */
export function spokenDuration(ms: number | null | undefined): string {
  if (ms === null || ms === undefined) return '-';
  if (ms < 0) return `-${spokenDuration(-ms)}`;
  if (ms < second) return `${Math.round(ms)} ms`;
  const units = [
    [day, 'd'],
    [hour, 'h'],
    [minute, 'min'],
    [second, 's'],
  ] as const;
  const at = units.findIndex(([length]) => ms >= length);
  const [large, largeName] = units[at] ?? [second, 's'];
  const next = units[at + 1];
  const count = Math.floor(ms / large);
  const rest = next === undefined ? 0 : Math.floor((ms - count * large) / next[0]);
  return rest === 0 || next === undefined ? `${count} ${largeName}` : `${count} ${largeName} ${rest} ${next[1]}`;
}

/** A value in its unit; `-` for no data. */
export function spokenValue(value: number | null | undefined, unit: Unit): string {
  if (value === null || value === undefined) return '-';
  if (unit === 'ms') return spokenDuration(value);
  if (unit === 'share') return `${(value * 100).toFixed(1)} %`;
  return unit === 'count' ? value.toLocaleString('en-US') : value.toFixed(2);
}

/** Columns of a terminal: wide characters (Chinese, full-width, emoji) take two. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    const isWide =
      (code >= 0x1100 && code <= 0x115f) || (code >= 0x2e80 && code <= 0xffdc && !(code >= 0xd7a4 && code <= 0xf8ff)) || code >= 0x1f300;
    width += isWide ? 2 : 1;
  }
  return width;
}

const cell = (text: string, width: number, isNumber: boolean) => {
  const padding = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return isNumber ? padding + text : text + padding;
};

/** A table with a line under its head. Control characters of names are taken out: they could move the cursor. */
export function toTable(head: readonly string[], rows: readonly (readonly (string | number | null)[])[]): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out here.
  const texts = rows.map((row) => row.map((value) => String(value ?? '-').replaceAll(/[\u0000-\u001f\u007f-\u009f]/g, ' ')));
  const isNumber = head.map((_, column) => rows.length > 0 && rows.every((row) => row[column] === null || typeof row[column] === 'number'));
  const widths = head.map((name, column) => Math.max(displayWidth(name), ...texts.map((row) => displayWidth(row[column] ?? ''))));
  const toLine = (row: readonly string[]) =>
    row
      .map((text, column) => cell(text, widths[column] ?? 0, isNumber[column] ?? false))
      .join('  ')
      .trimEnd();
  return [toLine(head), widths.map((width) => '-'.repeat(width)).join('  '), ...texts.map(toLine), ''].join('\n');
}
