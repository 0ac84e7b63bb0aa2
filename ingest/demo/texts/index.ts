// The list of languages that the demo is written in.
import type { TextLanguage } from '../company.ts';
import { wordingDe } from './de/wording.ts';
import { wordingEn } from './en/wording.ts';
import { wordingEs } from './es/wording.ts';
import { wordingFr } from './fr/wording.ts';
import { wordingRu } from './ru/wording.ts';
import type { Wording } from './wording.ts';
import { wordingZh } from './zh/wording.ts';

export const wordings: Readonly<Record<TextLanguage, Wording>> = {
  zh: wordingZh,
  en: wordingEn,
  fr: wordingFr,
  de: wordingDe,
  es: wordingEs,
  ru: wordingRu,
};
