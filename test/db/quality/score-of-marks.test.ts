// What marks come to, by hand.
import { expect, it } from 'vitest';
import { type QualityMarks, shippedQualityTerms } from '#db/model/quality.ts';
import { scoreOfMarks } from '#db/quality/score-of-marks.ts';

const all: QualityMarks = { speed: 2, language: 2, attitude: 2, expertise: 2, initiative: 2, safety: 2, solved: 2 };
const none: QualityMarks = { speed: null, language: null, attitude: null, expertise: null, initiative: null, safety: null, solved: null };

it('weights what applies and leaves out what does not', () => {
  expect(scoreOfMarks(all, shippedQualityTerms)).toEqual({ score: 1, outcome: 'passed' });
  expect(scoreOfMarks({ ...all, expertise: 0 }, shippedQualityTerms)).toEqual({ score: 0.75, outcome: 'passed' });
  expect(scoreOfMarks({ ...all, expertise: 0, speed: 1 }, shippedQualityTerms)).toEqual({ score: 0.675, outcome: 'below' });
  expect(scoreOfMarks({ ...none, attitude: 1, solved: 2 }, shippedQualityTerms)).toEqual({ score: 0.75, outcome: 'passed' });
});

it('fails the whole reply where safety fails, whatever safety weighs', () => {
  const weights = { ...shippedQualityTerms.weights, safety: 0 };
  expect(scoreOfMarks({ ...all, safety: 0 }, { weights, passMark: 0.1 })).toEqual({ score: 0, outcome: 'critical' });
  expect(scoreOfMarks({ ...all, safety: 1 }, { weights, passMark: 0.1 })).toEqual({ score: 1, outcome: 'passed' });
});

it('says nothing where nothing with a weight applies', () => {
  expect(scoreOfMarks(none, shippedQualityTerms)).toEqual({ score: null, outcome: null });
  const weights = { ...shippedQualityTerms.weights, speed: 0 };
  expect(scoreOfMarks({ ...none, speed: 2 }, { weights, passMark: 0.5 })).toEqual({ score: null, outcome: null });
});
