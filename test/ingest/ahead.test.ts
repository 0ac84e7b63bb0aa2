// Work that is begun while work before it ends: a few at a time, settled in order, and the first failure is told.
import { describe, expect, it } from 'vitest';
import { openAhead } from '#ingest/ahead.ts';
import { oneAtATime, type Prepared } from '#ingest/stages/run-stages.ts';

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

describe('stages one at a time', () => {
  it('begin with a page when the one before has gone through, or failed', async () => {
    const begun: string[] = [];
    const none: Prepared = { ready: [], refused: [], renamed: [], unscored: 0 };
    const pages = new Map(['a', 'b', 'c'].map((id) => [id, held<Prepared>()]));
    const { run } = oneAtATime({
      open: async () => undefined,
      retire: () => undefined,
      close: async () => undefined,
      run: async ({ sourceId }) => {
        begun.push(sourceId);
        return (await pages.get(sourceId)?.work) ?? none;
      },
    });
    const [a, b, c] = ['a', 'b', 'c'].map((sourceId) => run({ sourceId, fetched: [], stored: new Map(), known: new Map() }));
    await turn();
    expect(begun).toEqual(['a']);
    pages.get('a')?.fail(new Error('broken'));
    await expect(a).rejects.toThrow('broken');
    await turn();
    expect(begun).toEqual(['a', 'b']);
    for (const id of ['b', 'c']) pages.get(id)?.end(none);
    expect(await Promise.all([b, c])).toEqual([none, none]);
    expect(begun).toEqual(['a', 'b', 'c']);
  });
});
