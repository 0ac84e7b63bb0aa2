// The languages that have sentences of a support team: one line for each.
import type { TaughtText } from '../sentiment-data.ts';
import { german } from './de.ts';
import { english } from './en.ts';
import { french } from './fr.ts';
import { composeSentences } from './sentences.ts';
import { chinese } from './zh.ts';

export const supportSentences: readonly TaughtText[] = [english, chinese, french, german].flatMap(composeSentences);
