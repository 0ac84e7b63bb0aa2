// Files stay small enough to read, and each opens with a sentence that says what it holds.
import { describe, expect, it } from 'vitest';
import { type SourceFile, sourceFiles } from '#test/support/source-files.ts';

const mostLines = 300;
const mostSvelteLines = 200;

export function tooLong(file: SourceFile): boolean {
  return file.text.split('\n').length - 1 > (file.name.endsWith('.svelte') ? mostSvelteLines : mostLines);
}

/** The first line is a comment of at least three words; a shebang may stand above it. */
export function opensWithSentence(file: SourceFile): boolean {
  const lines = file.text.split('\n').filter((line) => !line.startsWith('#!'));
  return /^(\/\/|<!--|\/\*) \S+ \S+ \S+/.test(lines[0] ?? '');
}

const generated = (file: SourceFile) => file.name.startsWith('db/migrations/');
const code = sourceFiles(['.ts', '.svelte', '.mjs', '.js']).filter((file) => !generated(file));

describe('source files', () => {
  it('are found', () => {
    expect(code.length).toBeGreaterThan(50);
  });

  it('stay within their size', () => {
    expect(code.filter(tooLong).map((file) => `${file.name}: ${file.text.split('\n').length - 1}`)).toEqual([]);
  });

  it('open with a sentence that says what they hold', () => {
    expect(code.filter((file) => !opensWithSentence(file)).map((file) => file.name)).toEqual([]);
  });

  it('are caught where they are too long or open without a sentence', () => {
    expect(tooLong({ name: 'a.ts', text: 'x\n'.repeat(301) })).toBe(true);
    expect(tooLong({ name: 'a.svelte', text: 'x\n'.repeat(201) })).toBe(true);
    expect(opensWithSentence({ name: 'a.ts', text: "import x from 'y';\n" })).toBe(false);
  });
});
