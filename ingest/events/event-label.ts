// The label of an event: one line, short, and redacted like everything that comes from outside.
import { redactText } from '../stages/redact.ts';

const mostCharacters = 200;

/** `untitled` where nothing is left. */
export function eventLabel(text: string | null | undefined): string {
  const line = redactText((text ?? '').replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ').trim()).text;
  return [...line].slice(0, mostCharacters).join('') || 'untitled';
}
