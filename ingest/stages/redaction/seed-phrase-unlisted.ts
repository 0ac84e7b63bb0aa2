// Seed phrases of other lists (Monero, SLIP-39, Electrum 1): a row of words without grammar, beside the name of a seed phrase.
import { type Detector, none, type Span } from './detector.ts';
import { functionWords } from './prose-words.ts';
import { hasSeedContext, numberingStart } from './seed-context.ts';
import type { SeedToken } from './seed-tokens.ts';
import type { TextView } from './text-view.ts';
import { trait } from './traits.ts';

const least = 12;
const most = 40;
// What may part the words of a phrase; a full stop, bracket or colon only behind the number of a word.
const separator = /^[\s,;|"'>*#_\d.):-]*$/;
const unnumbered = /(?:^|\D)[.):]/;

function isWord(token: SeedToken): boolean {
  const { form } = token;
  return form.length >= 3 && form.length <= 12 && /^[a-z]+$/.test(form) && !functionWords.has(form);
}

/** Rows of words with nothing but separators between them and no function word among them: no sentence has twelve in a row. */
function rowsOf(view: TextView): readonly (readonly SeedToken[])[] {
  const rows: SeedToken[][] = [];
  let row: SeedToken[] = [];
  for (const token of view.words()) {
    if (token.lead) continue;
    const previous = row.at(-1);
    const gap = previous === undefined ? '' : view.latinFolded.slice(previous.end, Math.min(token.start, previous.end + 24));
    if (!isWord(token) || (previous !== undefined && (token.start - previous.end > 24 || !separator.test(gap) || unnumbered.test(gap)))) {
      if (row.length >= least) rows.push(row);
      row = isWord(token) ? [token] : [];
    } else {
      row.push(token);
    }
  }
  if (row.length >= least) rows.push(row);
  return rows.filter((each) => each.length <= most);
}

function find(view: TextView): readonly Span[] {
  if (view.text.length < 60) return none;
  const spans: Span[] = [];
  for (const row of rowsOf(view)) {
    const start = row[0]?.start ?? 0;
    const end = row.at(-1)?.end ?? 0;
    const isVaried = new Set(row.map((token) => token.form)).size >= row.length * 0.8;
    if (isVaried && hasSeedContext(view, start, end)) spans.push({ kind: 'SEED_PHRASE', start: numberingStart(view, start), end });
  }
  return spans;
}

/** Twelve to forty words in a row that form no sentence, within 80 characters of the name of a seed phrase. */
export const seedPhraseUnlisted: Detector = { name: 'seed-phrase-unlisted', needs: trait.seed, find };
