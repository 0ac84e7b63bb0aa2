// What somebody has typed of new weights, and the version that it means.
import type { Criterion, NewTerms, Terms } from './ask.ts';
import { byCriterion, criteria } from './marks.ts';

export type WeightsDraft = { readonly weights: Readonly<Record<Criterion, string>>; readonly passMark: string };

export function weightsDraft({ weights, passMark }: Pick<Terms, 'weights' | 'passMark'>): WeightsDraft {
  return { weights: byCriterion((criterion) => String(weights[criterion])), passMark: String(Math.round(passMark * 100)) };
}

const numberOf = (text: string): number | null =>
  /^\d{1,3}([.,]\d{1,2})?$/.test(text.trim()) ? Number(text.trim().replace(',', '.')) : null;

/** The weight that a text means; null for anything that is none. */
export function weightOf(text: string): number | null {
  const found = numberOf(text);
  return found !== null && found <= 100 ? found : null;
}

/** The sum of the weights; null while one of them is none. */
export function sumOf({ weights }: WeightsDraft): number | null {
  return criteria.reduce<number | null>((sum, criterion) => {
    const one = weightOf(weights[criterion]);
    return sum === null || one === null ? null : sum + one;
  }, 0);
}

/** The pass mark in percent; null for anything that is none. */
export function passMarkOf({ passMark }: WeightsDraft): number | null {
  const found = /^\d{1,3}$/.test(passMark.trim()) ? Number(passMark) : null;
  return found !== null && found >= 5 && found <= 100 ? found : null;
}

/** The new version; null while something is wrong with it. */
export function toTerms(draft: WeightsDraft, basedOn: number): NewTerms | null {
  const mark = passMarkOf(draft);
  if (mark === null || (sumOf(draft) ?? 0) <= 0) return null;
  const weights = byCriterion((criterion) => weightOf(draft.weights[criterion]) ?? 0);
  return { weights, passMark: mark / 100, basedOn };
}
