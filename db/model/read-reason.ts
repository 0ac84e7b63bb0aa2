// Reads the code of a reason, and what stood in its places, back from the sentence that is stored.
import { foundSentences } from './found-things.ts';
import { itemSentences } from './item-reasons.ts';
import { reasonSentences } from './source-reasons.ts';

const sentences = [...reasonSentences, ...itemSentences] as const;

export const reasonCodes = sentences.map(([code]) => code);
export const foundCodes = foundSentences.map(([code]) => code);
export type ReasonCode = (typeof reasonCodes)[number];
export type FoundCode = (typeof foundCodes)[number];

/** What a sentence says in any language: its code, and what stood in its places. */
export type Coded<Code extends string> = { readonly code: Code; readonly places: Readonly<Record<string, string>> };

const instant = String.raw`[+-]?\d{4,6}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z`;
const number = String.raw`\d+(?:\.\d+)?`;
/** What may stand in places of these names; in all others anything may, and the sentence around it decides. */
const kinds: Readonly<Record<string, string>> = {
  host: String.raw`(?:\[[^\]\s]+\]|[^\s:/]+)(?::\d+)?`,
  status: String.raw`\d{3}`,
  work: '[a-z][a-z ]*',
  service: String.raw`[A-Z]\w*(?: [A-Z]\w+)?`,
  field: String.raw`[^\s:;]+(?: [^\s:;]+)?`,
  until: instant,
  since: instant,
  at: instant,
  ...Object.fromEntries(
    ['count', 'seconds', 'megabytes', 'people', 'moves', 'open', 'row', 'line', 'cells', 'width'].map((name) => [name, number]),
  ),
};

type Form<Code extends string> = { readonly code: Code; readonly pattern: RegExp; readonly fixed: number };

/** The most telling first: of two sentences that fit, the one with more letters of its own says more. */
function toForms<Code extends string>(list: readonly (readonly [Code, readonly string[]])[]): readonly Form<Code>[] {
  const forms = list.flatMap(([code, all]) => all.map((sentence) => toForm(code, sentence)));
  return forms.sort((a, b) => b.fixed - a.fixed);
}

function toForm<Code extends string>(code: Code, sentence: string): Form<Code> {
  const parts = sentence.split(/\{(\w+)\}/);
  const pattern = parts.map((part, index) => (index % 2 === 0 ? escaped(part) : `(?<${part}>${kinds[part] ?? '.+?'})`)).join('');
  return { code, pattern: new RegExp(`^${pattern}$`, 's'), fixed: sentence.replaceAll(/\{\w+\}/g, '').length };
}

const escaped = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');

function readBy<Code extends string>(forms: readonly Form<Code>[], sentence: string): Coded<Code> | null {
  for (const { code, pattern } of forms) {
    const found = pattern.exec(sentence);
    if (found !== null) return { code, places: { ...found.groups } };
  }
  return null;
}

const reasonForms = toForms<ReasonCode>(sentences);
const foundForms = toForms<FoundCode>(foundSentences);
/** Where a record stands, before the reason of a file that was imported or of what was pushed. */
const placed = /^(?<record>.+?:\d+|push of \S+, record \d+): (?<rest>.+)$/s;

/** No sentence of the list is as long; what quotes more than this is not worth the search. */
const longest = 1000;

/** The code of a reason; null for a sentence that is not of the list, such as one that an earlier version wrote. */
export function readReason(sentence: string): Coded<ReasonCode> | null {
  if (sentence.length > longest) return null;
  const { record, rest } = placed.exec(sentence)?.groups ?? {};
  const inner = record === undefined || rest === undefined ? null : readBy(reasonForms, rest);
  if (inner !== null && record !== undefined) return { code: inner.code, places: { ...inner.places, record } };
  return readBy(reasonForms, sentence);
}

/** The code of what a test of a connection found; null for a name, which is the same in every language. */
export function readFound(found: string): Coded<FoundCode> | null {
  return found.length > longest ? null : readBy(foundForms, found);
}
