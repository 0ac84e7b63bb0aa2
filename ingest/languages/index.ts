// The list of text languages.

import { german } from './de.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import { french } from './fr.ts';
import { italian } from './it.ts';
import { japanese } from './ja.ts';
import { korean } from './ko.ts';
import { portuguese } from './pt.ts';
import { russian } from './ru.ts';
import type { TextLanguage } from './text-language.ts';
import { chinese } from './zh.ts';

export const textLanguages: readonly TextLanguage[] = [
  chinese,
  english,
  french,
  german,
  spanish,
  italian,
  portuguese,
  russian,
  japanese,
  korean,
];
