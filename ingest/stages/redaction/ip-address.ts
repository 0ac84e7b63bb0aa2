// IP addresses, version strings left alone.
import { isIPv4, isIPv6 } from 'node:net';
import { phraseSource, wordsOf } from './context.ts';
import { type Detector, isPreceded, type Span } from './detector.ts';
import type { TextView } from './text-view.ts';
import { trait } from './traits.ts';

const dotted = /(?<!\d|\d\.)(?:\d{1,3}\.){3}\d{1,3}(?!\d|\.\d)/g;
// A colon in front may belong to the sentence ("address:2a02::1") unless a group of its own stands before it.
const colons =
  /(?<![0-9A-Za-z]|[0-9A-Za-z]\.)(?<!(?<![A-Za-z])[0-9A-Fa-f]{1,4}:)(?<!::)(?:[0-9A-Fa-f]{1,4}|(?=::))(?::[0-9A-Fa-f]{0,4}){2,7}(?:(?:\.\d{1,3}){3})?(?![0-9A-Za-z:])/g;
// "updated to 24.1.0.3", "版本：3.1.0.12": a sentence that goes on behind the word ("since the update, 24.1.0.3 is refused") says nothing.
const versionLink = phraseSource(
  'to is auf ist est es era a à на это до от は が に を 는 은 이 으로 로 是 到 为 為 number no nr'.split(' '),
);
const versionBefore = new RegExp(`${phraseSource(wordsOf('version'))}(?:[ ]?${versionLink})?[\\s:=("'v-]{0,4}$`);
const ipBefore =
  /(?:(?<![a-z])(?:ips?|ipv[46]|ping|dns|login|log-?in|logged|whitelist(?:ed)?|address|adresse|direccion|indirizzo|endereco|anmeldung|connexion|acceso|вход|адрес|айпи)(?![a-z])|地址|登录|登錄|登入|白名单|アドレス|ログイン|주소|로그인)[^\d\n]{0,16}$|(?<![a-z])(?:from|desde|depuis|von|from ip|с)[ ]?[[("']?$|来自[ ]?$/;
const ipBehind = /^[\])"']?[ ]?(?:からの?(?:ログイン|アクセス|要求)|에서 (?:로그인|접속)|登录|登錄|登入)/;

function isPrivate(text: string): boolean {
  if (isIPv4(text))
    return /^(?:10\.|127\.|0\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/.test(text);
  return /^(?:::1$|f[cd]|fe[89ab])/i.test(text);
}

/** Four small numbers without a word for an address read as a version: 4.12.0.3. */
function looksLikeVersion(view: TextView, start: number, text: string): boolean {
  if (/[A-Za-z_-]/.test(view.latin.charAt(start - 1))) return true;
  if (/^版|^ ?beta|^-[a-z]/.test(view.folded.slice(start + text.length, start + text.length + 6))) return true;
  if (isPreceded(view, start, 24, ipBefore) || ipBehind.test(view.folded.slice(start + text.length, start + text.length + 24)))
    return false;
  const parts = text.split('.').map(Number);
  const [first = 0, second = 0, third = 0] = parts;
  // "since the update 203.0.113.9 is refused": no product has got to version 203.
  // Nor do its later numbers run into hundreds side by side.
  if (first < 50 && (second < 100 || third < 100) && isPreceded(view, start, 24, versionBefore)) return true;
  const isSmall = (first < 20 && parts.every((part) => part < 100)) || (first < 10 && second < 10 && third < 100);
  const isKnown = new Set(parts).size === 1 || isPrivate(text);
  return isSmall && !isKnown;
}

function find(view: TextView): readonly Span[] {
  const spans: Span[] = [];
  if (view.digits >= 4) {
    for (const match of view.latin.matchAll(dotted)) {
      const text = match[0];
      if (!isIPv4(text) || looksLikeVersion(view, match.index, text)) continue;
      spans.push({
        kind: 'IP',
        start: match.index,
        end: match.index + text.length,
        ...(isPrivate(text) ? { note: 'private' as const } : {}),
      });
    }
  }
  if (/:[0-9A-Fa-f]{0,4}:/.test(view.latin)) {
    for (const match of view.latin.matchAll(colons)) {
      const text = match[0];
      // "::" alone and clock times are no addresses; a group of three digits or a letter is the least that tells them apart.
      if (!isIPv6(text) || text.length < 6 || !/[0-9a-f]{2}/i.test(text)) continue;
      spans.push({
        kind: 'IP',
        start: match.index,
        end: match.index + text.length,
        ...(isPrivate(text) ? { note: 'private' as const } : {}),
      });
    }
  }
  return spans;
}

/** IPv4 and IPv6; private networks are noted as such. */
export const ipAddress: Detector = { name: 'ip-address', needs: trait.digits | trait.colon, find };
