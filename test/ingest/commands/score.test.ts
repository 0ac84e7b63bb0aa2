// `huiyin score`: a line in, a line out, in order, with everything that the stages tell.
import { describe, expect, it } from 'vitest';
import { AppError } from '#db/model/errors.ts';
import { scoreCommand } from '#ingest/commands/score.ts';
import { standInScorers } from '#test/support/stand-in-scorers.ts';

// A detector that knows two scripts, so that the test says what it sees.
const detector = {
  detect: (text: string) =>
    /\p{Script=Han}/u.test(text)
      ? { language: 'zh-Hans', script: 'Hans', confidence: 1, others: [] }
      : /\p{L}/u.test(text)
        ? { language: 'en', script: 'Latn', confidence: 1, others: [] }
        : { language: 'und', script: 'Zyyy', confidence: 0, others: [] },
};

async function run(lines: readonly string[]) {
  const written = { stdout: '', stderr: '' };
  const context = {
    stdin: (async function* () {
      yield Buffer.from(lines.join('\n'));
    })(),
    stdout: (text: string) => {
      written.stdout += text;
    },
    stderr: (text: string) => {
      written.stderr += text;
    },
  };
  const failure = await scoreCommand(context, { detector, scorers: standInScorers }).then(
    () => null,
    (error: unknown) => (error instanceof AppError ? `${error.code}: ${error.message}` : 'another error'),
  );
  const answers: Record<string, unknown>[] = written.stdout
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
  return { ...written, answers, failure };
}

describe('huiyin score', () => {
  it('tells language, sentiment, category, urgency, risk and what redaction took out', async () => {
    const { answers, stderr, failure } = await run([
      '{"id": 7, "text": "my deposit is stuck, write to jo@example.org", "channel": "email"}',
    ]);
    expect([stderr, failure]).toEqual(['', null]);
    expect(answers).toEqual([
      {
        id: 7,
        language: 'en',
        script: 'Latn',
        languageConfidence: 1,
        otherLanguages: [],
        sentiment: {
          label: 'neg',
          score: -0.7,
          probabilities: { neg: 0.8, neu: 0.1, pos: 0.1 },
          mixed: false,
          abstain: false,
          evidence: [{ start: 14, end: 19, weight: -1 }],
        },
        category: { id: 'deposit.late', confidence: 0.9, evidence: [{ start: 14, end: 19, weight: 1 }] },
        urgency: { level: 'high', reasons: ['funds-stuck'], evidence: [{ start: 14, end: 19, weight: 1 }] },
        risk: [],
        redacted: 'my deposit is stuck, write to [EMAIL]',
        findings: [{ kind: 'EMAIL', start: 30, end: 44 }],
      },
    ]);
  });

  it('keeps the order, also where it has to write in pieces', async () => {
    const lines = Array.from({ length: 1000 }, (_, id) => JSON.stringify({ id, text: id % 2 === 0 ? '很好' : 'stuck' }));
    const { answers } = await run(lines);
    expect(answers.map(({ id }) => id)).toEqual(lines.map((_, id) => id));
    expect(answers.map(({ language }) => language).slice(0, 2)).toEqual(['zh-Hans', 'en']);
  });

  it('gives the likeliest label also where it abstains', async () => {
    const { answers } = await run(['{"text": "perhaps stuck"}']);
    expect(answers[0]).toMatchObject({ sentiment: { label: 'neg', abstain: true } });
  });

  it('believes a given language only where the text tells none', async () => {
    const { answers } = await run(['{"text": "stuck", "language": "zh"}', '{"text": "123", "language": "de-AT"}', '{"text": "123"}']);
    expect(answers.map(({ language }) => language)).toEqual(['en', 'de', 'und']);
  });

  it('names each line that it cannot answer, answers the others, and fails at the end', async () => {
    const { answers, stderr, failure } = await run([
      '{"id": 1, "text": "thanks"}',
      '{"text": abandon}',
      '{"id": 3}',
      '{"id": 4, "text": "thanks", "channel": 5}',
      '{"id": 5, "text": "choke"}',
      '',
      '{"id": 7, "text": "thanks"}',
    ]);
    expect(answers.map(({ id }) => id)).toEqual([1, 7]);
    expect(stderr).toBe(
      ['2: is not valid JSON', '3: is not an object with a text', '4: channel: must be a text', '5: the scorer of sentiment failed']
        .map((reason) => `standard input: line ${reason}\n`)
        .join(''),
    );
    expect(failure).toBe('internal: 4 lines were not scored');
  });
});
