// Reasons on the screen: every code has words in every language, and nothing that the server said is lost.
import { describe, expect, it } from 'vitest';
import { foundSentences } from '#db/model/found-things.ts';
import { itemSentences } from '#db/model/item-reasons.ts';
import { foundCodes, readFound, readReason, reasonCodes } from '#db/model/read-reason.ts';
import { reasonSentences } from '#db/model/source-reasons.ts';
import { reasonText } from '../../../dashboard/src/lib/sources/reason-text.ts';
import { loadSourceWords } from '../../../dashboard/src/lib/words/source-words.ts';
import { screenLanguages } from '../../../dashboard/src/lib/words/words.ts';

const format = { time: (at: string) => `<${at}>`, day: (day: string) => `<${day}>`, count: (value: number) => `<${value}>` };
const languages = await Promise.all(screenLanguages.map(async ({ id }) => ({ id, words: await loadSourceWords(id) })));
const lists = [...reasonSentences, ...itemSentences];

type Said = Readonly<Record<string, string>> | null;

/** What is wrong with the words of a language for sentences of a list: a code without any, or a place that no sentence has. */
function faults(words: Said, list: readonly (readonly [code: string, sentences: readonly string[]])[]): readonly string[] {
  // The server speaks this language itself.
  if (words === null) return [];
  const placesOf = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return list.flatMap(([code, sentences]) => {
    const own = words[code];
    if (own === undefined || own.trim() === '') return [`${code} has no words`];
    const lost = placesOf(own).filter((name) => !sentences.every((sentence) => placesOf(sentence).includes(name)));
    return [
      ...lost.map((name) => `${code} says {${name}}, which not every sentence has`),
      ...(sentences.includes(own) ? [`${code} is English`] : []),
    ];
  });
}

describe.each(languages)('the screen in $id', ({ id, words }) => {
  it('has words for every code, with places that the server fills', () => {
    expect([faults(words.reasons, lists), faults(words.found, foundSentences)]).toEqual([[], []]);
    expect(words.reasons === null).toBe(id === 'en');
  });

  it('has none for a code that is no more', () => {
    expect(Object.keys(words.reasons ?? {}).filter((code) => !(reasonCodes as readonly string[]).includes(code))).toEqual([]);
    expect(Object.keys(words.found ?? {}).filter((code) => !(foundCodes as readonly string[]).includes(code))).toEqual([]);
  });

  it('says each in full, no place left open, and quotes what its words leave out', () => {
    const samples: Readonly<Record<string, string>> = {
      until: '2026-11-29T07:21:08Z',
      since: '2026-11-29T07:21:08Z',
      at: '2026-11-29T07:21:08Z',
      status: '503',
      what: 'the thing',
      work: 'the work',
      service: 'Weibo',
    };
    const numbers = ['count', 'seconds', 'megabytes', 'row', 'line', 'cells', 'width'];
    const fill = (sentence: string) =>
      sentence.replaceAll(/\{(\w+)\}/g, (_, name: string) => samples[name] ?? (numbers.includes(name) ? '7' : `a${name}`));
    for (const [code, sentences] of lists) {
      for (const sentence of sentences.map(fill)) {
        const coded = readReason(sentence);
        expect({ sentence, code: coded?.code }).toEqual({ sentence, code });
        const told = reasonText({ sentence, coded }, words.reasons, format);
        expect(told.isOwn).toBe(true);
        expect(told.text).not.toMatch(/[{}]/);
        for (const place of Object.values(coded?.places ?? {})) expect(`${told.text} ${told.quote ?? ''}`).toContain(place);
      }
    }
  });
});

it('sees words that are missing, that are English, or that have a place of no sentence', () => {
  const list = [['answered', ['{host} answered {status}', 'no answer of {host}']]] as const;
  expect(faults({}, list)).toEqual(['answered has no words']);
  expect(faults({ answered: ' ' }, list)).toEqual(['answered has no words']);
  expect(faults({ answered: '{host} a répondu {status}' }, list)).toEqual(['answered says {status}, which not every sentence has']);
  expect(faults({ answered: 'no answer of {host}' }, list)).toEqual(['answered is English']);
  expect(faults({ answered: 'Rien de {host}' }, list)).toEqual([]);
});

it('leaves to the server what no list knows, with instants as everywhere on the screen', async () => {
  const { reasons } = await loadSourceWords('de');
  const sentence = 'the moon is full until 2026-11-29T07:21:08Z';
  const told = { text: 'the moon is full until <2026-11-29T07:21:08Z>', isOwn: false, quote: null };
  expect(reasonText({ sentence, coded: readReason(sentence) }, reasons, format)).toEqual(told);
  expect(reasonText({ sentence, coded: { code: 'of_a_later_version', places: {} } }, reasons, format)).toEqual(told);
  expect(reasonText({ sentence, coded: null }, null, format)).toEqual({ ...told, isOwn: true });
});

it('writes counts, days and instants as the screen does', async () => {
  const { reasons, found } = await loadSourceWords('de');
  const given = 'desk.example.com failed too often; it is left alone until 2026-11-29T07:21:08.835Z';
  expect(reasonText({ sentence: given, coded: readReason(given) }, reasons, format).text).toBe(
    'desk.example.com ist zu oft gescheitert und wird in Ruhe gelassen bis <2026-11-29T07:21:08.835Z>.',
  );
  const prices = '1200 days of prices up to 2026-11-28, 3 unusual moves';
  expect(reasonText({ sentence: prices, coded: readFound(prices) }, found, format)).toEqual({
    text: 'Tage mit Preisen bis <2026-11-28>: <1200>, ungewöhnliche Bewegungen: <3>',
    isOwn: true,
    quote: null,
  });
});
