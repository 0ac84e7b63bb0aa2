// Redaction by example: texts with what becomes of them, and texts that stay as they are.
import { describe, expect, it } from 'vitest';
import { redactText } from '#ingest/stages/redact.ts';
import { mustCatch } from '#test/fixtures/redaction/must-catch.ts';
import { mustStay } from '#test/fixtures/redaction/must-stay.ts';

describe('a text with a secret', () => {
  it.each(mustCatch)('becomes $redacted', ({ text, redacted, kinds }) => {
    const result = redactText(text);
    expect({ text: result.text, kinds: result.findings.map((finding) => finding.kind) }).toEqual({ text: redacted, kinds });
  });
});

describe('a text without one', () => {
  it.each(mustStay)('stays as it is: %s', (text) => {
    expect(redactText(text)).toEqual({ text, findings: [] });
  });
});
