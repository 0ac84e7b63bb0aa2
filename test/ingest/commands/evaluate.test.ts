// `huiyin evaluate`: figures for two files, and plain words for files that are none.
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { temporaryFolder, writeFile } from '#test/support/import-files.ts';
import { openCommandRoom } from '#test/support/ingest-commands.ts';

const line = (text: string, label: string) => JSON.stringify({ text, label, lang: 'en' });
const lines = (from: number) =>
  Array.from({ length: 12 }, (_, index) => [
    line(`the app is great and works ${from + index}`, 'pos'),
    line(`the app is terrible and crashes ${from + index}`, 'neg'),
  ]).flat();

describe('huiyin evaluate', () => {
  const folder = temporaryFolder();
  const train = writeFile(folder, 'train.jsonl.gz', gzipSync(`${lines(0).join('\n')}\n\n`));
  const test = writeFile(folder, 'test.jsonl', lines(100).join('\n'));
  const room = openCommandRoom(folder);

  it('trains on one file and tests on the other', async () => {
    const { stdout, failure } = await room.run(['evaluate', '--task', 'sentiment', '--train', train, '--test', test, '--json']);
    expect(failure).toBeNull();
    expect(JSON.parse(stdout)).toMatchObject({ task: 'sentiment', trainedOn: 24, n: 24, accuracy: 1, macroF1: 1 });
    const told = await room.run(['evaluate', '--task', 'sentiment', '--train', train, '--test', test]);
    expect(told.stdout).toMatch(/^sentiment: trained on 24, tested on 24\naccuracy 100\.0 %, macro F1 100\.0 %/);
  });

  it('takes emoticons in brackets out where labels were made from them', async () => {
    const given = (from: number) =>
      Array.from({ length: 12 }, (_, at) => [line(`今天${from + at}[哈哈]`, 'pos'), line(`今天${from + at}[泪]`, 'neg')]).flat();
    const both = [
      '--train',
      writeFile(folder, 'w1.jsonl', given(0).join('\n')),
      '--test',
      writeFile(folder, 'w2.jsonl', given(50).join('\n')),
    ];
    const cheating = JSON.parse((await room.run(['evaluate', '--task', 'sentiment', ...both, '--json'])).stdout);
    const honest = JSON.parse((await room.run(['evaluate', '--task', 'sentiment', ...both, '--strip-emoticons', '--json'])).stdout);
    expect([cheating.accuracy, honest.accuracy]).toEqual([1, 0.5]);
  });

  it.each([
    ['a line that is no JSON', `${line('a', 'pos')}\n{"text": `, /bad\.jsonl, line 2: is not valid JSON/],
    ['a line without a label', `${line('a', 'pos')}\n{"text": "b"}`, /bad\.jsonl, line 2: label:/],
    ['nothing but blank lines', '\n\n', /bad\.jsonl: holds no example/],
    ['one label only', `${line('a', 'pos')}\n${line('b', 'pos')}`, /all examples have one label/],
  ])('refuses %s and names the place', async (_what, content, reason) => {
    const bad = writeFile(folder, 'bad.jsonl', content);
    expect((await room.run(['evaluate', '--task', 'category', '--train', bad, '--test', test])).failure).toMatch(reason);
  });

  it('refuses a file that is not there and a task that is none', async () => {
    expect((await room.run(['evaluate', '--task', 'sentiment', '--train', `${folder}/none`, '--test', test])).failure).toMatch(
      /no such file/,
    );
    expect((await room.run(['evaluate', '--task', 'mood', '--train', train, '--test', test])).failure).toMatch(/sentiment, category/);
  });
});
