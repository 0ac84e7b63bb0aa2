// What the English messages of a conversation name, gathered by kind, each thing once; and what stands under a negation, by message.
import type { Reading } from '../api/shapes.ts';

export const namedKinds = ['amount', 'when', 'howLong', 'share'] as const;
export type NamedKind = (typeof namedKinds)[number];
export type NamedGroup = { readonly kind: NamedKind; readonly texts: readonly string[]; readonly more: number };

const mostShown = 6;

/** Kinds without a thing are left out; what is written alike but for capitals and spaces is one thing. */
export function namedGroups(messages: Reading['messages']): readonly NamedGroup[] {
  const all = messages.flatMap(({ named }) => named);
  return namedKinds.flatMap((kind): NamedGroup[] => {
    const own = new Map<string, string>();
    for (const one of all) {
      const text = one.text.replaceAll(/\s+/g, ' ');
      const key = text.toLowerCase().replaceAll(' ', '');
      if (one.kind === kind && !own.has(key)) own.set(key, text);
    }
    const texts = [...own.values()];
    return texts.length === 0 ? [] : [{ kind, texts: texts.slice(0, mostShown), more: Math.max(0, texts.length - mostShown) }];
  });
}

/** The stretches under a negation of one message; none where it was not read. */
export function negatedTexts(messages: Reading['messages'], id: string): readonly string[] {
  return [...new Set(messages.filter((one) => one.id === id).flatMap(({ negated }) => negated.map(({ text }) => text)))];
}
