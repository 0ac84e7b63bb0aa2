// Chinese, Japanese and Korean: told by their scripts, by characters of one of them alone, and where only Han characters stand by their words.
import type { DetectedLanguage } from './language.ts';
import { countChineseForms, type Script } from './language-scripts.ts';

// Characters as Japan simplified or made them; neither way of writing Chinese has them.
const japaneseCharacters: ReadonlySet<string> = new Set(
  '気円図広対実単変発売読価続検権険処働込払仮両桜帰済歩毎様緑総験収駅戻悪楽薬枠畑匂徴黒渇掲顔覚観関戦転伝録暦縁労択沢駄焼拡仏圧囲鉄氷弾歳脳隠剤斉斎頼瀬滝竜齢鶏満従縦値経軽銭説辺遅窓効勧択咲峠腺々',
);
// Simplified in both countries to the same form: they tell neither.
const sharedForms = /[残国会来数学声体点号万与写台区医参断独当担旧昼条状寿辞称触装壮将党灯虫礼乱炉湾静惨随属枢粋浅践潜麦霊励恋画宝尽]/gu;
const japaneseWords = /残高|出金|返金|口座|手数料|至急|取引|解約|暗証|不具合|振込|受取|未着|本人確認|問合/gu;
const oftenJapanese = /入金|反映|料金|希望|返信|最悪|便利|詐欺|盗難|凍結|使用不可|登録/gu;
// What hardly a Chinese sentence does without and Japanese seldom writes.
const chineseWords =
  /[的了是我你您们們吗嗎呢吧这這那没沒很还還都啊谁誰哪怎么麼就给給让讓把被和与跟]|什么|什麼|不能|不到|为什|為什|可以|无法|無法|怎样|怎樣/gu;

const countOf = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Whether a text of Han characters alone reads as Japanese. */
function isJapanese(text: string): boolean {
  let own = 0;
  for (const character of text) if (japaneseCharacters.has(character)) own += 1;
  const japanese = 2 * own + 2 * countOf(text, japaneseWords) + countOf(text, oftenJapanese);
  if (japanese < 2) return false;
  const simplified = countChineseForms(text).simplified - countOf(text, sharedForms);
  return japanese > 2 * Math.max(0, simplified) + countOf(text, chineseWords);
}

/** The verdict over a text that Han, Kana or Hangul letters outweigh others in. */
export function eastAsianLanguage(text: string, counts: ReadonlyMap<Script, number>): Omit<DetectedLanguage, 'others'> {
  const [han, kana, hangul] = [counts.get('Hani') ?? 0, counts.get('Kana') ?? 0, counts.get('Hang') ?? 0];
  const all = han + kana + hangul;
  const certainty = Math.min(0.99, 0.9 + all / 100);
  if (hangul * 2 >= all) return { language: 'ko', script: 'Kore', confidence: certainty };
  // A lone の decorates Chinese shop signs; Japanese prose has one kana in ten characters at the very least.
  if (kana > 0 && kana * 10 >= han) return { language: 'ja', script: 'Jpan', confidence: certainty };
  if (kana === 0 && isJapanese(text)) return { language: 'ja', script: 'Jpan', confidence: 0.8 };
  const { simplified, traditional } = countChineseForms(text);
  // Without a character of one form only the language is sure, but not the way of writing it.
  const confidence = simplified === traditional ? Math.min(0.7, certainty) : certainty;
  return traditional > simplified
    ? { language: 'zh-Hant', script: 'Hant', confidence }
    : { language: 'zh-Hans', script: 'Hans', confidence };
}
