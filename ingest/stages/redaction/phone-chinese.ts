// Chinese mobile numbers with some or all digits as numerals: 一三八, 壹叁捌, 幺.
import { type Detector, none, type Span } from './detector.ts';
import type { TextView } from './text-view.ts';
import { trait } from './traits.ts';

const numerals: Readonly<Record<string, string>> = {
  零: '0',
  〇: '0',
  洞: '0',
  一: '1',
  壹: '1',
  幺: '1',
  二: '2',
  贰: '2',
  貳: '2',
  两: '2',
  兩: '2',
  三: '3',
  叁: '3',
  參: '3',
  四: '4',
  肆: '4',
  五: '5',
  伍: '5',
  六: '6',
  陆: '6',
  陸: '6',
  七: '7',
  柒: '7',
  拐: '7',
  八: '8',
  捌: '8',
  九: '9',
  玖: '9',
  勾: '9',
};
const digit = `[0-9${Object.keys(numerals).join('')}]`;
// Eleven digits with at most two separators between them: fixed in number, so matching is linear.
const number = new RegExp(`(?<!${digit})${digit}(?:[ ,.、-]{0,2}${digit}){10}(?!${digit})`, 'g');
const numeral = new RegExp(`[${Object.keys(numerals).join('')}]`);

// 1 a numeral or digit, 2 a numeral, 0 anything else.
const kinds = Uint8Array.from({ length: 0x10000 }, (_, code) => {
  const character = String.fromCharCode(code);
  return numerals[character] !== undefined ? 2 : /[0-9]/.test(character) ? 1 : 0;
});

/** Whether eleven digits, a numeral among them, stand with no more than two other characters between neighbours. */
function hasEleven(text: string): boolean {
  let [count, last, numeralsSeen] = [0, 0, 0];
  for (let index = 0; index < text.length; index++) {
    const kind = kinds[text.charCodeAt(index)] ?? 0;
    if (kind === 0) continue;
    if (index - last > 3) [count, numeralsSeen] = [0, 0];
    count++;
    last = index;
    if (kind === 2) numeralsSeen++;
    if (count >= 11 && numeralsSeen > 0) return true;
  }
  return false;
}

function find(view: TextView): readonly Span[] {
  if (!hasEleven(view.text)) return none;
  const spans: Span[] = [];
  for (const match of view.text.matchAll(number)) {
    if (!numeral.test(match[0])) continue;
    const digits = [...match[0]]
      .map((character) => numerals[character] ?? character)
      .join('')
      .replace(/\D/g, '');
    if (/^1[3-9]\d{9}$/.test(digits)) spans.push({ kind: 'PHONE', start: match.index, end: match.index + match[0].length });
  }
  return spans;
}

/** Eleven numerals, mixed with digits or not, that make a mobile number. */
export const phoneChinese: Detector = { name: 'phone-chinese', needs: trait.always, find };
