// Words of feeling with their strength, for languages without labelled texts, and for texts of a word or an emoji.
import { emoji } from './emoji.ts';
import { japanese } from './ja.ts';
import { russian } from './ru.ts';
import type { Lexicon } from './strengths.ts';

const lexicons: ReadonlyMap<string, Lexicon> = new Map([russian, japanese].map((one) => [one.language, one]));

export type Felt = {
  readonly sum: number;
  readonly hits: readonly { readonly start: number; readonly end: number; readonly weight: number }[];
};

const reach = 25;

/** What the words and emoji of a text add up to; each hit with its place. Null where the language has no list and no emoji is there. */
export function feel(text: string, language: string): Felt | null {
  const lexicon = lexicons.get(language);
  const hits = [...emojiHits(text), ...(lexicon === undefined ? [] : wordHits(text.toLowerCase(), lexicon))];
  if (lexicon === undefined && hits.length === 0) return null;
  return { sum: hits.reduce((sum, { weight }) => sum + weight, 0), hits };
}

function emojiHits(text: string) {
  return [...text.matchAll(/\p{Extended_Pictographic}/gu)].flatMap((match) => {
    const weight = emoji.get(match[0]);
    return weight === undefined ? [] : [{ start: match.index, end: match.index + match[0].length, weight }];
  });
}

/** Words in scripts with spaces are matched at their beginning, others anywhere. */
function wordHits(text: string, { stems, negations, negatedBehind }: Lexicon) {
  const hits: { start: number; end: number; weight: number }[] = [];
  for (const [stem, strength] of stems) {
    for (let at = text.indexOf(stem); at >= 0; at = text.indexOf(stem, at + stem.length)) {
      const isWithin = /\p{Script=Cyrillic}/u.test(stem) && /\p{L}/u.test(text.charAt(at - 1));
      if (isWithin) continue;
      const before = text
        .slice(Math.max(0, at - reach), at)
        .split(/[\s,.!?。、！？]+/)
        .filter((word) => word !== '')
        .slice(-2);
      const behind = text.slice(at + stem.length, at + stem.length + 6);
      const isTurned = before.some((word) => negations.includes(word)) || negatedBehind.some((tail) => behind.includes(tail));
      hits.push({ start: at, end: at + stem.length, weight: isTurned ? -0.7 * strength : strength });
    }
  }
  return withoutOverlaps(hits);
}

function withoutOverlaps<Hit extends { start: number; end: number }>(hits: readonly Hit[]): Hit[] {
  const longestFirst = [...hits].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  const kept: Hit[] = [];
  for (const hit of longestFirst) if (!kept.some((other) => hit.start < other.end && other.start < hit.end)) kept.push(hit);
  return kept.sort((a, b) => a.start - b.start);
}
