// Which answers helped: what counts as one, as settled, as the same text, and what may never show.
import { describe, expect, it } from 'vitest';
import { bestAnswers } from '#api/faq/best-answers.ts';
import { customerQuestions } from '#api/faq/customer-questions.ts';
import { escapeMarkdown, toFaqMarkdown } from '#api/faq/faq-markdown.ts';
import { isNearSame, runsOf } from '#api/faq/near-same.ts';
import { namePattern, plainAnswer } from '#api/faq/plain-answer.ts';
import { type SentAnswer, sentAnswers } from '#api/faq/sent-answers.ts';
import type { FaqMessage, FaqThread } from '#db/store/faq-threads.ts';

const minute = 60_000;
const message = (actor: FaqMessage['actor'], body: string, more: Partial<FaqMessage> = {}): FaqMessage => ({
  at: 0,
  actor,
  body,
  language: 'en',
  countsAsReply: actor === 'agent',
  needsAnswer: actor === 'customer',
  ...more,
});
const thread = (messages: readonly FaqMessage[], more: Partial<FaqThread> = {}): FaqThread => ({
  conversationId: 1,
  status: 'solved',
  messages: messages.map((one, at) => ({ ...one, at: at * minute })),
  ratings: [],
  ...more,
});
const outcomes = (one: FaqThread) => sentAnswers(one).map(({ text, outcome, isGood }) => [text, outcome, isGood]);

describe('answers that were sent', () => {
  it('settle the matter where the customer did not ask again, and not where they did', () => {
    const asked = [message('customer', 'No sync'), message('agent', 'Pair again'), message('customer', 'Still not')];
    expect(outcomes(thread([...asked, message('agent', 'Update first')]))).toEqual([
      ['Pair again', 'asked-again', null],
      ['Update first', 'settled', null],
    ]);
    const thanks = message('customer', 'Thanks', { needsAnswer: false });
    expect(outcomes(thread([...asked, message('agent', 'Update first'), thanks, message('customer', 'It is back')]))).toEqual([
      ['Pair again', 'asked-again', null],
      ['Update first', 'asked-again', null],
    ]);
  });

  it('are the last reply of a row, and never the reply to thanks', () => {
    const thanks = message('customer', 'Thanks', { needsAnswer: false });
    const row = [message('customer', 'No sync'), message('agent', 'One moment'), message('agent', 'Pair again')];
    expect(outcomes(thread([...row, thanks, message('agent', 'You are welcome')]))).toEqual([['Pair again', 'settled', null]]);
    expect(outcomes(thread([message('agent', 'We write first')]))).toEqual([]);
  });

  it('are open where nobody solved it, and fail where a bad rating follows; stars from before do not count', () => {
    const row = [message('customer', 'No sync'), message('agent', 'Pair again')];
    expect(outcomes(thread(row, { status: 'open' }))).toEqual([['Pair again', 'open', null]]);
    const rated = (at: number, isGood: boolean) => outcomes(thread(row, { ratings: [{ at, isGood }] }));
    expect(rated(2 * minute, false)).toEqual([['Pair again', 'asked-again', false]]);
    expect(rated(2 * minute, true)).toEqual([['Pair again', 'settled', true]]);
    expect(rated(0, false)).toEqual([['Pair again', 'settled', null]]);
  });
});

describe('answers for everybody', () => {
  const names = namePattern(['Emma Whitfield', '周佳怡', 'Jonas Keller']);

  it.each([
    ['Hi Tom,\n\nSolana is busy today.\n\nEmma Whitfield, Larkfold', 'Solana is busy today.'],
    ['Hello, please update to the latest version.\n\nBest regards,\nSomebody\nSupport', 'Please update to the latest version.'],
    ['阿玲您好，今天拥堵所以偏高。\n祝好，周佳怡', '今天拥堵所以偏高。'],
    ['Guten Tag, die Prüfung dauert drei Tage.\nViele Grüße\nJonas Keller', 'Die Prüfung dauert drei Tage.'],
    ['Hi, this is Emma, one moment.', ''],
    ['Emmaus is a town, and a highway too.', 'Emmaus is a town, and a highway too.'],
  ])('%j reads %j', (text, plain) => {
    expect(plainAnswer(text, names)).toBe(plain);
  });

  it('are one where only amounts and a word differ, and two where they say something else', () => {
    const same = (a: string, b: string) => isNearSame(runsOf(a), runsOf(b));
    expect(
      same(
        'The 0.0056 ETH includes the liquidity fee. We will list it soon.',
        'The 42 TRX includes the liquidity fee. We will list it soon.',
      ),
    ).toBe(true);
    expect(same('失败也收费是链的规则，已为您申请补偿28.75 TRX。', '失败也收费是链的规则，已为您申请补偿3 ETH。')).toBe(true);
    expect(same('Please update to the latest version.', 'Please pair the watch with the phone again.')).toBe(false);
  });

  const sent = (text: string, times: number, settled: number, isGood: boolean | null = null): SentAnswer[] =>
    Array.from({ length: times }, (_, at) => ({
      conversationId: at + 1,
      language: 'en',
      text: `Hello, ${text}`,
      outcome: at < settled ? 'settled' : 'asked-again',
      isGood,
    }));

  it('rank by what is certain of them: 18 of 20 comes before 1 of 1, with the evidence beside it', () => {
    const all = [...sent('reset the router and try once more', 1, 1), ...sent('update the app and pair the watch again', 20, 18, true)];
    const { answers, short } = bestAnswers([...all, ...sent('thank you', 3, 3)], null);
    expect(short).toBe(3);
    expect(answers).toEqual([
      {
        language: 'en',
        text: 'Update the app and pair the watch again',
        sent: 20,
        judged: 20,
        settled: 18,
        interval: [expect.closeTo(0.699, 3), expect.closeTo(0.972, 3)],
        rated: 20,
        good: 20,
        conversations: [1, 2, 3, 4, 5],
      },
      expect.objectContaining({ text: 'Reset the router and try once more', sent: 1, settled: 1 }),
    ]);
  });
});

describe('questions', () => {
  it('are told by language, nearest first, no two that begin alike, with the sentence that asks', () => {
    const asked = [
      ['en', 'My watch is new. Why does it not sync with the phone?'],
      ['en', 'My watch is new. Why does it not sync with the tablet?'],
      ['en', 'Syncing fails all the time'],
      ['de', 'Die Uhr synchronisiert nicht.'],
    ] as const;
    expect(customerQuestions(asked.map(([language, body], at) => ({ conversationId: at, language, body })))).toEqual([
      {
        language: 'en',
        read: 3,
        quotes: [
          { conversationId: 0, text: 'My watch is new. Why does it not sync with the phone?' },
          { conversationId: 2, text: 'Syncing fails all the time' },
        ],
        proposed: 'Why does it not sync with the phone?',
      },
      {
        language: 'de',
        read: 1,
        quotes: [{ conversationId: 3, text: 'Die Uhr synchronisiert nicht.' }],
        proposed: 'Die Uhr synchronisiert nicht.',
      },
    ]);
  });
});

describe('the file', () => {
  it('holds texts as text: no link, picture, heading, list or HTML comes out of them', () => {
    expect(escapeMarkdown('<img src=x onerror=alert(1)> [a](javascript:b) ![c](d) `e` *f* & _g_')).toBe(
      '\\<img src=x onerror=alert(1)\\> \\[a\\](javascript:b) !\\[c\\](d) \\`e\\` \\*f\\* &amp; \\_g\\_',
    );
    expect(escapeMarkdown('# a\n1. b\n- c\n0.5 ETH')).toBe('\\# a\n1\\. b\n\\- c\n0.5 ETH');
  });

  it('says of each text whether anybody has read it, and leaves out what has no answer', () => {
    const draft = { language: 'en', question: 'Why?', answer: 'Because.\nSo.', kept: null };
    const section = { issueId: 'issue-1', customers: 7, state: 'published', link: 'https://a.example/--x' } as const;
    expect(toFaqMarkdown({ ...section, drafts: [draft, { ...draft, language: 'fr', answer: '' }] })).toBe(
      '## Why?\n\n<!-- issue-1; en; proposal, not read by anybody yet; 7 customers; https://a.example/%2D%2Dx -->\n\nBecause.\n\nSo.\n',
    );
    const kept = { ...draft, kept: { updatedAt: 1, updatedBy: 'u' } };
    expect(toFaqMarkdown({ ...section, drafts: [kept] })).toContain('<!-- issue-1; en; published; 7 customers;');
  });
});
