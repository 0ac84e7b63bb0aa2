// Traditional Chinese characters as simplified ones, each in its place.
import traditionalToSimplified from 'opencc-js/dict/TSCharacters';

const simplified: ReadonlyMap<string, string> = new Map(
  traditionalToSimplified.split('|').flatMap((pair): [string, string][] => {
    const [from = '', to = ''] = pair.split(' ');
    // Of several readings the first; only characters of one unit, so that no place moves.
    return from.length === 1 && to.charAt(0) !== '' ? [[from, to.charAt(0)]] : [];
  }),
);

/** The same text with simplified characters, of the same length: what was found at a place is found at the same one. */
export function toSimplified(text: string): string {
  let result = '';
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charAt(at);
    result += simplified.get(unit) ?? unit;
  }
  return result;
}
