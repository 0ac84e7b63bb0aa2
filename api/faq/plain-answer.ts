// An answer without the people in it: greeting, names of our agents and leave-taking are taken off, what helps stays.

const greeting =
  /^(?:[^\n，。！：,!:]{0,12}(?:您好|你好)|尊敬的[^\n，。！：,!:]{0,12}|(?:hello|hi|hey|dear|good (?:morning|afternoon|evening)|bonjour|bonsoir|salut|ch[eè]re?s?|hallo|guten (?:tag|morgen|abend)|sehr geehrte[rs]?|liebe[rs]?|hola|buen[oa]s (?:d[ií]as|tardes|noches)|estimad[oa]s?|здравствуйте|добрый (?:день|вечер)|доброе утро|уважаем(?:ый|ая))(?![\p{L}])[^\n,.!:;，。！：]{0,40})[\n,.!:;，。！：\s]+/iu;

/** The line with which a letter ends; it and all below it is no answer. */
const leaveTaking =
  /^(?:(?:best|kind|warm|many)?\s*(?:regards|wishes)|best|cheers|sincerely|yours|(?:viele|beste|liebe|freundliche|mit freundlichen) gr(?:ü|ue)(?:ß|ss)en?|cordialement|bien (?:à vous|cordialement)|sinc[eè]res salutations|(?:un )?saludos?|atentamente|с уважением|祝好|此致|敬上)(?![\p{L}])/iu;

const sentenceEnd = /(?<=[.!?])\s+|(?<=[。！？])|(?<=\n)/u;

/** Full names, and their parts of three letters and more; a part that is a plain word of a text is told by its capital letter. */
export function namePattern(names: readonly string[]): RegExp | null {
  const parts = new Set(
    names.flatMap((name) => [name, ...name.split(/\s+/).filter((part) => part.length >= 3)]).filter((one) => one !== ''),
  );
  if (parts.size === 0) return null;
  const escaped = [...parts].sort((a, b) => b.length - a.length).map((one) => one.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`(?<![\\p{Script=Latin}\\p{Script=Cyrillic}])(?:${escaped.join('|')})(?![\\p{Script=Latin}\\p{Script=Cyrillic}])`, 'u');
}

/** Empty where nothing but greeting, names and leave-taking was in it. A sentence that names one of our agents is left out whole. */
export function plainAnswer(text: string, names: RegExp | null): string {
  const lines = text.trim().split('\n');
  const end = lines.findIndex((line, at) => at > 0 && leaveTaking.test(line.trim()));
  const body = (end < 0 ? lines : lines.slice(0, end)).join('\n');
  const sentences = body.split(sentenceEnd).map((sentence) => sentence.replace(greeting, ''));
  const kept = sentences.filter((sentence) => names === null || !names.test(sentence)).join(' ');
  const plain = kept
    .replaceAll(/[^\S\n]+/g, ' ')
    .replaceAll(/ ?\n[ \n]*/g, '\n')
    .replaceAll(/(?<=[。！？]) /g, '')
    .trim();
  return plain.replace(/^\p{Ll}/u, (first) => first.toUpperCase());
}
