// Stated passwords: "my password is ...", in every text language.
import { textLanguages } from '#ingest/languages/index.ts';
import { barrier } from './characters.ts';
import { foldPhrase, phraseSource, wordsOf } from './context.ts';
import type { Detector, Span } from './detector.ts';
import type { TextView } from './text-view.ts';
import { trait } from './traits.ts';

const names = new RegExp(phraseSource(wordsOf('password')), 'g');
const links = phraseSource(wordsOf('passwordLinks').filter((word) => word !== '-'));
const adverb = phraseSource([
  'now',
  'currently',
  'jetzt',
  'aktuell',
  'nun',
  'maintenant',
  'actuellement',
  'ahora',
  'actualmente',
  'adesso',
  'ora',
  'agora',
  'теперь',
  'сейчас',
]);
const linkSource = `(?:(${links})(?:[ \\t]${adverb})?[ \\t]{0,2}[:=-]{0,2}|[:=]{1,2}>?|-{1,2}>?(?=[ \\t]))[ \\t\\n]{0,3}(?:-[ \\t])?`;
// What may stand between the name and the link: "password for my account:", "password (new):".
const link = new RegExp(`^(?:[ \\t]{0,2}\\([^()\\n]{0,20}\\))?[ \\t'a-zа-я]{0,28}?[ \\t]{0,2}${linkSource}`);
const plainLink = new RegExp(`^[ \\t]{0,2}${linkSource}`);
// Links that are as often a preposition or "and": behind them only a value with a digit or a sign is believed.
const weakLinks: ReadonlySet<string> = new Set(['to', 'auf', 'a', 'para', 'in', 'en', 'par', 'por', 'на', 'are', 'its', 'e', 'sei']);
const stops: ReadonlySet<string> = new Set(wordsOf('passwordStops').map(foldPhrase));
const names2 = new RegExp(`^${phraseSource(wordsOf('password'))}$`);

// Ordinary words of every language: nothing that reads as prose is a password.
const ordinary: ReadonlySet<string> = new Set(
  textLanguages
    .flatMap((language) => [...language.cues, ...language.negations, ...language.closing.thanks, ...language.closing.acknowledgements])
    .map(foldPhrase),
);

const participle =
  /(?:ed|ing|ly|able|ible|ful|less|tion|tions|ment|ado|ada|ido|ida|ato|ata|uto|ito|ee|ees|ant|ement|lich|isch|bar|ung|ungen|iert|endo|ando|mente)$/;

type LinkStrength = 'sign' | 'word' | 'weak';
type Value = { readonly start: number; readonly end: number; readonly isQuoted: boolean };

/** The value behind a link: a quoted stretch, or everything up to the next space without the punctuation of the sentence. */
function valueAt(text: string, at: number): Value | null {
  const opening = text.charAt(at);
  if (opening === '"' || opening === "'") {
    const close = text.indexOf(opening, at + 1);
    if (close > at + 3 && close - at <= 66) return { start: at + 1, end: close, isQuoted: true };
  }
  let start = at;
  while (start - at < 4 && /[("'[{<*`«「\n]/.test(text.charAt(start))) start++;
  let end = start;
  while (end < text.length && end - start < 65 && /[\x21-\x7e\u00a1-\u024f\u0400-\u04ff]/.test(text.charAt(end))) end++;
  while (end > start && /[.,;:?"')\]}>*`»]/.test(text.charAt(end - 1))) end--;
  return end - start >= 4 && end - start <= 64 ? { start, end, isQuoted: false } : null;
}

/** Whether a value could be a password. Behind a colon nearly anything is; behind "is" a word of prose is likelier than a password of letters. */
function isPassword(text: string, value: Value, strength: LinkStrength): boolean {
  const raw = text.slice(value.start, value.end);
  const form = foldPhrase(raw);
  if (raw.includes(barrier) || !/[\p{L}\d]/u.test(raw) || /^[*•.xX_#?-]+$/.test(raw) || /^https?:|^www\./i.test(raw)) return false;
  if (value.isQuoted) return !stops.has(form) && !/\s.*\s.*\s/.test(raw);
  if (stops.has(form) || ordinary.has(form) || names2.test(form)) return false;
  const isLetters = /^[\p{L}'-]+$/u.test(raw);
  // Words joined by slashes, mask characters or ellipses are prose too: "wrong/invalid", "reset...again".
  if (!isLetters && /^[\p{L}]+(?:[/.…,&!]+[\p{L}]*)+$/u.test(raw)) return false;
  if (!isLetters) return !/^\d{1,3}[-~到至]\d{1,3}$/.test(raw) && !/^\d{1,2}(?:st|nd|rd|th|-digit)/.test(raw);
  const isMixed = /[a-z][A-Z]/.test(raw) || /^[A-Z]{2,}[a-z]/.test(raw);
  if (isMixed) return true;
  if (participle.test(form)) return false;
  if (strength !== 'word') return strength === 'sign';
  // "my password is dragonfly.": the sentence has to end there.
  return /^\s*(?:$|[.,;!?\n)]|and\b|but\b|et\b|und\b|y\b|e\b|и )/.test(text.slice(value.end, value.end + 12)) && form.length >= 6;
}

function strengthOf(view: TextView, after: number, linked: RegExpExecArray | null): LinkStrength {
  const word = linked?.[1];
  if (linked === null || word === undefined) return linked !== null && /[:=]/.test(linked[0]) ? 'sign' : 'weak';
  if (/[:=]/.test(linked[0])) return 'sign';
  // Folding makes one of "é" (is) and "e" (and); the text as written tells them apart.
  if (word === 'e' && /[éè]/.test(view.text.slice(after, after + linked[0].length))) return 'word';
  return weakLinks.has(word) ? 'weak' : 'word';
}

// Without a link only a value that could hardly be anything else: six characters at least, letters and digits or signs among them.
const bareGap = /^[ \t]{0,3}["'`*([{<«「]{0,3}/;

function isUnmistakable(raw: string): boolean {
  return (
    /^[\x21-\x7e]{6,}$/.test(raw) && /[a-z]/i.test(raw) && /\d/.test(raw) && !/^v?\d+(?:\.\d+)+/i.test(raw) && !/^[a-z]+-\d+$/i.test(raw)
  );
}

// Words that name other things as well: "boarding pass: gate 24".
const weakNames: ReadonlySet<string> = new Set(['pass']);

const pinName = /^(?:pin|pins|pin code|pincode|code pin|codigo pin|codice pin|пин|пин-код|geheimzahl)$/;
const cjk = /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7a3]/;

function find(view: TextView): readonly Span[] {
  const spans: Span[] = [];
  for (const match of view.folded.matchAll(names)) {
    const after = match.index + match[0].length;
    const rest = view.folded.slice(after, after + 64);
    const isCjk = cjk.test(match[0].slice(-1));
    const linked = (isCjk ? plainLink : link).exec(rest);
    // 密码123456: without any link, the value has to stand right there.
    const gap = bareGap.exec(rest)?.[0] ?? '';
    if (linked === null && !isCjk && gap === '') continue;
    const at = after + (linked?.[0] ?? gap).length;
    const value = valueAt(view.text, at);
    const isPin = pinName.test(match[0]);
    if (value === null || (isPin && !/\d/.test(view.text.slice(value.start, value.end)))) continue;
    const raw = view.text.slice(value.start, value.end);
    const isBareDigits = isCjk && gap === '' && /^[\x21-\x7e]{6,}$/.test(raw) && /\d/.test(raw);
    // "mot de passe 59523926": six digits right behind the name are hardly anything else, and behind "PIN" four.
    const isBareNumber = /^[ \t'"]{1,3}$/.test(gap) && (isPin ? /^\d{4,12}$/ : /^\d{6,12}$/).test(raw);
    if (linked === null && !isBareDigits && !isBareNumber && !isUnmistakable(raw)) continue;
    if (weakNames.has(match[0]) && !(linked !== null && /[:=]/.test(linked[0]) && (isUnmistakable(raw) || /^\d{6,12}$/.test(raw))))
      continue;
    if (isCjk && !/[A-Za-z0-9]/.test(raw)) continue;
    if (/^[位个個]|^\s?(?:digits?|characters?|桁|文字|자리)/.test(view.text.slice(value.end, value.end + 12))) continue;
    if (isPassword(view.text, value, isCjk ? 'sign' : strengthOf(view, after, linked)))
      spans.push({ kind: 'PASSWORD', start: value.start, end: value.end });
  }
  return spans;
}

/** The value that follows the name of a password and a link; states of a password ("is wrong") are left alone. */
export const password: Detector = { name: 'password', needs: trait.password, find };
