// One-time codes: four to eight digits close to a word that says so.
import { contexts, phraseSource, wordsOf } from './context.ts';
import { type Detector, isFollowed, isNear, isPreceded, type Span } from './detector.ts';
import type { TextView } from './text-view.ts';
import { trait } from './traits.ts';

const weakCode = new RegExp(phraseSource(wordsOf('code')));
const otherCode = new RegExp(phraseSource(wordsOf('otherCode')));
const statedCode = new RegExp(
  `${phraseSource(wordsOf('code'))}[\\s"']{0,2}(?:${phraseSource(wordsOf('passwordLinks'))})?[\\s:="'#-]{0,4}$`,
);
const unitBehind = new RegExp(`^[\\s-]{0,2}(?:${phraseSource(wordsOf('units'))}|[%$€£¥₽₩°])`);
const currencyBefore =
  /[$€£¥₽₩#][ ]?$|(?<![a-z])(?:usdt?|eur|rmb|btc|eth|v|ver|version|error|errno|http|nr|no|尾号|末四位|last four|ending)[\s:.#]{0,3}$/;
// Two to four digits on each side of one separator, or four to eight in one piece, with an optional letter prefix (G-123456).
const code =
  /(?<![\d/A-Za-z_@#-]|\d[.,:])(?:G-)?(?:\d{3}[ -]\d{3}|\d{2}[ -]\d{2}[ -]\d{2}|\d{4}[ -]\d{4}|\d{4,8})(?![\d/:]|[.,]\d|-\d|[A-Za-z_])/g;

// Short numbers of Chinese banks and of bulk senders are named beside codes all the time.
const shortNumber = /^(?:955\d{2}|100\d{2}|106\d{5}|12\d{3})$/;
const promotion =
  /referral|refer|invit|promo|affiliate|邀请|邀請|推荐|推薦|返佣|注册|註冊|parrain|empfehl|werbe|招待|紹介|реферал|приглас|추천|초대/;

function isYearOrDate(text: string): boolean {
  if (/^(?:19|20)\d{2}$/.test(text)) return true;
  return /^(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])$/.test(text);
}

function isOneTimeCode(view: TextView, start: number, end: number, text: string): boolean {
  if (isYearOrDate(text) || shortNumber.test(text) || isFollowed(view, end, 12, unitBehind) || isPreceded(view, start, 14, currencyBefore))
    return false;
  if (isPreceded(view, start, 25, contexts.oneTimeCode)) return !isPreceded(view, start, 25, otherCode);
  if (isFollowed(view, end, 25, contexts.oneTimeCode))
    return !isPreceded(view, start, 25, otherCode) && !isFollowed(view, end, 40, promotion);
  // "code" alone says too little: it has to be stated, and four digits after it are an error code as often.
  const digits = text.replace(/\D/g, '').length;
  if (isPreceded(view, start, 40, otherCode) || isNear(view, start, end, 40, promotion) || digits < 5) return false;
  return isPreceded(view, start, 25, statedCode) || (digits === 6 && isPreceded(view, start, 25, weakCode));
}

function find(view: TextView): readonly Span[] {
  if (view.digits < 4) return [];
  const spans: Span[] = [];
  for (const match of view.folded.matchAll(code)) {
    const end = match.index + match[0].length;
    if (isOneTimeCode(view, match.index, end, match[0].replace(/^g-/, ''))) spans.push({ kind: 'OTP', start: match.index, end });
  }
  return spans;
}

/** Digits within 25 characters of a name for a one-time code; years, dates, amounts and error codes stay. */
export const oneTimeCode: Detector = { name: 'one-time-code', needs: trait.digits, find };
