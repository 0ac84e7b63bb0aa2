// CSV cells: RFC 4180, and nothing that a spreadsheet would run.
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCsvCell, toCsvLine } from '#api/http/csv-cell.ts';

const formulas = [
  '=1+1',
  '+1',
  '-1+2',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  ' =1',
  '\u3000=1',
  '\uFF1D1',
  '\uFF0B1',
  '\uFF0D1',
  '\uFF20x',
  '\uFEFF=1',
];

/** What a spreadsheet does first: trims the cell and looks at its first character. */
const wouldRun = (cell: string) => /^[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]/.test(cell.replace(/^[\s\u00a0\u3000\ufeff]+/, ''));

describe('a CSV cell', () => {
  it('keeps numbers as numbers and null as nothing', () => {
    expect(toCsvLine([1, -2.5, null, 'x', true])).toBe('1,-2.5,,x,true\r\n');
  });

  it('quotes commas, quotes and line ends', () => {
    expect(toCsvLine(['a,b', 'say "hi"', 'two\nlines'])).toBe('"a,b","say ""hi""","two\nlines"\r\n');
  });

  it('puts an apostrophe before everything that could run as a formula', () => {
    for (const formula of formulas) {
      const [[cell = ''] = []] = parse(toCsvCell(formula), { relax_column_count: true });
      expect({ formula, cell }).toEqual({ formula, cell: `'${formula}` });
    }
  });

  it('would be caught if it let a formula through', () => {
    expect(formulas.filter((formula) => !wouldRun(formula))).toEqual([]);
  });

  it('leaves ordinary text as it is, Chinese and negative-looking words too', () => {
    expect(toCsvCell('王芳')).toBe('王芳');
    expect(toCsvCell('a-b=c')).toBe('a-b=c');
  });

  it('comes back as it went, whatever the text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(...formulas),
      fc.string({ unit: fc.constantFrom('=', '"', ',', '\r', '\n', '\t', 'x') }),
    );
    fc.assert(
      fc.property(fc.array(text, { minLength: 2, maxLength: 6 }), (values) => {
        const [read] = parse(toCsvLine(values), { relax_column_count: true, record_delimiter: '\r\n' });
        expect(read?.map((cell: string, index: number) => (cell === `'${values[index]}` ? values[index] : cell))).toEqual(values);
        expect(read?.filter(wouldRun)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
