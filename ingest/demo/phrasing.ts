// Putting sentences together: choosing a line, filling its slots, and the small carelessness of people who type.
import type { TextLanguage } from './company.ts';
import type { Random } from './random.ts';

/** The value of a slot by its name; undefined where there is none, which makes a line with that slot unusable. */
export type Values = (slot: string) => string | undefined;

/** A template with its slots filled; null where a value is missing. */
export function fill(template: string, values: Values): string | null {
  let isComplete = true;
  const text = template
    .replace(/\{(\w+)\}/g, (_, slot: string) => {
      const value = values(slot);
      if (value === undefined) isComplete = false;
      return value ?? '';
    })
    .replace(/\b([Aa]) iPhone/g, '$1n iPhone');
  if (!isComplete) return null;
  // A sentence that begins with a slot begins with whatever was put there.
  return template.startsWith('{since}') ? text.charAt(0).toUpperCase() + text.slice(1) : text;
}

/**
 * One filled line of a list; lines whose slots have no value are passed over, and a list of only such lines gives an empty text.
 * Lines in `used` are avoided while there are others, so that nobody says the same thing twice in one conversation.
 */
export function say(random: Random, lines: readonly string[], values: Values, used?: Set<string>): string {
  for (let attempt = 0; attempt < 8 && lines.length > 0; attempt += 1) {
    const line = random.pick(lines);
    if (attempt < 6 && used?.has(line) === true) continue;
    const text = fill(line, values);
    if (text === null) continue;
    used?.add(line);
    return text;
  }
  return lines.map((line) => fill(line, values)).find((text) => text !== null) ?? '';
}

const ends = /[.!?。！？…)）”」]$/;

/** Sentences as one paragraph; each but the last gets a full stop where it has no end of its own. */
export function paragraph(language: TextLanguage, sentences: readonly string[]): string {
  const said = sentences.filter((sentence) => sentence !== '');
  const [stop, joiner] = language === 'zh' ? ['。', ''] : ['.', ' '];
  return said.map((sentence, at) => (at === said.length - 1 || ends.test(sentence) ? sentence : `${sentence}${stop}`)).join(joiner);
}

/** Typed on a phone: lower case, missing stops, too many of them, doubled letters left as they fall. */
export function typeCarelessly(random: Random, language: TextLanguage, text: string): string {
  const mood = random.next();
  if (language === 'zh') {
    if (mood < 0.22) return text.replace(/[，]/g, ' ').replace(/。$/, '');
    if (mood < 0.34) return text.replace(/，/g, ',').replace(/？/g, '?').replace(/！/g, '!');
    if (mood < 0.4) return text.replace(/[？?]$/, '？？');
    return text.replace(/。$/, '');
  }
  if (mood < 0.26 && language !== 'de') return decapitalise(text);
  if (mood < 0.34) return text.replace(/'/g, '').replace(/\.$/, '');
  if (mood < 0.4) return text.replace(/\?$/, '??');
  return text.replace(/([^.])\.$/, random.chance(0.5) ? '$1' : '$1.');
}

/** The first letter small, unless the word is an abbreviation or the text is shouted. */
function decapitalise(text: string): string {
  return /^\p{Lu}[\p{Ll}\s'’]/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}
