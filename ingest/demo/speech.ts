// The languages of the demo ready to be spoken, traditional Chinese included, which is converted from the simplified templates.
import { Converter } from 'opencc-js';
import type { TextLanguage } from './company.ts';
import { wordings } from './texts/index.ts';
import type { Wording } from './texts/wording.ts';

export type Speech = {
  wording(language: TextLanguage, isTraditional: boolean): Wording;
  /** Simplified to traditional Chinese; texts in other scripts come back as they are. */
  traditional(text: string): string;
};

/** Words of mainland wallets that OpenCC leaves alone and people in Taipei or Hong Kong would not use. */
const localWords: readonly (readonly [RegExp, string])[] = [
  [/提現/g, '提領'],
  [/充值/g, '入金'],
  [/轉賬/g, '轉帳'],
  [/賬號|賬戶/g, '帳戶'],
  [/到賬/g, '入帳'],
  [/短信/g, '簡訊'],
  [/郵箱/g, '信箱'],
  [/云雀/g, '雲雀'],
];

/** Converts every text inside lists and records, whatever their shape. */
function convertAll<T>(value: T, convert: (text: string) => string): T {
  return JSON.parse(JSON.stringify(value), (_, part: unknown) => (typeof part === 'string' ? convert(part) : part));
}

/** Opens the languages. Templates are converted rather than texts: there are a thousand of the former and a million of the latter. */
export function openSpeech(): Speech {
  const convert = Converter({ from: 'cn', to: 'twp' });
  const known = new Map<string, string>();
  const traditional = (text: string): string => {
    if (!/\p{Script=Han}/u.test(text)) return text;
    const found = known.get(text) ?? localWords.reduce((said, [word, local]) => said.replace(word, local), convert(text));
    known.set(text, found);
    return found;
  };
  const wordingHant = convertAll(wordings.zh, traditional);
  return { wording: (language, isTraditional) => (isTraditional && language === 'zh' ? wordingHant : wordings[language]), traditional };
}
