// Phone numbers: international, Chinese, national in their customary writing, and any a word calls a phone number.
import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js';
import { contexts, phraseSource, wordsOf } from './context.ts';
import { type Detector, isFollowed, isInUrl, isPreceded, type Span } from './detector.ts';
import { digitsOf, groupedWindows, groupLengths, type NumberChain, numberChains, openGroupings } from './number-chains.ts';
import type { Stretch, TextView } from './text-view.ts';
import { trait } from './traits.ts';

// Parsing costs some 20 microseconds; past this many candidates in one text the form alone decides.
const parseLimit = 200;

type Judge = { parses: number };

function isPhone(judge: Judge, text: string, country?: CountryCode): boolean {
  if (judge.parses >= parseLimit) return true;
  judge.parses++;
  return parsePhoneNumberFromString(text, country)?.isPossible() === true;
}

function isGap(gap: string): boolean {
  return /^(?:[ ]{1,2}|[ ]?[-./][ ]?|[ ]?\([ ]?|[ ]?\)[ ]?|\)-|-\(|\/\/)$/.test(gap);
}

// Customary national writing, by the lengths and the beginning of the groups.
const national: readonly {
  readonly country: CountryCode;
  readonly lengths: RegExp;
  readonly digits: RegExp;
  readonly needsGap: boolean;
}[] = [
  { country: 'US', lengths: /^(?:1-)?3-3-4$/, digits: /^1?[2-9]\d{2}[2-9]\d{6}$/, needsGap: true },
  { country: 'FR', lengths: /^(?:2-2-2-2-2|10)$/, digits: /^0[1-9]\d{8}$/, needsGap: false },
  { country: 'DE', lengths: /^(?:[3-5]-\d(?:-\d){0,3}|4-\d{1,2}|1[12])$/, digits: /^0[1-9]\d{8,10}$/, needsGap: false },
  { country: 'GB', lengths: /^(?:5-3-3|5-6|4-3-4|3-4-4|11)$/, digits: /^0[1-37]\d{9}$/, needsGap: false },
  { country: 'JP', lengths: /^(?:3-4-4|2-4-4|3-3-4|4-2-4|4-3-3|11)$/, digits: /^0[1-9]\d{8,9}$/, needsGap: true },
  { country: 'JP', lengths: /^11$/, digits: /^0[789]0\d{8}$/, needsGap: false },
  { country: 'KR', lengths: /^(?:3-4-4|3-3-4|2-4-4|2-3-4|11)$/, digits: /^0(?:1[016789]|2|[3-6]\d)\d{7,8}$/, needsGap: false },
  { country: 'RU', lengths: /^(?:1-3-3-2-2|1-3-3-4|1-3-7)$/, digits: /^8[3-9]\d{9}$/, needsGap: true },
  { country: 'ES', lengths: /^(?:3-3-3|3-2-2-2)$/, digits: /^[6-9]\d{8}$/, needsGap: true },
  { country: 'IT', lengths: /^(?:3-3-4|3-7|3-6|3-3-3)$/, digits: /^3\d{8,9}$/, needsGap: true },
  { country: 'BR', lengths: /^(?:2-5-4|2-4-4|2-1-4-4)$/, digits: /^[1-9]{2}9?[2-9]\d{7}$/, needsGap: true },
  { country: 'CN', lengths: /^(?:3-[78]|4-[78]|3-4-4|4-4-4|4-3-4)$/, digits: /^0(?:10|2\d|[3-9]\d{2})\d{7,8}$/, needsGap: true },
  { country: 'CN', lengths: /^(?:3-3-4|3-4-3|3-7|10)$/, digits: /^[48]00[1-9]\d{6}$/, needsGap: false },
];

const mobile = /^1[3-9]\d{9}$/;
const mobileGroupings = ['11', '3-4-4', '3-8', '7-4', '3-3-5', '4-4-3', '3-3-3-2', '5-6', '6-5', '4-3-4'];
// The same behind a country code, with and without a gap: 86, 0086.
const mobileWindows = openGroupings([...mobileGroupings, '13', '15', ...mobileGroupings.flatMap((each) => [`2-${each}`, `4-${each}`])]);

const currencyBefore = /[$€£¥₽₩]\s{0,2}$|(?<![a-z])(?:usd|eur|rmb|cny)\s{0,2}$/;
const amountBehind = /^\s{0,2}(?:[$€£¥%₽₩]|(?:usdt?|eur|btc|eth|元|块|万|个|位数|kb|mb|gb|px|km)(?![a-z]))/;
const dateLengths = /^(?:4-[12]-[12]|[12]-[12]-4|4-[12]-[12]-.*|[12]-[12]-4-.*|[12]-[12]-2|2-2-2-2)$/;

const orderLink = phraseSource(
  '填写 填 number no nr num id numero nummer nº is was ist est es è это был of 号 號 号码 號碼 编号 編號 是 为 為 番号 は が の 번호 는 은 номер'.split(
    ' ',
  ),
);
const orderLinked = new RegExp(`${phraseSource(wordsOf('order'))}(?:[\\s:#.=(,"'-]{0,3}${orderLink}){0,3}[\\s:#.=(,"'-]{0,4}$`);

function startOf(window: readonly Stretch[]): number {
  return window[0]?.start ?? 0;
}

function endOf(window: readonly Stretch[]): number {
  return window.at(-1)?.end ?? 0;
}

function isIdentifierPart(view: TextView, start: number, end: number): boolean {
  const before = view.latin.charAt(start - 1);
  const after = view.latin.charAt(end);
  if (/[A-Za-z_]/.test(before) && !isPreceded(view, start, 12, /(?:tel|phone|mobile|cell|whatsapp|no|nr|num|wechat|vx|wx|sms)$/))
    return true;
  if (/[A-Za-z_]/.test(after) && !isFollowed(view, end, 6, /^(?:ext|x\d|or)/)) return true;
  return (before === '.' || before === ',') && /\d/.test(view.latin.charAt(start - 2));
}

/** Dots alone part the groups of versions, dates and IP addresses. */
function isDotted(view: TextView, window: readonly Stretch[]): boolean {
  return /^\.+$/.test(view.latin.slice(startOf(window), endOf(window)).replace(/\d/g, ''));
}

/** Where a "+", "00" or bracket in front of the number begins. */
function prefixStart(view: TextView, start: number): number {
  return start - (/[(]?\+?[ ]?[(]?$/.exec(view.latin.slice(Math.max(0, start - 4), start))?.[0].trimStart().length ?? 0);
}

function international(view: TextView, chain: NumberChain, judge: Judge): Span | null {
  const first = startOf(chain.groups);
  const isPlus = /\+[ ]?\(?$/.test(view.latin.slice(Math.max(0, first - 3), first));
  const isDouble = /^00[1-9]/.test(view.latin.slice(first, first + 3));
  if (!isPlus && !isDouble) return null;
  const groups = chain.groups.slice(0, 8);
  // The longest first: what follows a number after a space may belong to it or not.
  for (let count = groups.length; count > 0; count--) {
    const window = groups.slice(0, count);
    const digits = digitsOf(view, window).replace(isDouble ? /^00/ : /^/, '');
    if (digits.length < 7 || digits.length > 15 || !isPhone(judge, `+${digits}`)) continue;
    return { kind: 'PHONE', start: prefixStart(view, first), end: endOf(window) };
  }
  return null;
}

/** Whether a word for an order number stands before, with nothing but "no." and "is" in between: "change the one on file to 138..." names none. */
function isOrderNumber(view: TextView, start: number): boolean {
  return orderLinked.test(view.folded.slice(Math.max(0, start - 48), start));
}

function chineseMobiles(view: TextView, chain: NumberChain): readonly Span[] {
  const spans: Span[] = [];
  let free = 0;
  for (const window of groupedWindows(chain, mobileWindows)) {
    const start = startOf(window);
    const end = endOf(window);
    const local = digitsOf(view, window).replace(/^(?:86|0086)(?=\d{11}$)/, '');
    if (start < free || isDotted(view, window) || !mobile.test(local) || isIdentifierPart(view, start, end)) continue;
    if (isOrderNumber(view, start) && !isPreceded(view, start, 12, contexts.phone)) continue;
    if (isPreceded(view, start, 6, currencyBefore) || isFollowed(view, end, 6, amountBehind)) continue;
    spans.push({ kind: 'PHONE', start: prefixStart(view, start), end });
    free = end;
  }
  return spans;
}

/** A whole chain in national writing, or one that a word nearby calls a phone number. */
function customary(view: TextView, chain: NumberChain, judge: Judge): Span | null {
  const groups = chain.groups.slice(0, 8);
  const start = startOf(groups);
  const end = endOf(groups);
  const digits = digitsOf(view, groups);
  const lengths = groupLengths(groups).join('-');
  if (chain.groups.length > 8 || digits.length < 7 || digits.length > 15 || dateLengths.test(lengths)) return null;
  if (isIdentifierPart(view, start, end) || isPreceded(view, start, 6, currencyBefore) || isFollowed(view, end, 6, amountBehind))
    return null;
  const isNamed = isPreceded(view, start, 25, contexts.phone);
  const isOrder = isOrderNumber(view, start);
  if (isOrder && !isNamed) return null;
  const gaps = view.latin.slice(start, end).replace(/\d/g, '');
  // French and American numbers are the ones that people do write with dots.
  const hasDots = isDotted(view, groups) && lengths !== '2-2-2-2-2' && !/^(?:1-)?3-3-4$/.test(lengths);
  const isCustomary =
    !hasDots &&
    national.some(
      (form) =>
        (!form.needsGap || gaps !== '') && form.lengths.test(lengths) && form.digits.test(digits) && isPhone(judge, digits, form.country),
    );
  if (!isCustomary && !(isNamed && !hasDots && digits.length <= 13)) return null;
  return { kind: 'PHONE', start: prefixStart(view, start), end };
}

function find(view: TextView): readonly Span[] {
  if (view.digits < 7) return [];
  const judge: Judge = { parses: 0 };
  const spans: Span[] = [];
  for (const chain of numberChains(view, isGap, 7)) {
    const inUrl = isInUrl(view, chain.start) && !isPreceded(view, chain.start, 12, /(?:wa\.me\/|tel:)\+?$/);
    if (inUrl) continue;
    const whole = international(view, chain, judge);
    const found = whole !== null ? [whole] : chineseMobiles(view, chain);
    const last = found.length > 0 ? null : customary(view, chain, judge);
    spans.push(...found, ...(last === null ? [] : [last]));
  }
  return spans;
}

/** Phone numbers in digits; order numbers, dates, amounts and URLs stay. */
export const phone: Detector = { name: 'phone', needs: trait.manyDigits, find };
