// Reviewing on the screen: keys, drafts of marks, rounds and weights, the queue that keeps its key until a review is stored, evidence in words.
import { describe, expect, it } from 'vitest';
import { words } from '#test/support/words/en.ts';
import { openFormat } from '../../../dashboard/src/lib/format/format.ts';
import type { Report } from '../../../dashboard/src/lib/quality/ask.ts';
import { autoText } from '../../../dashboard/src/lib/quality/auto-text.ts';
import { missingIn, nextOpen, reviewWish, toMarks } from '../../../dashboard/src/lib/quality/marks.ts';
import { newRoundDraft, roundProblems, toNewRound } from '../../../dashboard/src/lib/quality/round-draft.ts';
import { weakestOf } from '../../../dashboard/src/lib/quality/sentence.ts';
import { passMarkOf, sumOf, toTerms, weightsDraft } from '../../../dashboard/src/lib/quality/weights-draft.ts';

const format = openFormat({ words, zone: 'Asia/Shanghai', now: () => Date.UTC(2026, 10, 28) });
const press = (key: string, rest: object = {}) => reviewWish({ key, hasModifier: false, isTyping: false, isOnButton: false, ...rest });
const whole = { speed: 2, language: 2, attitude: 1, expertise: 0, initiative: null, safety: 2, solved: 2 } as const;

describe('keys of a review', () => {
  it('choose criteria by number and mark by letter', () => {
    expect([press('1'), press('7'), press('8')]).toEqual([{ does: 'go', to: 'speed' }, { does: 'go', to: 'solved' }, null]);
    expect(['y', 'P', 'n', 'x'].map((key) => press(key))).toEqual([2, 1, 0, null].map((mark) => ({ does: 'mark', mark })));
    expect([press('c'), press('Enter'), press('Escape')]).toEqual([{ does: 'note' }, { does: 'save' }, { does: 'leave' }]);
  });

  it('mean nothing while somebody types, with a modifier, or on a button that Enter presses itself', () => {
    expect([press('y', { isTyping: true }), press('y', { hasModifier: true }), press('Enter', { isOnButton: true })]).toEqual([
      null,
      null,
      null,
    ]);
  });
});

describe('marks that are being given', () => {
  it('go on to the next criterion without one, from the top again, and are whole with all seven', () => {
    expect(nextOpen({ speed: 2 }, 'speed')).toBe('language');
    const { language: _language, ...open } = whole;
    expect([nextOpen(open, 'solved'), missingIn(open), toMarks(open)]).toEqual(['language', 1, null]);
    expect([nextOpen(whole, 'solved'), missingIn(whole), toMarks(whole)]).toEqual(['solved', 0, whole]);
  });
});

describe('a new round', () => {
  it('tells what is wrong, and sends reviewers for a calibration only', () => {
    expect(roundProblems({ ...newRoundDraft, size: '0', from: 'soon' })).toEqual({ name: 'name', size: 'size', from: 'day' });
    const named = { ...newRoundDraft, name: ' March ', filters: { team: ['North'], agent: [] } };
    expect(toNewRound(named)).toEqual({
      name: 'March',
      kind: 'review',
      size: 100,
      strata: ['channel'],
      from: null,
      to: null,
      filters: { team: ['North'] },
    });
    expect(toNewRound({ ...named, kind: 'calibration', reviewers: '9' })).toBeNull();
    expect(toNewRound({ ...named, kind: 'calibration' })).toMatchObject({ reviewers: 3 });
  });
});

describe('new weights', () => {
  const terms = {
    weights: { speed: 15, language: 10, attitude: 15, expertise: 25, initiative: 10, safety: 10, solved: 15 },
    passMark: 0.75,
  };
  it('come back as they were, and are none where a number is none or all are 0', () => {
    const draft = weightsDraft(terms);
    expect([sumOf(draft), passMarkOf(draft), toTerms(draft, 3)]).toEqual([100, 75, { ...terms, basedOn: 3 }]);
    expect(toTerms({ ...draft, weights: { ...draft.weights, speed: '101' } }, 3)).toBeNull();
    expect(toTerms({ ...draft, passMark: '4' }, 3)).toBeNull();
    const zero = { speed: '0', language: '0', attitude: '0', expertise: '0', initiative: '0', safety: '0', solved: '0' };
    expect([sumOf({ ...draft, weights: zero }), toTerms({ ...draft, weights: zero }, 3)]).toEqual([0, null]);
    expect(sumOf({ ...draft, weights: { ...zero, speed: '2,5' } })).toBe(2.5);
  });
});

describe('what a pre-score rests on', () => {
  it('is told with quotes, times and names of languages, or why there is none', () => {
    const evidence = (fact: string, quote: string | null, ms: number | null = null) => ({ fact, quote, ms });
    const speed = {
      mark: 1 as const,
      reason: null,
      evidence: [evidence('waited', null, 5_400_000), evidence('promised', null, 3_600_000)],
    };
    expect(autoText(speed, words, format)).toBe(`waited ${format.duration(5_400_000)}, promised ${format.duration(3_600_000)}`);
    const language = { mark: 0 as const, reason: null, evidence: [evidence('asked_in', 'de'), evidence('answered_in', 'en')] };
    expect(autoText(language, words, format)).toBe('asked in German, answered in English');
    const attitude = { mark: null, reason: 'nothing_named' as const, evidence: [evidence('greeting', 'Hi')] };
    expect(autoText(attitude, words, format)).toBe('nothing of it is named, greeting “Hi”');
  });
});

describe('the weakest criterion', () => {
  const trust = {
    reviews: 0,
    measured: 0,
    same: 0,
    share: null,
    interval: null,
    higher: 0,
    lower: 0,
    alpha: null,
    autoMean: null,
    humanMean: null,
  };
  const row = (criterion: Report['criteria'][number]['criterion'], value: number | null, n: number) => ({
    criterion,
    weight: 10,
    n,
    value,
    interval: null,
    failed: 0,
    trust,
  });
  const report = (criteria: Report['criteria'], hidden = false): Report => ({
    n: 30,
    hidden,
    terms: {
      version: 1,
      weights: { speed: 1, language: 1, attitude: 1, expertise: 1, initiative: 1, safety: 1, solved: 1 },
      passMark: 0.75,
      savedAt: null,
    },
    criteria,
  });
  it('needs enough marks and is not told of what is hidden', () => {
    const rows = [row('speed', 0.9, 30), row('solved', 0.6, 30), row('initiative', 0.1, 19), row('safety', null, 0)];
    expect(weakestOf(report(rows))).toEqual({ criterion: 'solved', value: 0.6, n: 30 });
    expect([weakestOf(report(rows, true)), weakestOf(report([]))]).toEqual([null, null]);
  });
});
