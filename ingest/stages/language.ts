// Language identification: which language and script a text is written in.
import { textLanguages } from '#ingest/languages/index.ts';
import { countChineseForms, countScripts, type Script } from './language-scripts.ts';
import { redactionKinds, tokenOf } from './redaction/finding.ts';

/** `language` is BCP 47 (`zh-Hans`, `zh-Hant`, `en` ...), `und` where it cannot be told; `script` is ISO 15924 (`Latn`, `Hans`, `Zyyy`); `confidence` 0 to 1. */
export type DetectedLanguage = { readonly language: string; readonly script: string; readonly confidence: number };

export type LanguageDetector = { readonly detect: (text: string) => DetectedLanguage };

type Scores = (text: string) => Readonly<Record<string, number>>;

export const undetermined: DetectedLanguage = { language: 'und', script: 'Zyyy', confidence: 0 };

const tokens = redactionKinds.map((kind) => tokenOf(kind).replace(/[[\]]/g, '\\$&')).join('|');

// What is no language, each with a character it cannot do without: most texts have none of them, and `includes` is far faster than a pattern.
const noises: readonly { readonly mark: string; readonly pattern: RegExp }[] = [
  { mark: '://', pattern: /[A-Za-z]{2,10}:\/\/[^\s<>"\u3000-\u9fff]{1,2000}/g },
  { mark: 'www.', pattern: /www\.[^\s<>"\u3000-\u9fff]{1,2000}/g },
  { mark: '[', pattern: new RegExp(tokens, 'g') },
  { mark: '__', pattern: /__[a-z]{2,12}__/g },
  { mark: '<', pattern: /<\/?[a-zA-Z][^<>]{0,400}>/g },
  { mark: '&', pattern: /&(?:#\d{1,6}|[A-Za-z]{2,8});/g },
  { mark: '@', pattern: /(?:(?<![\w.+-])[\w.+-]{1,64})?@[\p{L}\p{N}_.-]{1,64}/gu },
  { mark: '＠', pattern: /＠[\p{L}\p{N}_.-]{1,64}/gu },
  { mark: '#', pattern: /#[\p{L}\p{N}_.-]{1,64}/gu },
  { mark: '＃', pattern: /＃[\p{L}\p{N}_.-]{1,64}/gu },
];

/** The text without links, mentions, hashtags, tokens and markup; long texts are judged by their first 2,000 characters. */
export function spokenPart(text: string): string {
  let part = text.length > 2000 ? text.slice(0, 2000) : text;
  for (const { mark, pattern } of noises) if (part.includes(mark)) part = part.replace(pattern, ' ');
  return part;
}

const oneLanguage: Readonly<Partial<Record<Script, string>>> = {
  Grek: 'el',
  Armn: 'hy',
  Hebr: 'he',
  Beng: 'bn',
  Guru: 'pa',
  Gujr: 'gu',
  Orya: 'or',
  Taml: 'ta',
  Telu: 'te',
  Knda: 'kn',
  Mlym: 'ml',
  Sinh: 'si',
  Thai: 'th',
  Laoo: 'lo',
  Mymr: 'my',
  Geor: 'ka',
  Ethi: 'am',
  Khmr: 'km',
};

// A letter of these scripts carries more of a word than a Latin one, and Latin product names stand in texts of every language.
const weight: Readonly<Partial<Record<Script, number>>> = { Hani: 5, Kana: 4, Hang: 4, Cyrl: 1.5, Arab: 1.5, Deva: 1.5, Thai: 1.5 };

function mainScript(counts: ReadonlyMap<Script, number>): Script {
  let best: Script = 'Zyyy';
  let most = 0;
  for (const [script, count] of counts) {
    const weighed = count * (weight[script] ?? 1);
    if (weighed > most) {
      best = script;
      most = weighed;
    }
  }
  return best;
}

function eastAsian(text: string, counts: ReadonlyMap<Script, number>): DetectedLanguage {
  const [han, kana, hangul] = [counts.get('Hani') ?? 0, counts.get('Kana') ?? 0, counts.get('Hang') ?? 0];
  const all = han + kana + hangul;
  const certainty = Math.min(1, 0.7 + all / 40);
  if (hangul * 2 >= all) return { language: 'ko', script: 'Kore', confidence: certainty };
  // A lone の decorates Chinese shop signs; Japanese prose has one kana in ten characters at the very least.
  if (kana > 0 && kana * 10 >= han) return { language: 'ja', script: 'Jpan', confidence: certainty };
  const { simplified, traditional } = countChineseForms(text);
  const isTold = simplified !== traditional;
  const confidence = isTold ? certainty : Math.min(0.6, certainty);
  return traditional > simplified
    ? { language: 'zh-Hant', script: 'Hant', confidence }
    : { language: 'zh-Hans', script: 'Hans', confidence };
}

const cyrillicLanguages = ['ru', 'uk', 'bg', 'sr', 'be'];

/** Letters that only one of the neighbours uses; null where none decides. */
function cyrillicByLetters(text: string): string | null {
  const lower = text.toLowerCase();
  if (/[ў]/.test(lower)) return 'be';
  if (/[ђјљњћџ]/.test(lower)) return 'sr';
  if (/[їєґ]/.test(lower)) return 'uk';
  const [hasI, hasRussian] = [/і/.test(lower), /[ыэё]/.test(lower)];
  if (hasI) return hasRussian ? 'be' : 'uk';
  return hasRussian ? 'ru' : null;
}

function bestOf(
  scores: Readonly<Record<string, number>>,
  among: readonly string[],
  fallback: string,
): { language: string; margin: number } {
  const ranked = among.map((language) => ({ language, score: scores[language] ?? 0 })).sort((left, right) => right.score - left.score);
  const [first, second] = ranked;
  // With next to nothing between them the language that most people write in decides.
  if (first === undefined || first.score === 0 || first.score - (scores[fallback] ?? 0) < 0.01) return { language: fallback, margin: 0 };
  return { language: first.language, margin: first.score - (second?.score ?? 0) };
}

function cyrillic(text: string, scores: Scores): DetectedLanguage {
  const told = cyrillicByLetters(text);
  if (told !== null) return { language: told, script: 'Cyrl', confidence: 0.95 };
  const { language, margin } = bestOf(scores(text), cyrillicLanguages, 'ru');
  return { language, script: 'Cyrl', confidence: Math.min(0.9, 0.6 + margin * 3) };
}

function arabic(text: string, scores: Scores): DetectedLanguage {
  if (/[ٹڈڑےں]/.test(text)) return { language: 'ur', script: 'Arab', confidence: 0.95 };
  const among = /[پچژگ]/.test(text) ? ['fa', 'ur', 'ku'] : ['ar', 'fa', 'ur'];
  const { language, margin } = bestOf(scores(text), among, among[0] ?? 'ar');
  return { language, script: 'Arab', confidence: Math.min(0.95, 0.7 + margin * 3) };
}

const wordPattern = /[\p{L}\p{M}'’]+/gu;
const cues: ReadonlyMap<string, readonly string[]> = buildCues();

function buildCues(): ReadonlyMap<string, readonly string[]> {
  const languagesOf = new Map<string, string[]>();
  for (const language of textLanguages) {
    const { thanks, farewells } = language.closing;
    const closings = [...thanks, ...farewells].flatMap((phrase) => phrase.split(' '));
    for (const word of new Set([...language.cues, ...language.negations, ...closings])) {
      const known = languagesOf.get(word);
      if (known === undefined) languagesOf.set(word, [language.id]);
      else known.push(language.id);
    }
  }
  return languagesOf;
}

const written: ReadonlySet<string> = new Set(textLanguages.map((language) => language.id));
const frequent: ReadonlySet<string> = new Set(['nl', 'pl', 'tr', 'vi', 'id', 'ms', 'sv', 'cs', 'ro', 'hu']);

/** Neighbours of the great languages win short texts by accident: the shorter the text, the more they have to show. */
function handicap(language: string, letters: number): number {
  const shortness = Math.min(1, 30 / letters);
  if (written.has(language)) return 0;
  return (frequent.has(language) ? 0.05 : 0.1) * shortness;
}

function latin(text: string, letters: number, scores: Scores): DetectedLanguage {
  const words = (text.match(wordPattern) ?? []).map((word) => word.toLowerCase().replaceAll('’', "'"));
  const hits = new Map<string, number>();
  for (const word of words) {
    const languages = cues.get(word) ?? [];
    for (const language of languages) hits.set(language, (hits.get(language) ?? 0) + 1 / languages.length);
  }
  let [best, first, second] = ['', 0, 0];
  for (const [language, raw] of Object.entries(scores(text))) {
    const score = raw - handicap(language, letters) + (0.25 * (hits.get(language) ?? 0)) / Math.max(3, words.length);
    if (score > first) [best, first, second] = [language, score, first];
    else if (score > second) second = score;
  }
  if (best === '') return undetermined;
  const margin = first - second;
  const cueShare = (hits.get(best) ?? 0) / Math.max(1, words.length);
  // Names, tickers and single words that half of Europe shares ("super", "top") belong to no language.
  const isTooShort =
    letters < 4 || (cueShare === 0 && letters < 12 && margin < 0.12) || (cueShare === 0 && words.length < 2 && margin < 0.2);
  if (isTooShort && !(cueShare >= 0.5 && hits.size === 1)) return { ...undetermined, script: 'Latn' };
  const confidence = Math.min(0.99, 0.45 + Math.min(0.3, margin * 2.5) + Math.min(0.15, cueShare * 0.3) + Math.min(0.15, letters / 400));
  return { language: best, script: 'Latn', confidence };
}

/** The verdict over a cleaned text; `scores` is the n-gram model. */
export function detectLanguage(text: string, scores: Scores): DetectedLanguage {
  const spoken = spokenPart(text);
  const counts = countScripts(spoken);
  const script = mainScript(counts);
  if (script === 'Zyyy') return undetermined;
  if (script === 'Hani' || script === 'Kana' || script === 'Hang') return eastAsian(spoken, counts);
  const letters = counts.get(script) ?? 0;
  const only = oneLanguage[script];
  if (only !== undefined) return { language: only, script, confidence: Math.min(0.98, 0.8 + letters / 50) };
  if (letters < 2) return { ...undetermined, script };
  if (script === 'Cyrl') return cyrillic(spoken, scores);
  if (script === 'Arab') return arabic(spoken, scores);
  if (script === 'Deva') return { ...bestOf(scores(spoken), ['hi', 'mr'], 'hi'), script, confidence: 0.85 };
  return latin(spoken, letters, scores);
}

/** Loads the n-gram tables (one to three seconds and some 100 MB, once a process). */
export async function openLanguageDetector(): Promise<LanguageDetector> {
  // The plain entry of eld comes without tables and fails on every call until they are loaded; this one brings the large ones along.
  const { eld } = await import('eld/large');
  const model = eld.newInstance();
  return { detect: (text) => detectLanguage(text, (spoken) => model.detect(spoken).getScores()) };
}
