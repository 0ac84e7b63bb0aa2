// What only the Sources pages say, in Chinese: loaded with the first of them. Connectors bring their Chinese with them.
import type { SourceWords } from './source-words.ts';
import { found, reasons } from './zh/source-reasons.ts';

export const sourceWords = { forms: {}, reasons, found } satisfies SourceWords;
