// The field that an address names.
import { type Field, fields } from './ask.ts';

/** Sentiment where it names none. */
export function fieldOf(params: URLSearchParams): Field {
  return fields.find((field) => field === params.get('field')) ?? 'sentiment';
}
