// API secrets: keys that announce themselves by a prefix, and random strings that a name stands beside.
import { base58AddressKind } from './address-base58.ts';
import { contexts, phraseSource, wordsOf } from './context.ts';
import { type Detector, isInUrl, isPreceded, type Span } from './detector.ts';
import { authenticatorWords, hint } from './hints.ts';
import type { TextView } from './text-view.ts';
import { trait } from './traits.ts';

// Each has a fixed prefix and one unambiguous run behind it.
const prefixed: readonly RegExp[] = [
  /(?<![A-Za-z0-9])(?:sk|rk)_(?:live|test)_[A-Za-z0-9]{16,}/g,
  /(?<![A-Za-z0-9])(?:sk-(?:ant-|proj-|or-)?[A-Za-z0-9_-]{20,})/g,
  /(?<![A-Za-z0-9])(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_[A-Za-z0-9_]{40,}|glpat-[A-Za-z0-9_-]{20,})/g,
  /(?<![A-Za-z0-9])xox[abeoprs]-[A-Za-z0-9-]{10,}|(?<![A-Za-z0-9])xapp-\d-[A-Za-z0-9-]{20,}/g,
  /(?<![A-Za-z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])/g,
  /(?<![A-Za-z0-9])AIza[A-Za-z0-9_-]{35}/g,
  /(?<![A-Za-z0-9])(?:SG\.[A-Za-z0-9_-]{16,32}\.[A-Za-z0-9_-]{30,}|shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}|whsec_[A-Za-z0-9+/=]{24,}|npm_[A-Za-z0-9]{36}|hf_[A-Za-z0-9]{30,}|dop_v1_[a-f0-9]{64}|ya29\.[A-Za-z0-9_-]{30,}|pypi-[A-Za-z0-9_-]{50,}|EAACEdEose0cBA[A-Za-z0-9]+)/g,
  // A JSON web token: header and payload begin with `{"`.
  /(?<![A-Za-z0-9])eyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}(?:\.[A-Za-z0-9_-]{0,2000})?/g,
  // A Telegram bot token.
  /(?<![A-Za-z0-9])\d{5,16}:A[A-Za-z0-9_-]{32,36}(?![A-Za-z0-9_-])/g,
  /(?<=hooks\.slack\.com\/services\/|discord(?:app)?\.com\/api\/webhooks\/)[A-Za-z0-9/_-]{20,}/g,
];
const prefixHint =
  /sk_|rk_|sk-|gh[pousr]_|github_pat_|glpat-|xox|xapp-|AKIA|ASIA|ABIA|ACCA|AIza|SG\.|shp|whsec_|npm_|hf_|dop_v1|ya29|pypi-|EAAC|eyJ|:A|hooks\.slack|webhooks\//;

const services = new RegExp(
  phraseSource([
    'binance',
    'okx',
    'okex',
    'bybit',
    'coinbase',
    'kraken',
    'kucoin',
    'bitget',
    'htx',
    'huobi',
    'gate',
    'gate.io',
    'mexc',
    'bitfinex',
    'bitstamp',
    'etherscan',
    'bscscan',
    'infura',
    'alchemy',
    'quicknode',
    'moralis',
    'openai',
    'stripe',
    'telegram',
    'discord',
    '币安',
    '欧易',
    '火币',
    '欧意',
    'upbit',
    'bithumb',
    'bitflyer',
    '바이낸스',
    '업비트',
    '빗썸',
    'バイナンス',
    'ビットフライヤー',
    'бинанс',
  ]),
);
const candidate =
  /(?<![A-Za-z0-9_+/-]|[A-Za-z0-9_+/-]\.)(?:[A-Za-z0-9_+-]|\/(?!\/))[A-Za-z0-9_+/.-]{22,88}[A-Za-z0-9_+/-](?![A-Za-z0-9_+/-])={0,2}/g;
const urlParameter = /[?&/](?:[a-z_-]{0,20}(?:key|token|secret|auth|sig|signature)[=/]|v[23]\/)$/;
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const address = /^(?:0x[0-9a-f]{40}|0x[0-9a-f]{64}|(?:bc1|ltc1|tb1|addr1|cosmos1)[a-z0-9]+|[xyz]pub[1-9A-HJ-NP-Za-km-z]+)$/i;

/** Shannon entropy in bits a character: random keys have 4 and more, words and repeated digits less than 3.5. */
export function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

const hexOnly = /^[0-9a-f]{24,}$/i;

/** Capitals and small letters in about equal shares: words in camel case have one capital in six. */
function isMixedCase(token: string): boolean {
  const capitals = token.replace(/[^A-Z]/g, '').length;
  const letters = token.replace(/[^A-Za-z]/g, '').length;
  return letters >= 16 && capitals >= letters * 0.28 && capitals <= letters * 0.72 && entropy(token) >= 3.8;
}

/** Words run together, as the names of contracts and methods are: pieces of four letters and more between the capitals. */
function isCamelCase(token: string): boolean {
  if (!/[a-z]/.test(token) || !/[A-Z]/.test(token)) return false;
  const words = token.match(/[A-Z]?[a-z]+|[A-Z]+/g) ?? [];
  return token.replace(/[^A-Za-z]/g, '').length >= words.length * 4;
}

function looksRandom(token: string): boolean {
  if (!/[A-Za-z]/.test(token) || address.test(token) || base58AddressKind(token) !== null) return false;
  // A link without its scheme.
  if (/^[\w-]{1,40}(?:\.[\w-]{1,40}){1,4}\//.test(token)) return false;
  // Dotted and dashed words (host names, slugs) are not random: no piece of them mixes letters and digits at length.
  const pieces = token.split(/[._/-]/);
  // Sixteen signs carry four bits at most, and thirty-two random ones often come out just below the bar for letters.
  if (pieces.some((piece) => hexOnly.test(piece) && /\d/.test(piece) && entropy(piece) >= 2.8)) return true;
  if (isMixedCase(token)) return true;
  return pieces.some((piece) => piece.length >= 12 && /\d/.test(piece) && /[A-Za-z]/.test(piece)) && entropy(token) >= 3.5;
}

// "api_secret=", "my API key is": what follows need not prove that it is random.
const link = phraseSource('is was ist war lautet est era es è é это 是 为 為 填的是 填的 は が に は、 는 은 를 을 no nr'.split(' '));
const stated = new RegExp(`${phraseSource(wordsOf('apiSecret'))}(?:[\\s:="'(-]{0,3}${link}){0,2}[\\s:=>"'(]{0,5}$`);

function isStatedSecret(view: TextView, start: number, token: string): boolean {
  const isPlausible = /\d/.test(token) ? /[A-Za-z]/.test(token) : /[A-Z]/.test(token) && /[a-z]/.test(token);
  return (
    isPlausible &&
    entropy(token) >= 3 &&
    !/^[\w-]{1,40}(?:\.[\w-]{1,40}){1,4}\//.test(token) &&
    stated.test(view.folded.slice(Math.max(0, start - 48), start))
  );
}

function isNamedSecret(view: TextView, start: number, token: string): boolean {
  // Some exchanges give out UUIDs as keys; beside the mere name of an exchange one is the number of an order, and words run together are a contract.
  if (isPreceded(view, start, 40, contexts.apiSecret)) return uuid.test(token) || looksRandom(token);
  return !uuid.test(token) && looksRandom(token) && !isCamelCase(token) && isPreceded(view, start, 40, services);
}

function named(view: TextView): readonly Span[] {
  const spans: Span[] = [];
  for (const match of view.latin.matchAll(candidate)) {
    const [token] = match;
    const start = match.index;
    if (!isStatedSecret(view, start, token) && !isNamedSecret(view, start, token)) continue;
    if (isInUrl(view, start) && !isPreceded(view, start, 30, urlParameter)) continue;
    spans.push({ kind: 'API_SECRET', start, end: start + token.length });
  }
  return spans;
}

// The base32 secret behind a two-factor QR code, in one piece or in groups of four.
const base32 = /(?<![A-Za-z0-9])(?:[A-Z2-7]{16,64}|(?:[A-Za-z2-7]{4}[ -]){3,15}[A-Za-z2-7]{4})(?![A-Za-z0-9])/g;
const authenticator = new RegExp(phraseSource(authenticatorWords));

function twoFactor(view: TextView): readonly Span[] {
  const spans: Span[] = [];
  if ((view.hints & hint.authenticator) === 0 || !authenticator.test(view.folded)) return spans;
  for (const match of view.latin.matchAll(base32)) {
    const letters = match[0].replace(/[ -]/g, '');
    if (!/[2-7]/.test(letters) || !/[A-Za-z]/.test(letters) || entropy(letters.toUpperCase()) < 2.8) continue;
    if (isPreceded(view, match.index, 60, authenticator))
      spans.push({ kind: 'API_SECRET', start: match.index, end: match.index + match[0].length });
  }
  return spans;
}

function find(view: TextView): readonly Span[] {
  const spans: Span[] = [];
  if (view.longestRun >= 16 && prefixHint.test(view.latin)) {
    for (const pattern of prefixed) {
      for (const match of view.latin.matchAll(pattern))
        spans.push({ kind: 'API_SECRET', start: match.index, end: match.index + match[0].length });
    }
  }
  if (view.longestRun >= 24) spans.push(...named(view));
  if (view.longestRun >= 16 || view.digits > 1) spans.push(...twoFactor(view));
  return spans;
}

/** Secrets with a known prefix; 24 to 90 random characters within 40 behind the name of a key or of a service; two-factor secrets. */
export const apiSecret: Detector = { name: 'api-secret', needs: trait.longRun | trait.authenticator, find };
