// What an English text names (amounts, times, durations, shares) and which of its words stand under a negation, read with wink-nlp.
import { z } from '@hono/zod-openapi';
import type { CustomEntities, Entities, ItsHelpers } from 'wink-nlp';

export const namedKinds = ['amount', 'when', 'howLong', 'share'] as const;
export type NamedKind = (typeof namedKinds)[number];

/** Places in the text, in code units. */
export type Stretch = { readonly start: number; readonly end: number };
export type Named = Stretch & { readonly kind: NamedKind };
export type Reading = { readonly named: readonly Named[]; readonly negated: readonly Stretch[] };
export type EnglishReader = (text: string) => Reading;

const kindOf: Readonly<Record<string, NamedKind>> = {
  AMOUNT: 'amount',
  MONEY: 'amount',
  DATE: 'when',
  TIME: 'when',
  DURATION: 'howLong',
  PERCENT: 'share',
};

/** What a number before it counts: wink knows dollars and euros by their signs and names, and none of these. */
const units =
  'usdt usdc busd dai btc eth bnb sol trx xrp ada doge shib ltc matic avax dot ton usd eur gbp cny rmb jpy inr brl rub chf bucks dollars euros pounds'.split(
    ' ',
  );

const isWord = /[\p{L}\p{N}]/u;
/** `days` and `year` alone say no duration. */
const isBare = /^\p{L}+$/u;
// What stands where a secret was taken out is nobody's word.
const tokens = /\[[A-Z][A-Z0-9_:]*\]/g;
const withoutTokens = (text: string): string => text.replaceAll(tokens, (token) => ','.padEnd(token.length));

/** Where each token stands; null where the tokens together are not the text. */
function placesOf(text: string, values: readonly string[], spaces: readonly string[]): readonly Stretch[] | null {
  const places: Stretch[] = [];
  let at = 0;
  for (const [index, value] of values.entries()) {
    const start = at + (spaces[index]?.length ?? 0);
    at = start + value.length;
    if (text.slice(start, at) !== value) return null;
    places.push({ start, end: at });
  }
  return places;
}

/** Neighbouring words under a negation as one stretch each; a sign between two parts them. */
function negatedStretches(tokens: readonly { readonly place: Stretch; readonly isNegated: boolean; readonly value: string }[]): Stretch[] {
  const found: Stretch[] = [];
  let isOpen = false;
  for (const { place, isNegated, value } of tokens) {
    const last = found.at(-1);
    const counts = isNegated && isWord.test(value);
    if (counts && isOpen && last !== undefined) found[found.length - 1] = { ...last, end: place.end };
    else if (counts) found.push(place);
    isOpen = counts;
  }
  return found;
}

type Span = { readonly type: string; readonly from: number; readonly to: number };

/** What is named, in the order of the text; an amount of ours goes before the bare parts that it is made of. */
function namedIn(text: string, spans: readonly Span[], places: readonly Stretch[]): Named[] {
  const taken = new Set<number>();
  const named = spans.flatMap(({ type, from, to }): Named[] => {
    const [kind, first, last] = [kindOf[type], places[from], places[to]];
    if (kind === undefined || first === undefined || last === undefined || taken.has(from)) return [];
    if (kind === 'howLong' && isBare.test(text.slice(first.start, last.end))) return [];
    for (let at = from; at <= to; at += 1) taken.add(at);
    return [{ kind, start: first.start, end: last.end }];
  });
  return named.toSorted((a, b) => a.start - b.start);
}

const detailsShape = z.array(z.object({ type: z.string() }));
const placesShape = z.array(z.tuple([z.number(), z.number()]));
const textsShape = z.array(z.string());
const flagsShape = z.array(z.boolean());

// The types of wink say `string` of whatever it gives out.
function spansOf(entities: Entities | CustomEntities, its: ItsHelpers): Span[] {
  const places = placesShape.parse(entities.out(its.span));
  return detailsShape.parse(entities.out(its.detail)).flatMap(({ type }, at) => {
    const [from, to] = places[at] ?? [];
    return from === undefined || to === undefined ? [] : [{ type, from, to }];
  });
}

async function loadReader(): Promise<EnglishReader> {
  const [{ default: winkNlp }, { default: model }] = await Promise.all([import('wink-nlp'), import('wink-eng-lite-web-model')]);
  const nlp = winkNlp(model, ['sbd', 'negation', 'ner', 'cer']);
  const { its } = nlp;
  // One pattern a unit: a choice of thirty in one pattern was not learned in four minutes.
  nlp.learnCustomEntities([{ name: 'AMOUNT', patterns: units.map((unit) => `CARDINAL ${unit}`) }]);
  return (body) => {
    const text = withoutTokens(body);
    const doc = nlp.readDoc(text);
    const read = doc.tokens();
    const values = textsShape.parse(read.out(its.value));
    const places = placesOf(text, values, textsShape.parse(read.out(its.precedingSpaces)));
    if (places === null) return { named: [], negated: [] };
    const flags = flagsShape.parse(read.out(its.negationFlag));
    const words = places.map((place, at) => ({ place, isNegated: flags[at] === true, value: values[at] ?? '' }));
    const spans = [...spansOf(doc.customEntities(), its), ...spansOf(doc.entities(), its)];
    return { named: namedIn(text, spans, places), negated: negatedStretches(words) };
  };
}

let loaded: Promise<EnglishReader> | null = null;

/**
 * Opens wink with its English model: some 300 ms and 40 MB, so nothing is loaded before somebody asks, and never twice: a second instance
 * over the same model would not know the amounts that were taught to the first.
 */
export function openEnglishReader(): Promise<EnglishReader> {
  loaded ??= loadReader();
  return loaded;
}
