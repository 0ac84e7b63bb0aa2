// Reading English texts closely: what they name and what stands under a negation, at its place in the text.
import { beforeAll, describe, expect, it } from 'vitest';
import { type EnglishReader, openEnglishReader } from '#api/reading/english-reading.ts';
import { openReader } from '#api/reading/reader.ts';

let read: EnglishReader;
beforeAll(async () => {
  read = await openEnglishReader();
});

const named = (text: string) => read(text).named.map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
const negated = (text: string) => read(text).negated.map(({ start, end }) => text.slice(start, end));

describe('what a text names', () => {
  it('is the same however often the reader is opened', async () => {
    const again = await openEnglishReader();
    expect(again('250 USDT').named).toEqual([{ kind: 'amount', start: 0, end: 8 }]);
  });

  it('is an amount with its coin or currency, a day, a time, a duration, a percentage', () => {
    expect(named('I sent 250 USDT two days ago,  then $12.50 at 5 pm; a fee of 2.5% and no answer for 3 weeks')).toEqual([
      'amount: 250 USDT',
      'when: two days ago',
      'amount: $12.50',
      'when: 5 pm',
      'share: 2.5%',
      'howLong: 3 weeks',
    ]);
    expect(named('500usdt of 1,200.50 EUR, 20 bucks')).toEqual(['amount: 500usdt', 'amount: 1,200.50 EUR', 'amount: 20 bucks']);
  });

  it('is no bare number, no order, no mail address, and nothing in a text without any', () => {
    expect(named('Tried it 3 times, the second time on version 4 ([EMAIL_1])')).toEqual([]);
    expect(named('It does not work, for days')).toEqual([]);
  });

  it('stands at its place also behind line breaks and pictures', () => {
    expect(named('Hello 👋👋\n\n\tit’s 0.4 ETH\r\nsince   yesterday')).toEqual(['amount: 0.4 ETH', 'howLong: since   yesterday']);
  });
});

describe('what stands under a negation', () => {
  it('is what follows it, up to a sign', () => {
    expect(negated('The app is not bad, but support never replies. I did get a mail.')).toEqual(['bad', 'replies']);
    expect(negated('I do not send to [ADDR:EVM] USDT')).toEqual(['send to']);
    expect(negated('The app is bad, and support replies. I did get a mail.')).toEqual([]);
  });

  it('is nothing in an empty text', () => {
    expect(read('')).toEqual({ named: [], negated: [] });
  });
});

describe('the reader in its thread', () => {
  it('gives what is read in this one, in the order of the texts', async () => {
    const reader = openReader();
    const texts = ['not yet', 'a refund of 20 EUR', ''];
    expect(await reader.read(texts)).toEqual(texts.map(read));
    await reader.close();
  });
});
