// The public notice holds nothing but what it may, whatever the house knows: a property over random insides.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { publicNotice, type Told } from '#api/notice/public-notice.ts';
import { day } from '#db/model/instant.ts';

const now = Date.UTC(2026, 2, 2, 10, 7, 31);
const instant = fc.integer({ min: now - day, max: now + 7 * day });
const stretch = fc.tuple(instant, fc.integer({ min: 1, max: day })).map(([from, length]) => ({ from, to: from + length }));
const range = fc.record({
  minMs: fc.integer({ min: 0, max: 30 * day }),
  maxMs: fc.oneof(fc.integer({ min: 0, max: 60 * day }), fc.integer({ min: 0, max: 600_000 })),
});
const word = fc.constantFrom('seed phrase zebra', 'alice@example.com', 'ticket 4711', '王芳');
const told = fc.record({
  channel: fc.constantFrom('chat', 'email'),
  notice: fc.option(
    fc.record({
      channel: word,
      shownAt: instant,
      untilAt: instant,
      minMs: fc.integer({ min: 0, max: 30 * day }),
      maxMs: fc.oneof(fc.integer({ min: 0, max: 60 * day }), fc.integer({ min: 0, max: 600_000 })),
      origin: fc.constantFrom('predicted' as const, 'manual' as const),
      isPeak: fc.boolean(),
    }),
  ),
  forecast: fc.record({
    wait: fc.option(range),
    isPeak: fc.boolean(),
    quiet: fc.array(stretch, { maxLength: 3 }),
    open: fc.option(fc.array(stretch, { maxLength: 8 })),
    // What a later version might add to a forecast must not come out by itself.
    waiting: fc.integer({ min: 1, max: 4 }),
    lastText: word,
  }),
  override: fc.option(
    fc.record({
      channel: word,
      minMs: fc.constant(null),
      maxMs: fc.constant(null),
      texts: fc.constantFrom({}, { en: 'We are moving house' }),
      setBy: word,
      setAt: instant,
      expiresAt: instant,
    }),
  ),
});

const isRoundInstant = (text: string) => /^\d{4}-\d\d-\d\dT\d\d:\d[05]:00\.000Z$/.test(text);

/** Every value of the body by its place; keys are names of fields or languages. */
function leaves(value: unknown, place: readonly string[] = []): { place: string; value: unknown }[] {
  if (typeof value !== 'object' || value === null) return [{ place: place.filter((part) => !/^\d+$/.test(part)).join('.'), value }];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...place, key]));
}

type Range = { readonly min: number; readonly max: number };
type Body = {
  readonly [field: string]: unknown;
  readonly channels?: readonly { readonly [field: string]: unknown; readonly waitMinutes?: Range | null }[];
};

/** Multiples of five; below that an upper end in whole minutes, of a range that begins at 0. */
const isRoundRange = ({ min, max }: Range) =>
  (min % 5 === 0 && max % 5 === 0 && min >= 0 && max >= 0) || (min === 0 && [1, 2, 3, 4].includes(max));

const ranges = (body: Body) => (body.channels ?? []).flatMap(({ waitMinutes }) => waitMinutes ?? []);

const wrong = (body: Body) =>
  leaves(body).filter(({ place, value }) => {
    if (value === null || typeof value === 'boolean') return !/^channels\.(waitMinutes|isPeak|isOpen|open)$/.test(place);
    if (typeof value === 'number') return !/^channels\.waitMinutes\.(min|max)$/.test(place) || !ranges(body).every(isRoundRange);
    if (place === 'zone') return value !== 'Asia/Shanghai';
    if (place === 'channels.channel') return value !== 'chat' && value !== 'email';
    if (place === 'channels.texts.en') return value !== 'We are moving house';
    return !/^(asOf|channels\.(quiet|open)\.(from|to))$/.test(place) || !isRoundInstant(String(value));
  });

it('holds rounded numbers, rounded instants, chosen channels and texts by people, and nothing else', () => {
  let numbers = 0;
  let fine = 0;
  fc.assert(
    fc.property(fc.array(told, { maxLength: 3 }), (all: readonly Told[]) => {
      const body = JSON.parse(JSON.stringify(publicNotice(all, { at: now, zone: 'Asia/Shanghai' })));
      expect(wrong(body)).toEqual([]);
      numbers += leaves(body).filter(({ value }) => typeof value === 'number').length;
      fine += ranges(body).filter(({ max }) => max % 5 !== 0).length;
    }),
    { numRuns: 500, seed: 17 },
  );
  expect(numbers).toBeGreaterThan(100);
  expect(fine).toBeGreaterThan(10);
});

it('would be found to hold more: a text, a small group, a fine number', () => {
  const leaks = [
    { channels: [{ channel: 'chat', waitMinutes: { min: 3, max: 5 } }] },
    { channels: [{ channel: 'chat', waitMinutes: { min: 0, max: 7 } }] },
    { channels: [{ channel: 'chat', waitMinutes: { min: 0, max: 1.5 } }] },
    { channels: [{ channel: 'chat', waiting: 2 }] },
    { channels: [{ channel: 'chat', note: 'seed phrase zebra' }] },
    { asOf: new Date(now).toISOString() },
    { channels: [{ channel: 'alice@example.com' }] },
  ];
  expect(leaks.map((leak) => wrong(leak).length)).toEqual([2, 2, 2, 1, 1, 1, 1]);
});
