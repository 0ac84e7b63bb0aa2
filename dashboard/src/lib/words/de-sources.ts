// What only the Sources pages say, in German: loaded with the first of them.
import { connectors } from './de/connectors.ts';
import { found, reasons } from './de/source-reasons.ts';
import type { SourceWords } from './source-words.ts';

export const sourceWords = { forms: connectors, reasons, found } satisfies SourceWords;
