// What in a text belongs to no language: links, mentions, hashtags, names of files, markup, and the tokens that redaction leaves.
import { redactionKinds, tokenOf } from './redaction/finding.ts';

const tokens = redactionKinds.map((kind) => tokenOf(kind).replace(/[[\]]/g, '\\$&')).join('|');

// Each with a character it cannot do without: most texts have none of them, and `includes` is far faster than a pattern.
const noises: readonly { readonly mark: string; readonly pattern: RegExp }[] = [
  { mark: '://', pattern: /[A-Za-z]{2,10}:\/\/[^\s<>"\u3000-\u9fff]{1,2000}/g },
  { mark: 'www.', pattern: /www\.[^\s<>"\u3000-\u9fff]{1,2000}/g },
  { mark: '[', pattern: new RegExp(tokens, 'g') },
  { mark: '__', pattern: /__[a-z]{2,12}__/g },
  { mark: '<', pattern: /<\/?[a-zA-Z][^<>]{0,400}>/g },
  { mark: '&', pattern: /&(?:#\d{1,6}|[A-Za-z]{2,8});/g },
  { mark: '@', pattern: /(?:(?<![\w.+-])[\w.+-]{1,64})?@[\p{L}\p{N}_.-]{1,64}/gu },
  { mark: '＠', pattern: /＠[\p{L}\p{N}_.-]{1,64}/gu },
  { mark: '#', pattern: /#[\p{L}\p{N}_.-]{1,64}/gu },
  { mark: '＃', pattern: /＃[\p{L}\p{N}_.-]{1,64}/gu },
];

// What an attachment is called is nobody's language: `[screenshot-12.png]`, `IMG_2031.jpeg`.
const ending = '(?:png|jpe?g|gif|webp|heic|bmp|svg|pdf|docx?|xlsx?|csv|txt|log|zip|mp4|mov|mp3|eml)';
const hasFile = new RegExp(`\\.${ending}(?![\\p{L}\\p{N}])`, 'iu');
const fileName = new RegExp(`(?<![\\p{L}\\p{N}_.-])[\\p{L}\\p{N}_.-]{1,100}\\.${ending}(?![\\p{L}\\p{N}])`, 'giu');

/** The text without links, mentions, hashtags, names of files, tokens and markup; long texts are judged by their first 2,000 characters. */
export function spokenPart(text: string): string {
  let part = text.length > 2000 ? text.slice(0, 2000) : text;
  for (const { mark, pattern } of noises) if (part.includes(mark)) part = part.replace(pattern, ' ');
  return hasFile.test(part) ? part.replace(fileName, ' ') : part;
}
