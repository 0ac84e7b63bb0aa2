// Reads golden lists of fixtures: `# label` lines, each followed by the texts it holds for.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from './source-files.ts';

export type GoldenLine = { readonly label: string; readonly text: string };

/** All texts of a list, with their labels, in order. */
export function goldenLines(name: string): GoldenLine[] {
  let label = '';
  return readFileSync(path.join(root, 'test/fixtures', name), 'utf8')
    .split('\n')
    .flatMap((line) => {
      if (line.startsWith('# ')) label = line.slice(2);
      return line.trim() === '' || line.startsWith('# ') ? [] : [{ label, text: line }];
    });
}
