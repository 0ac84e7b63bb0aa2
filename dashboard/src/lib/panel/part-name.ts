// What a named part of the rows behind a number is called, for the line that says which rows a list holds.
import type { Format } from '../format/format.ts';
import { bandName } from '../satisfaction/charts.ts';
import type { Words } from '../words/words.ts';

/** The name as the figure itself has it; the bare name of the part where the screen knows none. */
export function partName(part: string, words: Words, format: Format): string {
  const [name = '', kind = '', ...rest] = part.split(':');
  const key = rest.join(':');
  const text = words.satisfaction;
  if (name === 'from') return words.complaints.cameFrom(format.rung(kind));
  if (name === 'wait') return text.waitOf(bandName({ fromMs: Number(kind), toMs: key === '' ? null : Number(key) }, words, format));
  if (name === 'driver' && kind === 'category') return format.category(key);
  if (name === 'driver' && kind === 'channel') return format.channel(key);
  return Object.hasOwn(text.parts, part) ? (text.parts[part] ?? part) : part;
}
