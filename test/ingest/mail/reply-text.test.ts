// What a mail says itself, in the four languages and the ways of the programs that write most mails.
import { describe, expect, it } from 'vitest';
import { replyText } from '#ingest/mail/reply-text.ts';

const answers: readonly (readonly [title: string, mail: string, text: string])[] = [
  [
    'English, Gmail',
    'Where is it?\n\nOn Mon, 2 Nov 2026 at 08:00, Acme <help@acme.example> wrote:\n\n> We look into it.\n> Anna',
    'Where is it?',
  ],
  [
    'English, attribution broken over lines',
    'Where is it?\n\nOn Mon, 2 Nov 2026 at 08:00, Acme Customer Support Team\n<help@acme.example> wrote:\n> We look into it.',
    'Where is it?',
  ],
  [
    'English, Outlook',
    'Still nothing.\n\n-----Original Message-----\nFrom: Acme\nSent: Monday\nTo: Jo\nSubject: RE: x\n\nold',
    'Still nothing.',
  ],
  [
    'English, new Outlook',
    'Still nothing.\n\nFrom: Acme <help@acme.example>\nSent: Monday, November 2, 2026 8:00 AM\nTo: Jo\nSubject: RE: x\n\nold',
    'Still nothing.',
  ],
  ['German, Thunderbird', 'Noch nichts.\n\nAm 02.11.2026 um 08:00 schrieb Acme Support:\n> Wir prüfen das.', 'Noch nichts.'],
  [
    'German, Outlook',
    'Noch nichts.\n\nVon: Acme <help@acme.example>\nGesendet: Montag, 2. November 2026 08:00\nAn: Jo\nBetreff: AW: Geld\n\nalt',
    'Noch nichts.',
  ],
  [
    'French, Gmail',
    'Toujours rien.\n\nLe lun. 2 nov. 2026 à 08:00, Acme <help@acme.example> a écrit :\n\n> Nous regardons.',
    'Toujours rien.',
  ],
  [
    'French, Outlook',
    'Toujours rien.\n\nDe : Acme <help@acme.example>\nEnvoyé : lundi 2 novembre 2026 08:00\nÀ : Jo\nObjet : RE: argent\n\nancien',
    'Toujours rien.',
  ],
  ['Chinese, Gmail', '还没到账\n\nAcme <help@acme.example> 于2026年11月2日周一 08:00写道：\n\n> 我们正在查。', '还没到账'],
  [
    'Chinese, QQ',
    '还没到账。\n\n------------------ 原始邮件 ------------------\n发件人: "Acme"<help@acme.example>;\n发送时间: 2026年11月2日(星期一) 上午8:00\n收件人: "jo"<jo@qq.com>;\n主题: Re: 提现\n\n我们正在查。',
    '还没到账。',
  ],
  ['Chinese, iPhone', '还没到账\n\n发自我的iPhone\n\n在 2026年11月2日，08:00，Acme <help@acme.example> 写道：\n\n旧的内容', '还没到账'],
  ['answers between the lines', '> Which network did you use?\nTRC20\n> When?\nYesterday', 'TRC20\nYesterday'],
  ['an answer below', 'On Mon, 2 Nov 2026 at 08:00, Acme <help@acme.example> wrote:\n> Which network?\n\nTRC20', 'TRC20'],
  [
    'what is forwarded is what the customer wants to show',
    'Is this you?\n\n---------- Forwarded message ---------\nFrom: Acme <help@acrne.example>\nDate: Mon\nSubject: Verify\nTo: jo\n\nSend us your words.',
    'Is this you?\n\n---------- Forwarded message ---------\nFrom: Acme <help@acrne.example>\nDate: Mon\nSubject: Verify\nTo: jo\n\nSend us your words.',
  ],
  ['nothing but history is shown whole', '> We look into it.', '> We look into it.'],
];

const firsts: readonly (readonly [title: string, mail: string, text: string])[] = [
  ['a signature behind dashes', 'My deposit is late\n-- \nJo Miller\nAcme Ltd', 'My deposit is late'],
  ['an English closing', 'I lost access.\n\nKind regards,\nJo Miller\nTel: +44 20', 'I lost access.'],
  ['a German closing', 'Wo ist mein Geld?\n\nMit freundlichen Grüßen\nJo', 'Wo ist mein Geld?'],
  ['a French closing', 'Où est mon argent ?\n\nCordialement\nJo', 'Où est mon argent ?'],
  ['a Chinese closing', '我的提现还没到账。\n\n此致\n王', '我的提现还没到账。'],
  ['a telephone', 'It arrived.\n\nSent from my iPhone', 'It arrived.'],
  ['a line of arrows is no quotation in a first mail', 'Missing:\n> 5 USDT\n> 3 TRX', 'Missing:\n> 5 USDT\n> 3 TRX'],
  [
    'words that only look like one',
    'On Monday I wrote to you.\nBest wishes will not bring it back.\nFrom: my bank I heard nothing.',
    'On Monday I wrote to you.\nBest wishes will not bring it back.\nFrom: my bank I heard nothing.',
  ],
  [
    'a question under the closing is meant for us',
    'Hello\n\nBest regards\nJo\nPS: when will it arrive?',
    'Hello\n\nBest regards\nJo\nPS: when will it arrive?',
  ],
];

describe('replyText', () => {
  it.each(answers)('an answer: %s', (_title, mail, text) => {
    expect(replyText(mail, true)).toBe(text);
    expect(replyText(mail.replaceAll('\n', '\r\n'), true)).toBe(
      text.replaceAll('\n', text === mail && text.includes('> We look') ? '\r\n' : '\n'),
    );
  });

  it.each(firsts)('a first mail: %s', (_title, mail, text) => {
    expect(replyText(mail, false)).toBe(text);
  });

  it.each([
    ['On ', 200_000],
    ['On a 10:00\n', 60_000],
    ['在 2026年 ', 100_000],
    ['From: a\nSent: b\n', 60_000],
    ['--', 300_000],
  ])('is done with %j many times over before anybody would notice', (piece, times) => {
    const began = process.cpuUsage();
    replyText(piece.repeat(times), true);
    expect(process.cpuUsage(began).user / 1e6).toBeLessThan(3);
  });
});
