// What only the Sources pages say, in French: loaded with the first of them.
import { connectors } from './fr/connectors.ts';
import { found, reasons } from './fr/source-reasons.ts';
import type { SourceWords } from './source-words.ts';

export const sourceWords = { forms: connectors, reasons, found } satisfies SourceWords;
