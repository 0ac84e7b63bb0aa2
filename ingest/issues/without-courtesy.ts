// What a sentence says without greeting and thanks around it: courtesy is alike in all matters and names none.

/** Who is greeted, in words that are no matter of their own. */
const greeted =
  "(?:there|all|everyone|everybody|guys|folks|sir|madam|team|support|customer (?:service|support)|help ?desk|à tous|à toutes|tout le monde|l[’']équipe|(?:le |la |chère? )?(?:support|service client|équipe)|madame|monsieur|messieurs|mesdames|zusammen|allerseits|an alle|ihr lieben|damen und herren|liebes (?:team|support-?team)|support-?team|kundenservice|kundendienst)";
/** A product before the word for its people, or a single name before a comma. */
const addressee = `(?:[\\s,/&]+(?:(?:\\p{L}+ )?${greeted}(?![\\p{L}])))*(?:\\s+\\p{L}+(?=[,!:]))?`;
const latinGreeting =
  '(?:hello|hi|hey|hiya|greetings|good (?:morning|afternoon|evening|day)|bonjour|bonsoir|salut|coucou|hallo|moin(?: moin)?|servus|gr(?:ü|ue)(?:ß|ss) gott|gr(?:ü|ue)ezi|guten (?:tag|morgen|abend)|schönen guten (?:tag|morgen|abend)|hola|buen[oa]s (?:d[ií]as|tardes|noches))';
/** Words that greet only together with who is meant. */
const latinDear = `(?:dear|chers?|chère?s?|sehr geehrte[rs]?|liebe[rs]?)(?:\\s+${greeted}(?![\\p{L}])|(?:\\s+\\p{L}+){1,3}(?=[,!:]))|madame,? monsieur`;
const mention = '@[\\w.-]+';
const greeting = new RegExp(`^(?:${latinGreeting}(?![\\p{L}'’-])${addressee}|${latinDear}|${mention}(?=\\s))[\\s,.!:;–—-]*`, 'iu');
/** Without a space between words, what follows a call must be set off by one or by a mark; a greeting need not be. */
const hanGreeting =
  /^(?:(?:[哎诶欸喂][,，\s]*)?(?:各位|大家|客服|亲爱的)?(?:你好|您好)(?!像|多|几|不)[啊呀吗]?|(?:我?想|麻烦)(?:请教|问|咨询)(?:一下|下|个问题)|(?:不好意思)?打扰(?:一下|下|了)|哈喽|嗨|(?:早上|上午|中午|下午|晚上)好|请问(?:一下|下)?|(?:喂|在吗|在么|有人吗|人工客服|人工吗|人工|客服|亲|hello|hi|hey)(?=[\s,.!?:;，。！？：；~～]))[\s,.!?:;，。！？：；~～、]*/iu;

/** An apology for asking, or word that a question comes: set off by a mark, or it is part of the question. */
const latinOpening =
  /^(?:excuse me|sorry to bother you|(?:just )?(?:a |one )?quick question|i have a question|(?:petite|une) question|excusez[- ]moi|désolée? de vous déranger|j[’']ai une question|entschuldigung|entschuldigen sie(?: die störung)?|(?:nur )?(?:eine )?kurze frage|ich (?:hätte|habe) (?:mal )?eine frage)\s*[,.!:;–—-]+\s*/iu;

const thanks =
  "(?:(?:many |kind )?thanks(?: (?:a lot|so much|in advance|very much|for (?:your|the|any) help))*|thank you(?: (?:so much|very much|in advance|for (?:your|the|any) help))*|(?:best|kind|warm) regards|please help(?: me)?|(?:un grand )?merci(?: (?:beaucoup|d[’']avance|à vous|pour votre aide|par avance))*|cordialement|bien à vous|s[’']il vous pla[iî]t|svp|(?:vielen |besten |herzlichen )?dank(?: im (?:voraus|vorhinein))?|danke(?: (?:schön|sehr|vorab|euch|ihnen|im voraus))*|(?:mit freundlichen|viele|beste|liebe) gr(?:ü|ue)(?:ß|ss)en?|mfg)";
const latinThanks = new RegExp(`(?:^|[\\s,.;:!?–—-]+)${thanks}[\\s.,!]*$`, 'iu');
const hanThanks =
  /(?:^|[\s,.!?;，。！？；~～、]+)(?:非常感谢|十分感谢|多谢|感谢|谢谢(?:你们|您|啦|了)?|拜托了?|麻烦了|辛苦了)[\s.!。！~～]*$/u;

/** The sentence without greeting, mention, opening and thanks at its ends, with a capital where it had one; empty where nothing else was in it. */
export function withoutCourtesy(sentence: string): string {
  let rest = sentence.trim();
  for (let before = ''; before !== rest; ) {
    before = rest;
    rest = rest
      .replace(greeting, '')
      .replace(hanGreeting, '')
      .replace(latinOpening, '')
      .replace(latinThanks, '')
      .replace(hanThanks, '')
      .trim();
  }
  return rest === sentence.trim() ? rest : rest.replace(/^\p{Ll}/u, (first) => first.toUpperCase());
}
