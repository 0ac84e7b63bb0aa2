// What connectors say of themselves on the screen: in every language of the screen, and in none twice for what no connector says.
import { describe, expect, it } from 'vitest';
import { connectors, eventConnectors } from '#ingest/connectors/index.ts';
import { settingsForm } from '#ingest/connectors/settings-form.ts';
import { saidIn } from '../../../dashboard/src/lib/sources/said.svelte.ts';
import { connectors as german } from '../../../dashboard/src/lib/words/de/connectors.ts';
import { connectors as french } from '../../../dashboard/src/lib/words/fr/connectors.ts';

/** All words of cards and forms. */
const said = [...connectors, ...eventConnectors].flatMap((connector) => [
  connector.card.reads,
  connector.card.rights,
  ...settingsForm(connector).flatMap(({ label, help }) => (help === null ? [label] : [label, help])),
]);

describe.each([
  ['fr', french],
  ['de', german],
] as const)('in %s', (language, words) => {
  it('every word of a form or a card has its own', () => {
    expect([...new Set(said.map(({ en }) => en).filter((en) => words[en] === undefined))]).toEqual([]);
  });

  it('is said instead of the English', () => {
    const address = said.find(({ en }) => en === 'Address') ?? { en: 'Address', zh: '' };
    expect(saidIn(language, address, { forms: words })).toBe('Adresse');
    expect(saidIn('en', address, { forms: {} })).toBe('Address');
    expect(saidIn('zh', address, { forms: {} })).toBe(address.zh);
  });

  it('holds as many numbers and commands as the English', () => {
    const telling = (text: string) =>
      (text.match(/https?:[\w./]+[\w/]|(?<!\w)\/[\w.]+|\d+|[A-Z]{4,}[A-Z_]*/g) ?? []).map((one) => one.replace(',', '.')).sort();
    const uneven = [...new Set(said.map(({ en }) => en))].filter((en) => telling(en).join() !== telling(words[en] ?? '').join());
    expect(uneven).toEqual([]);
  });

  it('says what it does not know in English', () => {
    expect(saidIn(language, { en: '7 events cannot be read.', zh: '有 7 个事件无法读取。' }, { forms: words })).toBe(
      '7 events cannot be read.',
    );
  });
});
