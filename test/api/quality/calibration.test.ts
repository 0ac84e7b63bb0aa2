// Calibration and trust counted by hand: agreement on each criterion, leans, the proposed result, people beside the pre-score.
import { describe, expect, it } from 'vitest';
import { agreementByCriterion, leans, openAgreements, proposedMarks } from '#api/quality/calibration.ts';
import { criterionReports } from '#api/quality/criterion-report.ts';
import { type AutoMark, type AutoMarks, byCriterion, type QualityMark, type QualityMarks, qualityCriteria } from '#db/model/quality.ts';

const all = (mark: QualityMark): QualityMarks => byCriterion(() => mark);
const reply = (...given: readonly (readonly [reviewer: string, marks: QualityMarks])[]) => ({
  reviews: given.map(([reviewer, marks]) => ({ reviewer, marks })),
});
const auto = (mark: 0 | 1 | 2 | null): AutoMarks => {
  const one: AutoMark = mark === null ? { mark, reason: 'nothing_named', evidence: [] } : { mark, evidence: [] };
  return byCriterion(() => one);
};

describe('a calibration', () => {
  it('agrees fully where everybody says the same of different replies, and says nothing where nothing differs', () => {
    const same = [2, 1, 0, 2, 1, 0].map((mark) =>
      reply(['ann', all(mark === 2 ? 2 : mark === 1 ? 1 : 0)], ['ben', all(mark === 2 ? 2 : mark === 1 ? 1 : 0)]),
    );
    expect(agreementByCriterion(same).map(({ criterion, replies, unanimous, alpha }) => [criterion, replies, unanimous, alpha])).toEqual(
      qualityCriteria.map((criterion) => [criterion, 6, 6, 1]),
    );
    const flat = Array.from({ length: 6 }, () => reply(['ann', all(2)], ['ben', all(2)]));
    expect(agreementByCriterion(flat)[0]).toMatchObject({ replies: 6, unanimous: 6, alpha: null, interval: null });
    const opposed = [reply(['ann', all(2)], ['ben', all(0)]), reply(['ann', all(0)], ['ben', all(2)])];
    expect(agreementByCriterion(opposed)[0]?.alpha).toBeLessThan(0);
  });

  it('is worked out once for the same marks, and again when one of them changes', () => {
    const agreementOf = openAgreements();
    const session = (mark: 1 | 2) => [reply(['ann', all(2)], ['ben', all(0)]), reply(['ann', all(0)], ['ben', all(mark)])];
    const first = agreementOf(session(2));
    expect(agreementOf(session(2))).toBe(first);
    expect(agreementOf(session(1))).toEqual(agreementByCriterion(session(1)));
    expect(agreementOf(session(1))).not.toEqual(first);
  });

  it('leaves out of a criterion whoever says that it does not apply', () => {
    const replies = [reply(['ann', all(2)], ['ben', { ...all(2), speed: null }]), reply(['ann', all(1)], ['ben', all(2)])];
    const [speed, language] = agreementByCriterion(replies);
    expect([speed?.replies, language?.replies]).toEqual([1, 2]);
  });

  it('finds the lean of each reviewer against the others, over replies', () => {
    const strict = Array.from({ length: 6 }, () => reply(['ann', all(2)], ['ben', all(1)], ['cem', all(2)]));
    expect(leans(strict)).toEqual([
      { reviewer: 'ann', replies: 6, lean: 0.25, interval: [0.25, 0.25] },
      { reviewer: 'ben', replies: 6, lean: -0.5, interval: [-0.5, -0.5] },
      { reviewer: 'cem', replies: 6, lean: 0.25, interval: [0.25, 0.25] },
    ]);
    expect(leans([reply(['ann', all(2)])])).toEqual([{ reviewer: 'ann', replies: 0, lean: null, interval: null }]);
  });

  it('proposes the lower middle of what was said', () => {
    expect(proposedMarks(reply(['ann', all(2)], ['ben', all(0)], ['cem', all(1)]))).toEqual(all(1));
    expect(proposedMarks(reply(['ann', all(2)], ['ben', all(1)]))).toEqual(all(1));
    expect(proposedMarks(reply(['ann', all(null)], ['ben', all(null)], ['cem', all(2)]))).toEqual(all(null));
  });
});

describe('people beside the pre-score', () => {
  it('weights what people say, and counts where the pre-score says the same, more, less or nothing', () => {
    const of = (taskId: number, weight: number, marks: QualityMarks) => ({
      taskId,
      agentKey: 'a',
      weight,
      marks,
      score: 1,
      outcome: 'passed' as const,
    });
    const replies = [of(1, 3, all(2)), of(2, 1, all(0)), of(3, 9, all(null))];
    const blind = [
      { marks: all(2), auto: auto(2) },
      { marks: all(1), auto: auto(2) },
      { marks: all(2), auto: auto(0) },
      { marks: all(2), auto: auto(null) },
      { marks: all(null), auto: auto(2) },
    ];
    const [speed] = criterionReports(replies, blind);
    expect(speed).toMatchObject({
      criterion: 'speed',
      n: 2,
      value: 0.75,
      interval: null,
      failed: 1,
      trust: { reviews: 4, measured: 3, same: 1, share: 1 / 3, higher: 1, lower: 1, autoMean: 2 / 3, humanMean: 2.5 / 3 },
    });
    expect(criterionReports([], [])[0]).toMatchObject({ n: 0, value: null, trust: { share: null, interval: null, alpha: null } });
  });
});
