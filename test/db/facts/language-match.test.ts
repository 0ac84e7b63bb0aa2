// Languages of question and reply.
import { describe, expect, it } from 'vitest';
import { languageMatch } from '#db/facts/language-match.ts';

describe('languageMatch', () => {
  it.each([
    ['en', 'en', true],
    ['en', 'de', false],
    ['pt-BR', 'pt', true],
    ['EN', 'en-GB', true],
    ['zh-Hans', 'zh-Hant', false],
    ['zh-Hant', 'zh', true],
    ['zh-Hant-TW', 'zh-Hant-HK', true],
    ['und', 'en', null],
    ['en', 'und', null],
    ['en', '', null],
  ])('of %s and %s is %s', (customer, reply, match) => {
    expect(languageMatch(customer, reply)).toBe(match);
  });
});
