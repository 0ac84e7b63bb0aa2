// The arrows of the house: which room may import which, and that nothing runs in a circle.
import { describe, expect, it } from 'vitest';
import { type Import, importsOf, sourceFiles } from '#test/support/source-files.ts';

const rooms = ['api', 'dashboard', 'ingest', 'db'] as const;
const roomOf = (name: string): string | undefined => rooms.find((room) => name.startsWith(`${room}/`));

/** The rule in one place: null where the arrow is allowed, else the sentence to print. */
export function forbidden({ from, to, typeOnly }: Import): string | null {
  const [source, target] = [roomOf(from), roomOf(to)];
  if (source === undefined || target === undefined || source === target) return null;
  const allowed =
    (source === 'ingest' && target === 'db') ||
    (source === 'api' && target === 'db') ||
    (from === 'api/main.ts' && target === 'ingest') ||
    (source === 'dashboard' && to === 'api/app.ts' && typeOnly);
  return allowed ? null : `${from} -> ${to}${typeOnly ? ' (types)' : ''}`;
}

/** Circles among runtime imports, each named once by its files. */
export function circles(imports: readonly Import[]): string[] {
  const next = new Map<string, string[]>();
  for (const { from, to, typeOnly } of imports) {
    if (!typeOnly) next.set(from, [...(next.get(from) ?? []), to]);
  }
  const done = new Set<string>();
  const found = new Set<string>();
  const walk = (name: string, trail: readonly string[]): void => {
    const at = trail.indexOf(name);
    if (at >= 0) {
      found.add([...trail.slice(at)].sort().join(' <-> '));
      return;
    }
    if (done.has(name)) return;
    for (const target of next.get(name) ?? []) walk(target, [...trail, name]);
    done.add(name);
  };
  for (const name of next.keys()) walk(name, []);
  return [...found];
}

const imports = sourceFiles(['.ts', '.svelte', '.js'])
  .filter((file) => roomOf(file.name) !== undefined)
  .flatMap(importsOf);

describe('arrows between rooms', () => {
  it('finds the imports of the house', () => {
    expect(imports.length).toBeGreaterThan(100);
  });

  it('only go where the plan says', () => {
    expect(imports.map(forbidden).filter((sentence) => sentence !== null)).toEqual([]);
  });

  it('never run in a circle', () => {
    expect(circles(imports)).toEqual([]);
  });

  it('would be caught where they are wrong', () => {
    const wrong = [
      { from: 'db/open.ts', to: 'api/app.ts', typeOnly: false },
      { from: 'api/app.ts', to: 'ingest/pipeline.ts', typeOnly: false },
      { from: 'dashboard/src/a.ts', to: 'api/app.ts', typeOnly: false },
      { from: 'dashboard/src/a.ts', to: 'db/model/metric.ts', typeOnly: true },
      { from: 'ingest/pipeline.ts', to: 'api/app.ts', typeOnly: true },
    ];
    expect(wrong.map(forbidden).filter((sentence) => sentence === null)).toEqual([]);
    const round = [
      { from: 'db/a.ts', to: 'db/b.ts', typeOnly: false },
      { from: 'db/b.ts', to: 'db/a.ts', typeOnly: false },
    ];
    expect(circles(round)).toEqual(['db/a.ts <-> db/b.ts']);
  });
});
