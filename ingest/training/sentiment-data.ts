// What the sentiment model is taught with: labelled sets by language and kind of text, each with what its licence allows.
import { z } from 'zod';
import { stripEmoticons } from '../learn/plain-text.ts';
import { readExamples, readRows } from './read-examples.ts';

export type TaughtText = {
  readonly set: string;
  readonly text: string;
  readonly label: string;
  readonly domain: string;
  readonly language: string;
};

export type TeachingSet = {
  readonly file: string;
  readonly domain: string;
  readonly language: string;
  /** Emoticons in brackets gave this set its labels, so they are taken out. */
  readonly stripsEmoticons?: boolean;
  /** The label is that of the stars: 1 and 2 are bad, 3 is neither, 4 and 5 are good. */
  readonly isFromStars?: boolean;
  /** Only rows that the file says are in this language. */
  readonly onlyLanguage?: string;
  /** Texts in other languages, which teach what languages share: emoji, tags, borrowed and kindred words. Never measured. */
  readonly isForeign?: boolean;
  /** Whether the licence stated for the texts allows passing on what is made from them. */
  readonly isPermissive: boolean;
};

const umsab = (language: string): TeachingSet => ({ file: `sent_umsab_${language}`, domain: 'tweets', language, isPermissive: false });

const foreign = (language: string, ...others: readonly string[]): readonly TeachingSet[] =>
  others.map((other) => ({ ...umsab(other), language, domain: 'foreign-tweets', isForeign: true }));

export const teachingSets: readonly TeachingSet[] = [
  { file: 'sent_airline_en', domain: 'company-tweets', language: 'en', isPermissive: false },
  { file: 'sent_crypto_appstore', domain: 'app-reviews', language: 'en', isPermissive: false },
  { file: 'sent_trustpilot_uae', domain: 'company-reviews', language: 'en', isPermissive: false },
  umsab('en'),
  { file: 'sent_appreviews_fr', domain: 'app-reviews', language: 'fr', isPermissive: false },
  umsab('fr'),
  { file: 'sent_germeval2017_de', domain: 'railway-posts', language: 'de', isPermissive: false },
  { file: 'sent_potts_de', domain: 'political-tweets', language: 'de', isPermissive: false },
  umsab('de'),
  { file: 'sent_chnsenticorp_hotel_zh', domain: 'hotel-reviews', language: 'zh', isPermissive: false },
  { file: 'sent_waimai10k_zh', domain: 'food-reviews', language: 'zh', isPermissive: false },
  { file: 'sent_shopping10_zh', domain: 'shop-reviews', language: 'zh', isPermissive: false },
  { file: 'sent_weibo2400_zh', domain: 'posts', language: 'zh', isPermissive: false, stripsEmoticons: true },
  { file: 'sent_asap_sample_zh', domain: 'food-reviews', language: 'zh', isPermissive: true },
  umsab('es'),
  ...foreign('es', 'it', 'pt', 'fr', 'en'),
  umsab('it'),
  ...foreign('it', 'es', 'pt', 'fr', 'en'),
  umsab('pt'),
  { file: 'sent_crypto_appstore', domain: 'app-reviews', language: 'pt', isPermissive: false, onlyLanguage: 'pt' },
  ...foreign('pt', 'es', 'it', 'fr', 'en'),
  umsab('ar'),
  umsab('hi'),
  // Its tweets are in Latin letters, with many English words.
  ...foreign('hi', 'en'),
];

/** For `--only-permissive`: the same kind of text under the MIT licence, taught by stars. */
export const permissiveSets: readonly TeachingSet[] = [
  ...teachingSets.filter(({ isPermissive }) => isPermissive),
  { file: 'intent_appreviews_en', domain: 'app-reviews', language: 'en', isPermissive: true, isFromStars: true },
  { file: 'intent_appreviews_fr', domain: 'app-reviews', language: 'fr', isPermissive: true, isFromStars: true },
];

const starred = z.looseObject({ text: z.string(), stars: z.number().nullish() });
const spoken = z.looseObject({ text: z.string(), label: z.string().min(1), lang: z.string() });

async function readSet(name: string, { isFromStars, onlyLanguage }: TeachingSet): Promise<{ text: string; label: string }[]> {
  if (onlyLanguage !== undefined) return (await readRows(name, spoken)).filter(({ lang }) => lang === onlyLanguage);
  if (isFromStars !== true) return await readExamples(name);
  return (await readRows(name, starred)).flatMap(({ text, stars }) =>
    stars === null || stars === undefined ? [] : [{ text, label: stars < 3 ? 'neg' : stars > 3 ? 'pos' : 'neu' }],
  );
}

/** The names of sets in other languages begin with this. */
export const foreignMark = 'foreign_';

/** All texts of the sets, read from a folder of `.jsonl.gz` files. */
export async function readTeachingSets(folder: string, sets: readonly TeachingSet[]): Promise<TaughtText[]> {
  const read = await Promise.all(
    sets.map(async (set) =>
      (await readSet(`${folder}/${set.file}.jsonl.gz`, set)).map(({ text, label }) => ({
        set: set.isForeign ? `${foreignMark}${set.file}` : set.file,
        text: set.stripsEmoticons ? stripEmoticons(text) : text,
        label,
        domain: set.domain,
        language: set.language,
      })),
    ),
  );
  return read.flat();
}
