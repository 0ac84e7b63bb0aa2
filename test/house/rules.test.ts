// House rules that a linter does not know: no raw HTML, no clock inside rooms, no tests switched off.
import { describe, expect, it } from 'vitest';
import { type SourceFile, sourceFiles } from '#test/support/source-files.ts';

type Rule = { readonly name: string; readonly pattern: RegExp; readonly within: (name: string) => boolean; readonly broken: string };

const inRooms = (name: string) => /^(api|db|ingest)\//.test(name);
const isTest = (name: string) => name.startsWith('test/') && !name.startsWith('test/house/');

const rules: readonly Rule[] = [
  {
    name: 'message text is rendered as text, never as HTML',
    pattern: /\{@html/,
    within: (name) => name.endsWith('.svelte'),
    broken: '{@html body}',
  },
  {
    name: 'only api/main.ts reads the clock',
    pattern: /\bDate\.now\(|\bnew Date\(\s*\)/,
    within: (name) => inRooms(name) && name !== 'api/main.ts',
    broken: 'const now = Date.now();',
  },
  {
    name: 'only api/main.ts makes randomness from Math',
    pattern: /\bMath\.random\(/,
    within: (name) => inRooms(name) && name !== 'api/main.ts',
    broken: 'Math.random()',
  },
  {
    name: 'no test is switched off by hand',
    pattern: /\b(it|test|describe)\.(only|todo|skip)\(|\bx(it|describe)\(/,
    within: isTest,
    broken: "it.only('x', () => {});",
  },
  {
    name: 'no unfinished marks',
    pattern: /\b(TODO|FIXME|XXX|HACK)\b/,
    within: (name) => inRooms(name) || isTest(name) || name.startsWith('dashboard/'),
    broken: '// TODO later',
  },
  {
    name: 'no outbound request outside the guarded client',
    pattern: /(?<![.*\w])fetch\(|from '(?:node:(?:https?|tls)|undici|imapflow)'/,
    within: (name) => /^(ingest|db)\//.test(name) && !name.startsWith('ingest/http/') && name !== 'ingest/mail/imap-mailbox.ts',
    broken: 'await fetch(url)',
  },
];

/** Comments may speak of what the code must not do. */
function withoutComments(file: SourceFile, rule: Rule): string {
  if (rule.name === 'no unfinished marks') return file.text;
  return file.text.replaceAll(/^\s*(\/\/|\*|\/\*).*$/gm, '').replaceAll(/\s\/\/ .*$/gm, '');
}

const files = sourceFiles(['.ts', '.svelte']);

describe('house rules', () => {
  for (const rule of rules) {
    it(rule.name, () => {
      const breaking = files.filter((file) => rule.within(file.name) && rule.pattern.test(withoutComments(file, rule)));
      expect(breaking.map((file) => file.name)).toEqual([]);
    });

    it(`${rule.name}: a breach would be caught`, () => {
      expect(rule.pattern.test(withoutComments({ name: 'x.ts', text: rule.broken }, rule))).toBe(true);
    });
  }
});
