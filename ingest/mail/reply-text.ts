// What a mail says itself: without the mails that it repeats below or above, and without the signature.

// Own rules, a line at a time: the library for this misses what QQ Mail writes and spends seconds on a hostile text.
const longestAttribution = 300;
const mostSignatureLines = 6;

const verbs = /(?:\bwrote|\bschrieb(?: .{1,200})?|\ba écrit|写道|寫道|\bescribió|\bha scritto|\bescreveu)\s*[:：]\s*$/i;
/** A time or a year, or the address of somebody: "as I wrote:" is no attribution. */
const namesATime = /\d{1,2}[:：.]\d{2}|\b(?:19|20)\d{2}\b|\d{4}年|@/;
const separator =
  /^\s*[-_]{2,}\s*(?:original message|original-?nachricht|ursprüngliche nachricht|message d['’]origine|message original|原始邮件|原始郵件|原邮件|回复的原邮件)\s*[-_]{2,}\s*$/i;
const forwarded =
  /^\s*(?:[-_]{2,}\s*(?:forwarded message|weitergeleitete nachricht|message transféré|转发的?邮件|轉寄郵件)|begin forwarded message|anfang der weitergeleiteten)/i;

const sender = /^[\s*]*(?:from|von|de|发件人|寄件者|寄件人)[\s*]*[:：]/i;
const otherHeaders: readonly RegExp[] = [
  /^[\s*]*(?:sent|date|gesendet|datum|envoyé(?: le)?|发送时间|发送日期|日期|時間|寄件日期)[\s*]*[:：]/i,
  /^[\s*]*(?:to|an|à|收件人|收件者)[\s*]*[:：]/i,
  /^[\s*]*(?:subject|betreff|objet|主题|主旨)[\s*]*[:：]/i,
];

const closing =
  /^\s*(?:(?:kind|best|warm|many)?\s*regards|(?:yours\s+)?sincerely(?:\s+yours)?|yours (?:truly|faithfully)|best wishes|mit (?:freundlichen|besten|herzlichen|lieben) grü(?:ß|ss)en|(?:viele|beste|liebe|freundliche|herzliche) grü(?:ß|ss)e|cordialement|bien (?:à vous|cordialement)|(?:meilleures|sincères) salutations|此致|祝好|顺颂商祺|順頌商祺)\s*[,，!！.。]?\s*$/i;
const sentFrom =
  /^\s*(?:sent from my |gesendet von |von meinem .{1,40} gesendet|envoyé (?:de|depuis) mon |发自我的|從我的 ?.{1,20}傳送|发送自)/i;

/** `isReply`: whether the mail answers another one; only then are lines with `>` somebody else's. */
export function replyText(text: string, isReply: boolean): string {
  const lines = text.replaceAll('\r\n', '\n').replaceAll('\u00a0', ' ').split('\n');
  const own = withoutSignature(isReply ? withoutHistory(lines) : lines);
  const kept = own
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim();
  // A mail of nothing but history is better shown whole than not at all.
  return kept === '' ? text.trim() : kept;
}

function withoutHistory(lines: readonly string[]): string[] {
  const kept: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? '';
    if (forwarded.test(line)) return [...kept, ...lines.slice(at)];
    if (separator.test(line) || isHeaderBlock(lines, at)) return kept;
    const length = attributionLength(lines, at);
    if (length > 0) {
      const next = firstWords(lines, at + length);
      if (next === null || !isQuoted(lines[next] ?? '')) return kept;
      at = next - 1;
      continue;
    }
    if (!isQuoted(line)) kept.push(line);
  }
  return kept;
}

const isQuoted = (line: string): boolean => /^\s{0,3}>/.test(line);

function firstWords(lines: readonly string[], from: number): number | null {
  for (let at = from; at < lines.length; at += 1) if ((lines[at] ?? '').trim() !== '') return at;
  return null;
}

/** `Sent`, `To` and `Subject` under `From`: two of the three within five lines. */
function isHeaderBlock(lines: readonly string[], at: number): boolean {
  if (!sender.test(lines[at] ?? '')) return false;
  const below = lines.slice(at + 1, at + 6);
  return otherHeaders.filter((header) => below.some((line) => header.test(line))).length >= 2;
}

/** How many lines an attribution takes that begins here; 0 where none does. Mail programs break it after 76 characters. */
function attributionLength(lines: readonly string[], at: number): number {
  if ((lines[at] ?? '').trim() === '') return 0;
  let joined = '';
  for (let length = 1; length <= 3; length += 1) {
    const line = (lines[at + length - 1] ?? '').trim();
    if (line === '' || isQuoted(line)) return 0;
    joined = `${joined} ${line}`;
    if (joined.length > longestAttribution) return 0;
    if (verbs.test(joined) && namesATime.test(joined)) return length;
  }
  return 0;
}

function withoutSignature(lines: readonly string[]): readonly string[] {
  const dashes = lines.findIndex((line, at) => /^-- ?$/.test(line) && firstWords(lines, 0) !== at);
  const above = dashes > 0 ? lines.slice(0, dashes) : lines;
  const device = above.findLastIndex((line) => sentFrom.test(line));
  const shown = device > 0 && firstWords(above, device + 1) === null ? above.slice(0, device) : above;
  const bye = shown.findLastIndex((line) => closing.test(line));
  return bye > 0 && isSignature(shown.slice(bye + 1)) ? shown.slice(0, bye) : shown;
}

/** Names, titles and numbers: few short lines, and no question. */
function isSignature(lines: readonly string[]): boolean {
  const words = lines.filter((line) => line.trim() !== '');
  return words.length <= mostSignatureLines && words.every((line) => line.length <= 80 && !/[?？]\s*$/.test(line));
}
