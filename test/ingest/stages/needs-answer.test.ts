// Thanks and praise that ask nothing, and thanks and praise that do.
import { describe, expect, test } from 'vitest';
import { needsAnswer } from '#ingest/stages/needs-answer.ts';

const asksNothing: Readonly<Record<string, readonly string[]>> = {
  zh: [
    '感谢，给好评',
    '谢谢，五星好评！',
    '客服很耐心，谢谢',
    '给你们点赞',
    '服务态度非常好，必须给个好评',
    '钱包很好用，感谢团队',
    '回复很快，很专业，赞',
    '值得推荐',
    '這個錢包很棒，謝謝你們',
    '處理很快，滿意，給五星',
  ],
  en: [
    'Great app, thank you!',
    'Love this wallet, thanks a lot',
    'Thanks, five stars',
    'Excellent customer service and very friendly support team, thank you so much',
    'Best wallet ever!',
    'The app is easy to use, highly recommended',
    'Thank you, you are amazing',
    'Very helpful and patient agent, kudos to you',
    'Good job guys, keep it up',
    'What a great experience, thanks again',
  ],
  fr: [
    'Merci, application géniale',
    'Très bonne appli, je recommande !',
    'Service client au top, merci beaucoup',
    'Équipe réactive et très efficace, bravo',
    "C'est parfait, merci, 5 étoiles",
    'Je suis très satisfaite, merci à vous',
    "J'adore cette application",
    'Conseiller aimable et compétent, merci',
  ],
  de: [
    'Danke, tolle App!',
    'Sehr guter Support, vielen Dank',
    'Die App ist super, 5 Sterne',
    'Schnelle Antwort, sehr freundlich, danke',
    'Ich bin sehr zufrieden, danke euch',
    'Großes Lob an das Team, weiter so',
    'Einfach zu bedienen, absolut empfehlenswert',
    'Euer Kundenservice ist klasse, danke',
  ],
};

const asks: Readonly<Record<string, readonly string[]>> = {
  zh: [
    '感谢，给好评，但是提现还没到账',
    '好评，什么时候到账',
    '客服态度很好，问题还没解决',
    '谢谢，麻烦再帮我看一下',
    '服务不好，给差评',
    '钱包不好用',
    '给好评就返现吗',
    '很好用，希望支持波场',
    '钱包',
    '快',
    '给',
  ],
  en: [
    'Great app but where is my deposit',
    'Love this wallet, please add dark mode',
    'Thanks, still waiting for the refund',
    'Good support, call me back',
    'Not great',
    'The app is not easy to use',
    'Best wallet ever until it lost my coins',
    'Thank you, how do I change the PIN',
    'The wallet',
    'this app',
    'I would love it if it worked',
  ],
  fr: [
    "Merci, mais je n'ai toujours rien reçu",
    'Très bonne appli, il manque le mode sombre',
    'Service client pas au top',
    'Parfait, quand arrive mon virement',
    "L'application",
    'Super, rappelez-moi',
    'Je ne suis pas satisfait',
  ],
  de: [
    'Danke, aber das Geld ist noch nicht da',
    'Tolle App, bitte Dunkelmodus einbauen',
    'Der Support ist nicht gut',
    'Sehr gut, wann kommt meine Auszahlung',
    'Die App',
    'Super Service, ruft mich zurück',
    'Ich bin nicht zufrieden',
  ],
};

const cases = (texts: Readonly<Record<string, readonly string[]>>) =>
  Object.entries(texts).flatMap(([language, list]) => list.map((text) => [language, text] as const));

describe('thanks and praise', () => {
  test.each(cases(asksNothing))('ask nothing in %s: %s', (language, text) => {
    expect(needsAnswer(text, language).needsAnswer).toBe(false);
  });
  test.each(cases(asks))('that ask are waited on in %s: %s', (language, text) => {
    expect(needsAnswer(text, language)).toEqual({ needsAnswer: true, reason: null });
  });
  test('are told apart: with a word of thanks it is thanks, without one an acknowledgement', () => {
    expect([needsAnswer('感谢，给好评', 'zh-Hans'), needsAnswer('给好评', 'zh-Hans'), needsAnswer('好的', 'zh-Hans')]).toEqual([
      { needsAnswer: false, reason: 'thanks' },
      { needsAnswer: false, reason: 'acknowledgement' },
      { needsAnswer: false, reason: 'acknowledgement' },
    ]);
  });
});
