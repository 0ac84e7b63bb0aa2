// Courtesy comes off the ends of a sentence in four languages, and what only looks like it stays.
import { describe, expect, it } from 'vitest';
import { centreOf } from '#ingest/issues/centres.ts';
import { describeGroup } from '#ingest/issues/describe-group.ts';
import { openShippedSpace } from '#ingest/issues/message-space.ts';
import { withoutCourtesy } from '#ingest/issues/without-courtesy.ts';

describe('a sentence without courtesy', () => {
  it.each([
    ['Hello, my withdrawal is stuck', 'My withdrawal is stuck'],
    ['hi team, card declined', 'Card declined'],
    ['Hi Larkfold team, card declined', 'Card declined'],
    ['Hey there the app crashes', 'The app crashes'],
    ['Good morning! Dear support, the app crashes. Thanks in advance!', 'The app crashes'],
    ['@LarkfoldHelp the app crashes, please help', 'The app crashes'],
    ['Thanks in advance', ''],
    ['Hello', ''],
    ['Bonjour, mon retrait est bloqué', 'Mon retrait est bloqué'],
    ['Bonjour à tous mon retrait est bloqué, merci d’avance', 'Mon retrait est bloqué'],
    ['Madame, Monsieur, mon retrait est bloqué. Cordialement', 'Mon retrait est bloqué'],
    ['Guten Tag, meine Auszahlung hängt', 'Meine Auszahlung hängt'],
    ['Hallo zusammen, meine Auszahlung hängt. Vielen Dank im Voraus!', 'Meine Auszahlung hängt'],
    ['Sehr geehrte Damen und Herren, meine Auszahlung hängt, MfG', 'Meine Auszahlung hängt'],
    ['你好 忘记钱包密码了', '忘记钱包密码了'],
    ['喂，你好，提示账户异常，谢谢', '提示账户异常'],
    ['请问一下，登录时一直转圈', '登录时一直转圈'],
    ['hi,收到短信说要升级', '收到短信说要升级'],
    ['人工，备份码用完了', '备份码用完了'],
    ['我想问一下，手续费可以自己改吗', '手续费可以自己改吗'],
    ['哎你好，指纹解锁突然不能用了', '指纹解锁突然不能用了'],
    ['打扰一下,行情图加载特别慢', '行情图加载特别慢'],
    ['Quick question: can I set the fee myself', 'Can I set the fee myself'],
    ['Excusez-moi, petite question : peut-on annuler un envoi', 'Peut-on annuler un envoi'],
    ['Entschuldigung, kurze Frage: kann man die Gebühr ändern', 'Kann man die Gebühr ändern'],
  ])('of "%s" is "%s"', (sentence, rest) => {
    expect(withoutCourtesy(sentence)).toBe(rest);
  });

  it.each([
    'Hidden fees on every swap',
    'Dear fees for a small transfer',
    'High-fee warning comes too late',
    'Hi-res icons are missing',
    'Danke-Seite lädt nicht',
    'Liebe Grüße kann man nicht mitschicken',
    'Saluting sticker crashes the chat',
    '你好像把我的钱弄丢了',
    '人工审核要多久',
    '想问题出在哪里',
    '打扰客户的推送太多',
    'Quick question answered wrongly',
    'Entschuldigung kam keine',
    '客服一直不回',
    'Why was I not thanked',
  ])('leaves "%s" as it is', (sentence) => {
    expect(withoutCourtesy(sentence)).toBe(sentence);
  });

  it('is what a group is named by, even where every message begins with a greeting', () => {
    const space = openShippedSpace();
    const texts = [
      'Hello, I never receive the SMS code. Thanks in advance!',
      'Hi team, the SMS code never arrives',
      'Hello! No SMS code here, please help',
    ];
    const members = texts.map((text, index) => {
      const point = space.place(text);
      if (point === null) throw new Error(`nothing is known of: ${text}`);
      return { conversationId: index + 1, message: `m${index}`, text, language: 'en', point };
    });
    const { label, summary } = describeGroup(members, centreOf(members.map(({ point }) => point)), space);
    expect([label, summary].filter((text) => /hello|\bhi\b|thanks|please/i.test(text))).toEqual([]);
    expect(label).toMatch(/SMS code/);
  });

  it('is what a group is named by where every message tells the same circumstance after its matter, and begins with a capital', () => {
    const space = openShippedSpace();
    const matters = [
      'my withdrawal of 400 USDT has been "processing" for over 8 hours now and nobody can tell me when it arrives.',
      'my withdrawal of 2447 USDT has been "processing" for 2 hours now and there is no word about when it arrives.',
    ];
    const described = (texts: readonly string[]) => {
      const members = texts.flatMap((text, index) => {
        const point = space.place(text);
        return point === null ? [] : [{ conversationId: index + 1, message: `m${index}`, text, language: 'en', point }];
      });
      return describeGroup(members, centreOf(members.map(({ point }) => point)), space).label;
    };
    expect(described(matters.map((matter) => `${matter} I kept all the screenshots.`))).toMatch(/^My withdrawal of … USDT has been .*…$/);
    expect(described(['iPhone app shows no balance', 'iPhone app shows no balance today'])).toMatch(/^iPhone app/);
  });
});
