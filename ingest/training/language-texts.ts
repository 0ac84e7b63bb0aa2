// Texts of known language from the folder of data, parted into texts to learn from, to tune on and to be judged by.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { spokenPart } from '../stages/language-noise.ts';
import { readRows } from './read-examples.ts';

export type LanguageText = { readonly set: string; readonly language: string; readonly text: string };

/** `learn` teaches the weights, `tune` settles everything chosen by hand, `judge` is looked at for figures only. */
export type LanguagePart = 'learn' | 'tune' | 'judge';

const shape = z.looseObject({
  text: z.string().optional(),
  lang: z.string().optional(),
  country: z.string().optional(),
  messages: z.array(z.looseObject({ text: z.string().nullable() })).optional(),
});
type Row = z.infer<typeof shape>;

type Source = { readonly file: string; readonly language: string | null; readonly most: number };

const of = (language: string, most: number, ...files: string[]): Source[] => files.map((file) => ({ file, language, most }));

/** `language: null` takes the guess of the set itself, which counts only where it names one language. */
export const languageSources: readonly Source[] = [
  ...of('en', 6000, 'sent_umsab_en', 'sent_airline_en', 'intent_appreviews_en', 'intent_banking77_en', 'intent_nlupp_banking_en'),
  ...of('en', 3000, 'conv_ibm_twitter_en', 'conv_stc3_csat_en', 'conv_uss_csat_en'),
  ...of('fr', 6000, 'sent_umsab_fr', 'sent_appreviews_fr', 'intent_appreviews_fr'),
  ...of('de', 6000, 'sent_umsab_de', 'sent_germeval2017_de', 'sent_potts_de'),
  ...of('es', 6000, 'sent_umsab_es'),
  ...of('it', 6000, 'sent_umsab_it'),
  ...of('pt', 6000, 'sent_umsab_pt'),
  ...of('ar', 3000, 'sent_umsab_ar'),
  ...of('hi', 3000, 'sent_umsab_hi'),
  ...of('zh', 2000, 'sent_chnsenticorp_hotel_zh', 'sent_waimai10k_zh', 'sent_shopping10_zh', 'sent_weibo2400_zh', 'conv_stc3_csat_zh'),
  { file: 'sent_crypto_appstore', language: null, most: 6000 },
  { file: 'fb_crypto_playstore', language: null, most: 8000 },
  { file: 'conv_twcs_multi', language: null, most: 3000 },
];

/** Storefronts where nearly everybody writes the language that the set guesses; elsewhere a guess of English is often wrong. */
const englishStores: ReadonlySet<string> = new Set(['US', 'GB', 'IN', 'NG']);

function languageOfRow(row: Row, source: Source): string | null {
  if (source.language !== null) return source.language;
  const guessed = row.lang ?? '';
  if (guessed === 'en') return row.country === undefined || englishStores.has(row.country) ? 'en' : null;
  return ['pt', 'zh', 'ru', 'uk', 'ja', 'es', 'it', 'de', 'ar'].includes(guessed) ? guessed : null;
}

function textsOfRow(row: Row): string[] {
  const texts = row.messages === undefined ? [row.text ?? ''] : row.messages.map(({ text }) => text ?? '');
  return texts.map((text) => cleaned(text)).filter((text) => /\p{L}/u.test(text));
}

/** What is left of a text without links, mentions, hashtags and the masks that the sets put in their place. */
export function cleaned(text: string): string {
  return spokenPart(text)
    .replace(/\b(?:https?|RT|rt)\b:?|\ufffd|\[[^\][]{1,8}\]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A number of 32 bits that stays the same for the same text (FNV-1a). */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** The part of a text, by what it says: the same text in two sets falls into the same part. */
export function partOf(text: string): LanguagePart {
  const place = hashOf(text.toLowerCase()) % 10;
  return place < 6 ? 'learn' : place < 8 ? 'tune' : 'judge';
}

/** All texts of the sets that the folder has, each once a language, at most so many a set, chosen by their hash; of some sets only where named. */
export async function readLanguageTexts(folder: string, sets?: readonly string[]): Promise<LanguageText[]> {
  const texts = new Map<string, LanguageText>();
  for (const source of languageSources) {
    const file = path.join(folder, `${source.file}.jsonl.gz`);
    if (!existsSync(file) || (sets !== undefined && !sets.includes(source.file))) continue;
    const rows = (await readRows(file, shape)).flatMap((row) => {
      const language = languageOfRow(row, source);
      return language === null ? [] : textsOfRow(row).map((text) => ({ set: source.file, language, text }));
    });
    const chosen = rows.toSorted((a, b) => hashOf(a.text) - hashOf(b.text)).slice(0, source.most);
    for (const one of chosen) texts.set(`${one.language} ${one.text.toLowerCase()}`, one);
  }
  return [...texts.values()];
}

const wordPattern = /\S*\p{L}\S*/gu;

/** Pieces of 2 to 8 words from the beginning, the middle and the end of a text; of Chinese and Japanese 4 to 16 characters. */
export function piecesOf(text: string, language: string): string[] {
  const isHan = language === 'zh' || language === 'ja';
  const units = isHan ? [...text] : [...text.matchAll(wordPattern)].map(([word]) => word);
  const seed = hashOf(text);
  const pieces = [0, 1, 2].flatMap((place) => {
    const wanted = (2 + ((seed >>> (place * 4)) % 7)) * (isHan ? 2 : 1);
    const from = Math.floor(((units.length - wanted) * place) / 2);
    if (from < 0 || (place > 0 && units.length < wanted + 2)) return [];
    const piece = units.slice(from, from + wanted);
    return [piece.join(isHan ? '' : ' ')];
  });
  return [...new Set(pieces)].filter((piece) => /\p{L}/u.test(piece));
}
