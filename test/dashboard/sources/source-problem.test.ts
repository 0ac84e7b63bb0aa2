// What the screen says where a source cannot be reached: the reason itself, with the names of the form, and never that nothing was saved.
import { expect, it } from 'vitest';
import { ApiProblem } from '../../../dashboard/src/lib/api/problem.ts';
import { saveProblem } from '../../../dashboard/src/lib/settings/parts/save-problem.ts';
import { withTimes } from '../../../dashboard/src/lib/sources/reason-text.ts';
import { changeProblem, isInterval, testProblem } from '../../../dashboard/src/lib/sources/source-problem.ts';
import { loadSourceWords } from '../../../dashboard/src/lib/words/source-words.ts';
import { loadPageWords, loadWords, screenLanguages } from '../../../dashboard/src/lib/words/words.ts';

const format = { time: (at: string) => `<${at}>`, day: (day: string) => day, count: (value: number) => String(value) };
const labels = { url: 'Adresse du serveur' };
const wordsOf = async (id: string) => {
  const language = screenLanguages.find((one) => one.id === id);
  if (language === undefined) throw new Error(`no language ${id}`);
  await loadPageWords(language);
  return await loadWords(language);
};

it('says of a test that it failed and why', async () => {
  const words = await wordsOf('en');
  const said = (code: ConstructorParameters<typeof ApiProblem>[0], message: string) =>
    testProblem(new ApiProblem(code, message, 400), { words, reasons: null, format }, labels).text;
  expect([
    said('invalid', 'rt.example.com refuses the sign-in (401)'),
    said('invalid', 'url: Invalid URL'),
    said('invalid', 'settings.url: Invalid URL'),
    said('invalid', 'other: Invalid URL'),
    said('unavailable', 'rt.example.com answered 503'),
    said('unauthorized', 'sign in first'),
    testProblem(new Error('odd'), { words, reasons: null, format }, labels).text,
  ]).toEqual([
    'It does not work. rt.example.com refuses the sign-in (401)',
    'It does not work. Adresse du serveur: Invalid URL',
    'It does not work. Adresse du serveur: Invalid URL',
    'It does not work. other: Invalid URL',
    'It does not work. rt.example.com answered 503',
    `It does not work. ${words.problems.unauthorized}`,
    `It does not work. ${words.problems.internal}`,
  ]);
});

it('says a reason with a code in the language of the screen, with the words of the server where they say more', async () => {
  const words = await wordsOf('fr');
  const { reasons } = await loadSourceWords('fr');
  const why = { code: 'answered', places: { what: 'the version', host: 'rt.example.com', status: '503' } };
  const said = (message: string, known: typeof why | null) =>
    testProblem(new ApiProblem('invalid', message, 400, known), { words, reasons, format }, labels);
  expect(said('the version: rt.example.com answered 503', why)).toEqual({
    text: 'Connexion impossible. rt.example.com a répondu 503.',
    isOwn: true,
    quote: 'the version: rt.example.com answered 503',
  });
  expect(said('url: Invalid URL; other: Too big', null)).toEqual({
    text: 'Connexion impossible. À vérifier : Adresse du serveur.',
    isOwn: true,
    quote: 'Adresse du serveur: Invalid URL; other: Too big',
  });
  expect(said('the moon is full', null)).toEqual({ text: 'Connexion impossible. the moon is full', isOwn: false, quote: null });
});

it('names the field of a form that could not be saved as the form does', async () => {
  const words = await wordsOf('fr');
  const problem = new ApiProblem('invalid', 'url: Invalid URL', 400);
  expect(saveProblem(problem, words, labels)).toBe('Non enregistré. Adresse du serveur: Invalid URL');
  expect(saveProblem(problem, words)).toBe('Non enregistré. url: Invalid URL');
});

it('writes instants of a reason as the rest of the screen does', () => {
  const said = withTimes('it is left alone until 2026-11-29T07:21:08.835Z, or 2026-11-30T00:00:00Z', (at) => `<${Date.parse(at)}>`);
  expect(said).toBe('it is left alone until <1795936868835>, or <1795996800000>');
  expect(withTimes('nothing at 2026-11-29', () => 'changed')).toBe('nothing at 2026-11-29');
});

it('takes as an interval what the server takes', () => {
  expect(['1', '10', '43200', 7].map(isInterval)).toEqual([true, true, true, true]);
  expect(['', ' ', '0', '-1', '1.5', '43201', 'x', 0, null].filter(isInterval)).toEqual([]);
});

it('counts one as one in the languages that tell it apart', async () => {
  for (const id of ['en', 'fr', 'de']) {
    const { sources } = await wordsOf(id);
    for (const say of [sources.gapsN, (n: string) => sources.letter(n, ''), sources.failed, (n: string) => sources.sentence(n, '5')])
      expect(say('1').replaceAll(/\d/g, '')).not.toBe(say('2').replaceAll(/\d/g, ''));
  }
});

it('says why a source was not added with the names of its fields, in the language of the screen', async () => {
  const words = await wordsOf('fr');
  const { reasons } = await loadSourceWords('fr');
  const said = (code: ConstructorParameters<typeof ApiProblem>[0], message: string) =>
    changeProblem(new ApiProblem(code, message, 400), { words, reasons, format }, labels);
  expect(said('invalid', 'settings.url: Invalid URL')).toEqual({
    text: words.settings.saveFailed('À vérifier : Adresse du serveur.'),
    isOwn: true,
    quote: 'Adresse du serveur: Invalid URL',
  });
  expect(said('conflict', 'source "rt" is there')).toEqual({
    text: words.settings.saveFailed(words.problems.conflict),
    isOwn: true,
    quote: null,
  });
});
