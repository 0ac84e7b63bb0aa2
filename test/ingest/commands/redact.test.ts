// `huiyin redact`: a line in, a line out, and bad lines named without being quoted.
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '#test/support/import-files.ts';
import { openCommandRoom } from '#test/support/ingest-commands.ts';

const room = openCommandRoom(temporaryFolder());

describe('huiyin redact', () => {
  it('answers every line with the redacted text and where the findings were', async () => {
    const stdin = [{ id: 7, text: 'write to jo@example.org now' }, { text: '你好' }, { id: 'x', text: '' }];
    const { stdout, stderr, failure } = await room.run(['redact'], {
      stdin: `${stdin.map((line) => JSON.stringify(line)).join('\n')}\n\n`,
    });
    expect([stderr, failure]).toEqual(['', null]);
    expect(
      stdout
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { id: 7, redacted: 'write to [EMAIL] now', findings: [{ kind: 'EMAIL', start: 9, end: 23 }] },
      { id: null, redacted: '你好', findings: [] },
      { id: 'x', redacted: '', findings: [] },
    ]);
  });

  it('names the lines that it cannot read, answers the others, and fails at the end', async () => {
    const lines = ['{"id": 1, "text": "fine"}', '{"text": abandon}', '"abandon"', '{"id": 2}', '{"id": 3, "text": "fine too"}'];
    const { stdout, stderr, failure } = await room.run(['redact'], { stdin: lines.join('\n') });
    expect(stdout.trim().split('\n')).toHaveLength(2);
    expect(stderr).toBe(
      ['2: is not valid JSON', '3: is not an object with a text', '4: is not an object with a text']
        .map((reason) => `standard input: line ${reason}\n`)
        .join(''),
    );
    expect(failure).toBe('3 lines were not redacted');
  });

  it('says nothing about no input', async () => {
    expect(await room.run(['redact'])).toEqual({ stdout: '', stderr: '', failure: null });
  });
});
