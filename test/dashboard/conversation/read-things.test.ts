// What English messages name, as the page gathers it.
import { expect, it } from 'vitest';
import { namedGroups, negatedTexts } from '../../../dashboard/src/lib/conversation/read-things.ts';

const named = (kind: 'amount' | 'when', text: string) => ({ kind, text, start: 0, end: text.length });
const negated = (text: string) => ({ text, start: 0, end: text.length });
const messages = [
  { id: 'a', named: [named('when', 'two days  ago'), named('amount', '250 USDT')], negated: [negated('arrived'), negated('arrived')] },
  { id: 'b', named: [named('amount', '250usdt'), ...[1, 2, 3, 4, 5, 6].map((n) => named('amount', `${n} EUR`))], negated: [] },
];

it('gathers things by kind, each once however it is spaced, and says how many more there are', () => {
  expect(namedGroups(messages)).toEqual([
    { kind: 'amount', texts: ['250 USDT', '1 EUR', '2 EUR', '3 EUR', '4 EUR', '5 EUR'], more: 1 },
    { kind: 'when', texts: ['two days ago'], more: 0 },
  ]);
  expect(namedGroups([])).toEqual([]);
});

it('gives what a message negates, each once, and nothing of one that was not read', () => {
  expect([negatedTexts(messages, 'a'), negatedTexts(messages, 'b'), negatedTexts(messages, 'c')]).toEqual([['arrived'], [], []]);
});
