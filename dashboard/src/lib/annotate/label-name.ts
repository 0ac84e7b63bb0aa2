// What a label is called on screen, by the field that it belongs to.
import type { Format } from '../format/format.ts';
import type { Field } from './ask.ts';

export function labelName(format: Pick<Format, 'sentiment' | 'category' | 'urgency'>, field: Field, label: string | null): string {
  switch (field) {
    case 'sentiment':
      return format.sentiment(label);
    case 'category':
      return format.category(label);
    case 'harm':
      return format.urgency(label);
    default:
      return field satisfies never;
  }
}
