// Names of issues leave out what only one customer says, and keep what many do.
import { describe, expect, it } from 'vitest';
import { centreOf } from '#ingest/issues/centres.ts';
import { describeGroup } from '#ingest/issues/describe-group.ts';
import { openShippedSpace } from '#ingest/issues/message-space.ts';
import { openParticulars } from '#ingest/issues/particulars.ts';

const space = openShippedSpace();

function labelOf(texts: readonly string[]): string {
  const members = texts.map((text, at) => {
    const point = space.place(text);
    if (point === null) throw new Error(`nothing to place in "${text}"`);
    return { conversationId: at, message: `m${at}`, text, language: 'en', point };
  });
  return describeGroup(members, centreOf(members.map(({ point }) => point)), space).label;
}

describe('particulars', () => {
  it('are amounts, order numbers, dates, masks and mentions that nobody else names', () => {
    const { countIn } = openParticulars(['a', 'b', 'c']);
    expect(
      [
        'sent $48.50',
        'order #48211',
        'on 11/02/2022',
        'to [ADDR:BTC]',
        'ask @northwind',
        'waiting 3 days',
        '等了3个小时',
        'v4.2.1 crashes',
        'CAS-19708536-CB92',
        'see https://example.com/status',
        'on flight QX3576',
        '麻烦查一下0x4e7c...852b5这笔',
      ].map(countIn),
    ).toEqual([1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
  });

  it('are not names with digits in them, nor words', () => {
    const { countIn } = openParticulars(['a', 'b', 'c']);
    expect(['2FA code', 'the 24-hour limit', 'an ERC20 token', 'my TRC20 deposit', 'iOS17', 'help...please'].map(countIn)).toEqual([
      0, 0, 0, 0, 0, 0,
    ]);
  });

  it('are not what a third of the group names', () => {
    const { countIn } = openParticulars(['crashes since 4.2.1', 'since 4.2.1 it closes', 'it closes at once', 'closes']);
    expect([countIn('since 4.2.1.'), countIn('since 4.2.2')]).toEqual([0, 1]);
    // But for what was taken out: every mask is alike.
    expect(openParticulars(['to [ADDR:EVM]', 'from [ADDR:EVM]', '[ADDR:EVM]']).countIn('to [ADDR:EVM]')).toBe(1);
  });
});

describe('a quote without them', () => {
  const { leaveOut } = openParticulars(['since 4.2.1', 'on 4.2.1', 'closes']);

  it('has an ellipsis in the place of each, one for several in a row, and keeps what is shared', () => {
    expect([
      leaveOut('Deposit of 131.09 USDT missing since 4.2.1'),
      leaveOut('充值的https://etherscan.io/tx/[TX_HASH]还没到账,300 USDT,27分钟'),
      leaveOut('order #1, #2, #3 of @northwind'),
      leaveOut('2FA does not work'),
    ]).toEqual(['Deposit of … USDT missing since 4.2.1', '充值的…还没到账,… USDT,…分钟', 'order … of …', '2FA does not work']);
  });
});

describe('the name of a group', () => {
  it('is a quote without the amount and number of one customer, though those with them say as much', () => {
    const label = labelOf([
      'My withdrawal of 0.5231 BTC is still pending, order 48211',
      'My withdrawal of 812 USDT is still pending since 3 March',
      'My withdrawal is still pending and nobody answers',
      'Withdrawal 99120 still pending for 26 hours',
      'The withdrawal of 44.10 EUR is pending',
    ]);
    expect(label).not.toMatch(/\d/);
    expect(label).toMatch(/withdrawal/i);
  });

  it('is looked for beyond the nearest few, where all of these name what is theirs alone', () => {
    const orders = ['48211', '51877', '60412', '71903', '82264', '93355'].map(
      (order) => `My withdrawal ${order} is still pending, order ${order}`,
    );
    const plain = 'The withdrawal which I asked for a while ago is pending, and nobody answers me';
    expect(labelOf([...orders, plain])).not.toMatch(/\d/);
    // The control: without the message that names none there is nothing else to take, and the numbers are left out of the quote.
    expect(labelOf(orders)).toMatch(/^My withdrawal … is still pending/);
  });

  it('keeps the version that many name', () => {
    const label = labelOf([
      'The app crashes since 4.2.1',
      'App crashes since 4.2.1',
      'It crashes since version 4.2.1',
      'Since 4.2.1 the app crashes at start',
    ]);
    expect(label).toContain('4.2.1');
  });
});
