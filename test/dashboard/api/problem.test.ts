// Failed requests as one error.
import { describe, expect, it } from 'vitest';
import { toProblem } from '../../../dashboard/src/lib/api/problem.ts';

const of = (status: number, body: unknown) => {
  const { code, message, status: kept } = toProblem(status, body);
  return [code, message, kept];
};

describe('toProblem', () => {
  it("keeps the server's code and sentence", () => {
    expect(of(404, { error: { code: 'not_found', message: 'no such thing' } })).toEqual(['not_found', 'no such thing', 404]);
  });

  it("finds a code for what is not the server's own: a proxy's page, a list, nothing", () => {
    expect([of(502, '<html>'), of(503, null), of(400, []), of(418, { error: { code: 'teapot' } })]).toEqual([
      ['unavailable', 'answer 502', 502],
      ['unavailable', 'answer 503', 503],
      ['invalid', 'answer 400', 400],
      ['invalid', 'answer 418', 418],
    ]);
  });
});
