// From labelled conversations to lessons: which of them a model can learn from, what each teaches and how much it counts.
import { baseLanguage } from '#db/model/language.ts';
import type { TaughtConversation } from '#db/store/taught-conversations.ts';
import type { FieldModel } from './field-model.ts';
import type { Lesson } from './lesson-space.ts';

/** What one voice alone is worth beside a settled label or two voices. */
const oneVoice = 0.75;
/** Of longer conversations the beginning tells what they are about. */
const mostMessages = 12;
const mostStanding = 5;

/** A conversation whose labels the model has, by their places. */
export type Usable = TaughtConversation & { readonly known: readonly (readonly [label: number, share: number])[] };

/** Labels that the model does not have teach nothing: they are of earlier categories. */
export function usableOf(conversations: readonly TaughtConversation[], labels: readonly string[]): Usable[] {
  return conversations.flatMap((one) => {
    const known = [...one.truth].map(([label, share]) => [labels.indexOf(label), share] as const);
    return one.messages.length === 0 || known.length === 0 || known.some(([label]) => label < 0) ? [] : [{ ...one, known }];
  });
}

/** One over the chance of the draw, 1 on average and 5 at most; what was not drawn but come across counts as the least. */
function standingOf(taught: readonly Usable[]): (one: Usable) => number {
  const drawn = taught.flatMap(({ test }) => (test === null ? [] : [test.weight]));
  const mean = drawn.reduce((sum, weight) => sum + weight, 0) / Math.max(1, drawn.length) || 1;
  const least = drawn.length === 0 ? 1 : Math.min(...drawn) / mean;
  return ({ test }) => (test === null ? least : Math.min(mostStanding, test.weight / mean));
}

export function lessonsOf(model: FieldModel, taught: readonly Usable[], onRead: (done: number) => void = () => {}): Lesson[] {
  const groups = new Map<string, number>();
  const standing = standingOf(taught);
  return taught.flatMap((one, at) => {
    const group = groups.get(one.customer) ?? groups.size;
    groups.set(one.customer, group);
    onRead(at);
    const messages = one.messages.slice(0, mostMessages).flatMap((message) => {
      const said = model.tell(message);
      if (said === null) return [];
      const buckets = said.features.buckets.slice(0, said.features.size);
      return [{ language: baseLanguage(message.language), probabilities: Float64Array.from(said.probabilities), buckets }];
    });
    if (messages.length === 0) return [];
    return [{ truth: one.known, weight: one.isFirm ? 1 : oneVoice, standing: standing(one), group, messages }];
  });
}
