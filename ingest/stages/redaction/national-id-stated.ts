// Identity numbers that are stated as such: whatever their form, "my ID number is ..." says what follows.
import { phraseSource, wordsOf } from './context.ts';
import { type Detector, isInUrl, none, type Span } from './detector.ts';
import type { TextView } from './text-view.ts';
import { trait } from './traits.ts';

// These also begin sentences about the check as such: "identity verification failed, order 12345678".
const weak: ReadonlySet<string> = new Set([
  '实名',
  '實名',
  'identité',
  'identidade',
  'identificación',
  'документа',
  'tin',
  'rg',
  'cf',
  'rut',
  'perso',
]);
const names = [...wordsOf('nationalId').filter((word) => !weak.has(word)), ...wordsOf('passport')];
const link = phraseSource(
  'is was are ist war lautet est était es era è é это был no nr num number nº nummer numéro numero número номер card 是 为 為 填的是 填的 填 号 號 号码 號碼 は が に を 番号 는 은 가 이 를 을 번호 mit avec con'.split(
    ' ',
  ),
);
// "case id number 98868349" is not about a person.
const otherwise =
  '(?<!(?:case|order|ticket|user|account|customer|trade|transaction|client|booking|member|device|request|订单|用户|交易|会员|工单)[ ]?)';
const stated = new RegExp(`${otherwise}${phraseSource(names)}(?:[\\s:.#="'(°º/-]{0,3}${link}){0,3}[\\s:.#="'(°º/-]{0,4}$`);
// One or two letters, six to seventeen digits in any grouping, a letter: each separator is at most one character, so matching is linear.
// Some countries number documents by capitals and digits in any order.
const number =
  /(?<![\dA-Za-z])(?:[A-Za-z]{0,3}[ -]?\d(?:[ ./-]?\d){5,17}(?:[ -]?[A-Za-z])?|(?=(?:[A-Z]{0,5}\d){4})[A-Z][A-Z0-9]{7,9})(?![\dA-Za-z])/g;

function find(view: TextView): readonly Span[] {
  if (view.digits < 6) return none;
  const spans: Span[] = [];
  for (const match of view.text.matchAll(number)) {
    const start = match.index + (/^[ -]/.test(match[0]) ? 1 : 0);
    if (!stated.test(view.folded.slice(Math.max(0, start - 64), start)) || isInUrl(view, start)) continue;
    spans.push({ kind: 'NATIONAL_ID', start, end: match.index + match[0].length });
  }
  return spans;
}

/** Six to eighteen digits right behind the name of an identity number or passport. */
export const nationalIdStated: Detector = { name: 'national-id-stated', needs: trait.nationalId, find };
