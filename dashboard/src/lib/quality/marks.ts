// Marks while they are being given: which criterion is next, which key says what, and how marks are written.
import type { Words } from '../words/words.ts';
import type { Criterion, Mark, Marks } from './ask.ts';

export const criteria: readonly Criterion[] = ['speed', 'language', 'attitude', 'expertise', 'initiative', 'safety', 'solved'];

/** One value for each criterion. */
export function byCriterion<Value>(of: (criterion: Criterion) => Value): Record<Criterion, Value> {
  return {
    speed: of('speed'),
    language: of('language'),
    attitude: of('attitude'),
    expertise: of('expertise'),
    initiative: of('initiative'),
    safety: of('safety'),
    solved: of('solved'),
  };
}

/** `undefined`: not marked yet; `null`: does not apply. */
export type Draft = Readonly<Partial<Record<Criterion, Mark>>>;

export type MarkChoice = { readonly mark: Mark; readonly key: string };
export const markChoices: readonly MarkChoice[] = [
  { mark: 2, key: 'y' },
  { mark: 1, key: 'p' },
  { mark: 0, key: 'n' },
  { mark: null, key: 'x' },
];

export function markWord(mark: Mark, words: Words): string {
  const { marks } = words.quality;
  return mark === null ? marks.none : marks[mark];
}

/** How many criteria are without a mark. */
export function missingIn(draft: Draft): number {
  return criteria.filter((criterion) => draft[criterion] === undefined).length;
}

/** The marks of a complete draft; null while something is missing. */
export function toMarks(draft: Draft): Marks | null {
  return missingIn(draft) > 0 ? null : byCriterion((criterion) => draft[criterion] ?? null);
}

/** The next criterion without a mark after this one, from the top again at the end; this one where none is left. */
export function nextOpen(draft: Draft, after: Criterion): Criterion {
  const at = criteria.indexOf(after);
  const turn = [...criteria.slice(at + 1), ...criteria.slice(0, at + 1)];
  return turn.find((criterion) => draft[criterion] === undefined) ?? after;
}

export type ReviewWish =
  | { readonly does: 'go'; readonly to: Criterion }
  | { readonly does: 'move'; readonly by: 1 | -1 }
  | { readonly does: 'mark'; readonly mark: Mark }
  | { readonly does: 'note' | 'save' | 'leave' };

export type KeyPress = { readonly key: string; readonly hasModifier: boolean; readonly isTyping: boolean; readonly isOnButton: boolean };

/** What a key asks for; null for keys that mean nothing here. While somebody types, only Escape does, and that is the field's. */
export function reviewWish({ key, hasModifier, isTyping, isOnButton }: KeyPress): ReviewWish | null {
  if (hasModifier || isTyping) return null;
  const to = /^[1-7]$/.test(key) ? criteria[Number(key) - 1] : undefined;
  if (to !== undefined) return { does: 'go', to };
  const choice = markChoices.find((one) => one.key === key.toLowerCase());
  if (choice !== undefined) return { does: 'mark', mark: choice.mark };
  if (key === 'ArrowDown' || key === 'ArrowUp') return { does: 'move', by: key === 'ArrowDown' ? 1 : -1 };
  if (key.toLowerCase() === 'c') return { does: 'note' };
  // A button that has the focus is pressed by Enter itself.
  if (key === 'Enter' && !isOnButton) return { does: 'save' };
  return key === 'Escape' ? { does: 'leave' } : null;
}
