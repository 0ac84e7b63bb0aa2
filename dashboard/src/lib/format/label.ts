// What a value of a dimension is called on screen.
import type { FilterDimension } from '../url-state/filters.ts';
import type { Format } from './format.ts';

type Named = { readonly value: string; readonly label: string | null };

/** The readable name of a value: channels and languages from the screen's words, sources by their label, the rest as it is. */
export function labelOf(format: Format, dimension: FilterDimension, value: string, known: readonly Named[] = []): string {
  switch (dimension) {
    case 'channel':
      return format.channel(value);
    case 'language':
      return format.language(value);
    case 'country':
      return format.country(value);
    case 'category':
      return format.category(value);
    case 'sentiment':
      return format.sentiment(value);
    case 'urgency':
      return format.urgency(value);
    case 'risk':
      return format.risk(value);
    case 'complaint':
      return format.rung(value);
    case 'source':
    case 'issue':
    case 'team':
    case 'agent':
      return known.find((entry) => entry.value === value)?.label ?? (value === 'none' ? format.unset : value);
    default:
      return dimension satisfies never;
  }
}
