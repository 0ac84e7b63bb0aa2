// The tone of replies against the golden sets, and what decides it.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { replyTone } from '#db/quality/reply-tone.ts';

const languages = ['en', 'zh', 'fr', 'de'] as const;
type Golden = { readonly tone: string; readonly isHard: boolean; readonly text: string };

const golden = (language: string): Golden[] =>
  readFileSync(new URL(`../../fixtures/tone/golden-${language}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .flatMap((line) => {
      const [label, text] = line.split(' | ');
      if (label === undefined || text === undefined) return [];
      return [{ tone: label.replace('*', '').trim(), isHard: label.includes('*'), text }];
    });

describe('the tone of a reply', () => {
  it.each(languages)('is told as readers hear it in %s, half of them replies whose tone and news differ', (language) => {
    const set = golden(language);
    const missed = set.filter(({ tone, text }) => replyTone(text, language)?.tone !== tone);
    expect(set.length).toBeGreaterThanOrEqual(40);
    expect(set.filter(({ isHard }) => isHard).length).toBeGreaterThanOrEqual(set.length / 2);
    expect(missed.map(({ text }) => text).length, missed.map(({ text }) => text).join('\n')).toBeLessThanOrEqual(2);
  });

  it('would not pass with tones that are dealt out anew', () => {
    const set = golden('en');
    const dealt = set.map(({ text }, at) => ({ text, tone: set[(at + 17) % set.length]?.tone }));
    expect(dealt.filter(({ tone, text }) => replyTone(text, 'en')?.tone !== tone).length).toBeGreaterThan(20);
  });

  it('keeps the words that decided, one point for each kind of warmth and two off for each kind of coldness', () => {
    expect(replyTone('Hello, thanks. We are sorry, but you should have read the terms. Case closed.', 'en')).toEqual({
      tone: 'cold',
      points: -2,
      evidence: [
        { kind: 'greeting', quote: 'Hello' },
        { kind: 'thanks', quote: 'thanks' },
        { kind: 'apology', quote: 'We are sorry' },
        { kind: 'blame', quote: 'you should have read' },
        { kind: 'brush_off', quote: 'Case closed.' },
      ],
    });
  });

  it('is null for languages without words for it, and where the text is gone', () => {
    expect([replyTone('Здравствуйте, спасибо.', 'ru'), replyTone('Hello', 'und'), replyTone('  ', 'en')]).toEqual([null, null, null]);
  });

  it('does not take a warning, a plea for patience or a short kind answer for coldness', () => {
    const warnings = ['开发正在排查，请不要重复转账。', '只需要回答有或没有，不要发给任何人。', '应该的，有需要再联系。'];
    expect(warnings.map((text) => replyTone(text, 'zh')?.tone)).toEqual(['plain', 'plain', 'plain']);
    expect(['Glad it worked out.', 'Unstaking takes 14 days, please be patient.'].map((text) => replyTone(text, 'en')?.tone)).toEqual([
      'plain',
      'plain',
    ]);
  });

  it('does not take a short question or a kind word for curtness', () => {
    expect([replyTone('Which network?', 'en')?.tone, replyTone('Welcome back!', 'en')?.tone, replyTone('No.', 'en')?.tone]).toEqual([
      'plain',
      'plain',
      'cold',
    ]);
  });
});
