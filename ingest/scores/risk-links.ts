// Links of a message: whether a host imitates a brand, is a bait on a free host, or is a form. Nothing is ever fetched.
import { domainToUnicode } from 'node:url';
import { parse } from 'tldts';
import { baits, cheapHosts, formHosts, type RiskBrands, rentedHosts } from './risk-brands.ts';

export type RiskLink = { readonly start: number; readonly end: number; readonly kind: 'look-alike' | 'form' | 'own' | 'other' };

const mostRead = 4000;
// "hxxp" and "[.]" are how careful people write a bad address.
const linkPattern =
  /(?<![\p{L}\p{N}@._-])(?:h(?:tt|xx)ps?:\/\/)?((?:[\p{L}\p{N}-]{1,63}(?:\.|\[\.\])){1,6}[\p{L}\p{N}-]{2,24})(?![\p{L}\p{N}@-])(\/[^\s<>"]{0,300})?/giu;

// Letters of other scripts that look like Latin ones (Unicode TR 39, those seen in imitations), and digits that pass for letters.
const lookAlikes: ReadonlyMap<string, string> = new Map(
  [
    ...[
      'аa',
      'еe',
      'оo',
      'рp',
      'сc',
      'уy',
      'хx',
      'іi',
      'ѕs',
      'ԁd',
      'ɡg',
      'ӏl',
      'ո' + 'n',
      'κk',
      'ο' + 'o',
      'αa',
      'ρp',
      'νv',
      'ιi',
      'τt',
      'вb',
      'кk',
      'мm',
      'нh',
      'тt',
    ],
    ...['ıi', 'łl', 'øo', 'đd', '0o', '1l', '3e', '4a', '5s', '8b'],
  ].map((pair): [string, string] => [pair.charAt(0), pair.charAt(1)]),
);

/** What the eye reads: no accents, no foreign look-alikes, no digits for letters, `i` and `l` alike. */
export function skeleton(label: string): string {
  const plain = label.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  const letters = Array.from(plain, (character) => lookAlikes.get(character) ?? character).join('');
  return letters.replaceAll('rn', 'm').replaceAll('vv', 'w').replaceAll('i', 'l');
}

/** Edits (change, drop, add, swap of neighbours) between two short words; stops counting past 2 and gives 3. */
export function nearEdits(left: string, right: string): number {
  if (Math.abs(left.length - right.length) > 2) return 3;
  let [before, row] = [[] as number[], Array.from({ length: right.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const change = left[i - 1] === right[j - 1] ? 0 : 1;
      let cost = Math.min((row[j] ?? 9) + 1, (next[j - 1] ?? 9) + 1, (row[j - 1] ?? 9) + change);
      const isSwap = i > 1 && j > 1 && left[i - 1] === right[j - 2] && left[i - 2] === right[j - 1];
      if (isSwap) cost = Math.min(cost, (before[j - 2] ?? 9) + 1);
      next.push(cost);
    }
    [before, row] = [row, next];
  }
  return Math.min(3, row[right.length] ?? 3);
}

/** Short names sit in honest words by accident (`okx`, `ledger` in `ledgers`), so they must be a part by themselves. */
function carries(part: string, brand: string): boolean {
  if (part === brand) return true;
  if (brand.length >= 7) return part.includes(brand) || nearEdits(part, brand) <= (brand.length >= 8 ? 2 : 1);
  return brand.length >= 6 && (part.startsWith(brand) || part.endsWith(brand) || nearEdits(part, brand) <= 1);
}

/** Tells the links of a text apart, in their order. */
export function openLinkReader({ names, ownDomains }: RiskBrands): (text: string) => RiskLink[] {
  const own = new Set(ownDomains);
  const brands = [...new Set(names.map(skeleton))];
  const kindOf = (written: string, path: string): RiskLink['kind'] | null => {
    const host = written.replaceAll('[.]', '.').toLowerCase();
    const { domain, hostname, isIcann } = parse(host);
    if (domain === null || hostname === null || isIcann !== true) return null;
    if (own.has(domain)) return 'own';
    const isForm = formHosts.some(
      ({ domain: form, path: at }) => (domain === form || hostname === form) && (at === null || path.startsWith(at)),
    );
    if (isForm) return 'form';
    if (rentedHosts.includes(domain)) return 'other';
    const shown = hostname.includes('xn--') ? domainToUnicode(hostname) || hostname : hostname;
    const parts = shown.split(/[.-]/).slice(0, -1).map(skeleton);
    const joined = shown
      .split('.')
      .slice(0, -1)
      .map((label) => skeleton(label.replaceAll('-', '')));
    const isNamed = brands.some(
      (brand) => parts.some((part) => carries(part, brand)) || (brand.length >= 7 && joined.some((label) => label.includes(brand))),
    );
    if (isNamed) return 'look-alike';
    const isBait = cheapHosts.includes(domain) && baits.some((bait) => parts.some((part) => part.includes(skeleton(bait))));
    return isBait ? 'look-alike' : 'other';
  };
  return (text) => {
    if (!text.includes('.')) return [];
    const links: RiskLink[] = [];
    for (const match of text.slice(0, mostRead).matchAll(linkPattern)) {
      const kind = kindOf(match[1] ?? '', match[2] ?? '');
      if (kind !== null) links.push({ start: match.index, end: match.index + match[0].length, kind });
    }
    return links;
  };
}
