// Laws of redaction on generated texts: once is enough, offsets map back, tokens hold nothing, and a failing detector lets nothing through.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '#db/model/errors.ts';
import { findSecrets, redactText } from '#ingest/stages/redact.ts';
import { tokenOf } from '#ingest/stages/redaction/finding.ts';
import { trait } from '#ingest/stages/redaction/traits.ts';
import { hostileShapes } from '#test/fixtures/redaction/hostile.ts';
import { addressPlantings, criticalPlantings, loosePlantings, personalPlantings } from '#test/fixtures/redaction/planted.ts';
import { openRandom } from '#test/fixtures/redaction/random.ts';

const plantings = [...criticalPlantings, ...personalPlantings, ...loosePlantings, ...addressPlantings];
const settings = { seed: 20261128, numRuns: 300 };

const planted = fc
  .tuple(fc.constantFrom(...plantings), fc.integer({ min: 0, max: 2 ** 31 }))
  .map(([planting, seed]) => planting.plant(openRandom(seed), 'test').text);
const stray = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.string({ unit: 'binary', maxLength: 40 }));
const texts = fc
  .array(fc.oneof({ weight: 3, arbitrary: planted }, { weight: 1, arbitrary: stray }), { minLength: 1, maxLength: 4 })
  .chain((parts) => fc.constantFrom(' ', '\n', '', '😀').map((gap) => parts.join(gap)));

describe('redacting a text', () => {
  it('again changes nothing', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const once = redactText(text).text;
        expect(redactText(once)).toEqual({ text: once, findings: [] });
      }),
      settings,
    );
  });

  it('gives findings in order, apart, inside the text, and whose replacement is the redacted text', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { text: redacted, findings } = redactText(text);
        let [rebuilt, at] = ['', 0];
        for (const { kind, token, start, end } of findings) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(token).toBe(tokenOf(kind));
          rebuilt += text.slice(at, start) + token;
          at = end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
        expect(rebuilt + text.slice(at)).toBe(redacted);
      }),
      settings,
    );
  });

  it('counts offsets in code units of the input, behind emoji, accents and characters that are read in another form', () => {
    const before = '👩‍👩‍👧 ｆｕｌｌ wi\u200bdth e\u0301 ﬁ 𠮷: ';
    const secret = 'lena@example.org';
    expect(redactText(`${before}${secret} 🙏`)).toEqual({
      text: `${before}[EMAIL] 🙏`,
      findings: [{ kind: 'EMAIL', token: '[EMAIL]', start: before.length, end: before.length + secret.length }],
    });
  });

  it('fails as a whole where a detector fails, without a word of the text', () => {
    const secret = 'abandon ability able';
    const failing = {
      name: 'failing',
      needs: trait.always,
      find: () => {
        throw new Error(`could not read ${secret}`);
      },
    };
    const redact = () => redactText(secret, { detectors: [failing] });
    expect(redact).toThrow(new AppError('internal', 'redaction failed in detector failing; nothing was kept of the text'));
  });
});

describe('hostile texts', () => {
  it.each(hostileShapes)('come to rest and stay redacted: $name', ({ make }) => {
    const once = redactText(make(4000)).text;
    expect(findSecrets(once)).toEqual([]);
  });
});
