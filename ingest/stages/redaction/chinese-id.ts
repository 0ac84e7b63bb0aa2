// Chinese resident identity numbers: region, date of birth and check character.
import { contexts } from './context.ts';
import { type Detector, isNear, isPreceded, type Span } from './detector.ts';
import type { TextView } from './text-view.ts';
import { trait } from './traits.ts';

// The first two digits of the 34 provinces (GB/T 2260), with 83 for Taiwan residents.
const provinces: ReadonlySet<string> = new Set(
  '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' '),
);
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checks = '10X98765432';

function isDate(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false;
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return day <= ([31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0);
}

/** True for 18 characters with a known province, a date of birth since 1900 and the right check character. */
export function isChineseId(text: string): boolean {
  if (!/^\d{17}[\dXx]$/.test(text) || !provinces.has(text.slice(0, 2))) return false;
  const year = Number(text.slice(6, 10));
  if (year < 1900 || year > 2099 || !isDate(year, Number(text.slice(10, 12)), Number(text.slice(12, 14)))) return false;
  const sum = weights.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return checks[sum % 11] === text[17]?.toUpperCase();
}

function isOldId(text: string): boolean {
  return provinces.has(text.slice(0, 2)) && isDate(1900 + Number(text.slice(6, 8)), Number(text.slice(8, 10)), Number(text.slice(10, 12)));
}

const modern = /(?<![A-Za-z0-9])\d{6}[ -]?\d{4}[ -]?\d{4}[ -]?\d{3}[ -]?[\dXx](?![A-Za-z0-9])/g;
const old = /(?<![A-Za-z0-9.])\d{6}[ -]?\d{6}[ -]?\d{3}(?![A-Za-z0-9])/g;

function find(view: TextView): readonly Span[] {
  if (view.digits < 15) return [];
  const spans: Span[] = [];
  for (const match of view.latin.matchAll(modern)) {
    const compact = match[0].replace(/[ -]/g, '');
    const end = match.index + match[0].length;
    // Someone who names it and mistypes a digit has still given most of it away.
    const isNamed = /^\d{17}[\dXx]$/.test(compact) && isNear(view, match.index, end, 20, contexts.nationalId);
    if (isChineseId(compact) || isNamed) spans.push({ kind: 'NATIONAL_ID', start: match.index, end });
  }
  for (const match of view.latin.matchAll(old)) {
    if (!isOldId(match[0].replace(/[ -]/g, '')) || isPreceded(view, match.index, 20, contexts.order)) continue;
    spans.push({ kind: 'NATIONAL_ID', start: match.index, end: match.index + match[0].length });
  }
  return spans;
}

/** 18 characters by region, date and check; the 15 digits of old cards by region and date, unless they are called an order. */
export const chineseId: Detector = { name: 'chinese-id', needs: trait.manyDigits, find };
