// Work that is begun while work before it ends: a few at a time, settled in order, and the first failure is told.
import { describe, expect, it } from 'vitest';
import { openAhead } from '#ingest/ahead.ts';
import { openCrew, type Prepared, type StageOrder, type Stages } from '#ingest/stages/run-stages.ts';

/** Work that ends when the test says so. */
function held<Result>() {
  let end: (result: Result) => void = () => undefined;
  let fail: (reason: unknown) => void = () => undefined;
  const work = new Promise<Result>((resolve, reject) => {
    [end, fail] = [resolve, reject];
  });
  return { work, end, fail };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('work ahead', () => {
  it('goes on with one under way, waits with two, and is settled in its order', async () => {
    const ahead = openAhead(2);
    const [first, second] = [held<number>(), held<number>()];
    const settled: number[] = [];
    let isFree = false;
    await ahead.add(first.work, (result) => void settled.push(result));
    const added = ahead
      .add(second.work, (result) => void settled.push(result))
      .then(() => {
        isFree = true;
      });
    second.end(2);
    await turn();
    expect([settled, isFree]).toEqual([[], false]);
    first.end(1);
    await added;
    await ahead.end();
    expect(settled).toEqual([1, 2]);
  });

  it('tells the first failure, to the next who waits and at the end, and settles nothing behind it', async () => {
    const ahead = openAhead(2);
    const [first, second] = [held<number>(), held<number>()];
    const settled: number[] = [];
    await ahead.add(first.work, (result) => void settled.push(result));
    const added = ahead.add(second.work, (result) => void settled.push(result));
    second.fail(new Error('second'));
    first.fail(new Error('first'));
    await expect(added).rejects.toThrow('first');
    await expect(ahead.end()).rejects.toThrow('first');
    expect(settled).toEqual([]);
  });
});

describe('a crew of stages', () => {
  const none = { ready: [], refused: [], renamed: [], unscored: 0 };
  const order = (sourceId: string): StageOrder => ({ sourceId, fetched: [], stored: new Map(), known: new Map() });

  it('gives each of them one page at a time, and the next to the first that is free, also after a failure', async () => {
    const begun: string[] = [];
    const pages = new Map(['a', 'b', 'c', 'd'].map((id) => [id, held<Prepared>()]));
    const member = (name: string): Stages => ({
      open: async () => undefined,
      close: async () => undefined,
      run: async ({ sourceId }) => {
        begun.push(`${sourceId} by ${name}`);
        return (await pages.get(sourceId)?.work) ?? none;
      },
    });
    const { run } = openCrew([member('one'), member('two')]);
    const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => run(order(id)));
    await turn();
    expect(begun).toEqual(['a by one', 'b by two']);
    pages.get('b')?.fail(new Error('broken'));
    await expect(b).rejects.toThrow('broken');
    await turn();
    expect(begun.slice(2)).toEqual(['c by two']);
    for (const id of ['a', 'c', 'd']) pages.get(id)?.end(none);
    expect(await Promise.all([a, c, d])).toEqual([none, none, none]);
    expect(begun.slice(3)).toEqual(['d by one']);
  });

  it('opens and closes all of them', async () => {
    const done: string[] = [];
    const member = (name: string): Stages => ({
      open: async (languages) => void done.push(`${name} opens ${languages}`),
      close: async () => void done.push(`${name} closes`),
      run: async () => none,
    });
    const crew = openCrew([member('one'), member('two')]);
    await crew.open(['en']);
    await crew.close();
    expect(done).toEqual(['one opens en', 'two opens en', 'one closes', 'two closes']);
  });
});
