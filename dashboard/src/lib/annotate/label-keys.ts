// One key for each label: digits first, then letters that nothing else uses, then capitals.

/** Keys of the queue that are no labels. */
export const queueKeys = { skip: 's', flag: 'f', comment: 'c', undo: 'u', guide: 'g' } as const;

const taken = new Set<string>(Object.values(queueKeys));
const letters = [...'qwertyuiopasdfghjklzxcvbnm'].filter((letter) => !taken.has(letter));
const offered = [...'1234567890', ...letters, ...letters.map((letter) => letter.toUpperCase())];

/** The keys of so many labels, by their place; labels beyond the last key can be clicked only. */
export function labelKeys(count: number): readonly string[] {
  return offered.slice(0, count);
}

export type QueueWish =
  | { readonly does: 'label'; readonly place: number }
  | { readonly does: 'skip' | 'flag' | 'comment' | 'undo' | 'guide' | 'leave' };

export type QueuePress = { readonly key: string; readonly hasModifier: boolean; readonly isTyping: boolean; readonly isRepeat: boolean };

/** What a press asks for; null where it belongs to the browser. A key that is held down asks once. */
export function queueWish({ key, hasModifier, isTyping, isRepeat }: QueuePress, labels: number): QueueWish | null {
  if (hasModifier || isRepeat) return null;
  if (isTyping) return null;
  if (key === 'Escape') return { does: 'leave' };
  if (key === 'Backspace') return { does: 'undo' };
  const place = labelKeys(labels).indexOf(key);
  if (place >= 0) return { does: 'label', place };
  for (const does of ['skip', 'flag', 'comment', 'undo', 'guide'] as const) if (queueKeys[does] === key) return { does };
  return null;
}
