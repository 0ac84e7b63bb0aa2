// The shipped space: the same problem lies near in any language, another one does not; and the grouping that rests on it.
import { describe, expect, it } from 'vitest';
import { centreOf, likenessOf, likenessTo, packCentre, unpackCentre } from '#ingest/issues/centres.ts';
import { describeGroup } from '#ingest/issues/describe-group.ts';
import { groupMessages, leastLikeness } from '#ingest/issues/group-messages.ts';
import { openShippedSpace, type Point } from '#ingest/issues/message-space.ts';
import { indexCentres } from '#ingest/issues/nearest-centre.ts';
import { clusterFigures } from '#ingest/learn/cluster-figures.ts';
import { seededRandom } from '#ingest/learn/seeded.ts';

const space = openShippedSpace();

function placed(text: string): Point {
  const point = space.place(text);
  if (point === null) throw new Error(`nothing is known of: ${text}`);
  return point;
}
const like = (a: string, b: string) => likenessOf(placed(a), placed(b));

const problems: Readonly<Record<string, readonly string[]>> = {
  sync: [
    'My watch does not sync with the phone any more',
    'Since the update the watch refuses to sync, nothing arrives on my phone',
    'La montre ne se synchronise plus avec mon téléphone',
    'Impossible de synchroniser la montre depuis la mise à jour',
    'Die Uhr lässt sich nicht mehr mit dem Handy synchronisieren',
    '手表没法和手机同步了',
  ],
  code: [
    'I never receive the verification code by SMS',
    'The SMS with the code does not come, tried five times',
    'Je ne reçois jamais le code de vérification par SMS',
    'Ich bekomme den Code per SMS nicht',
    '一直收不到短信验证码',
    'SMS code is not arriving on my number',
  ],
  battery: [
    'The app drains my battery within hours',
    'Battery is empty by noon because of your app',
    "L'application vide ma batterie en quelques heures",
    'Der Akku ist durch die App in wenigen Stunden leer',
    '你们的应用太耗电了，电池半天就没了',
    'terrible battery drain in the background',
  ],
};
const texts = Object.entries(problems).flatMap(([label, list]) => list.map((text) => ({ label, text })));

describe('the space of messages', () => {
  it('holds the same problem in another language nearer than another problem in the same language', () => {
    const [en = '', , fr = '', , de = '', zh = ''] = problems.sync ?? [];
    const [other = ''] = problems.code ?? [];
    for (const same of [fr, de, zh]) expect(like(en, same)).toBeGreaterThan(like(en, other) + 0.2);
  });

  it('knows nothing of a text without words', () => {
    expect([space.place(''), space.place('!!! … 🙂')]).toEqual([null, null]);
  });

  it('places a text at length 1, the same every time', () => {
    const [a, b] = [placed('my deposit is stuck since yesterday'), placed('my deposit is stuck since yesterday')];
    expect(likenessOf(a, b)).toBeCloseTo(1, 5);
    expect(a).toEqual(b);
  });
});

describe('centres', () => {
  const [first = placed('a b c'), ...rest] = (problems.battery ?? []).map(placed);
  const centre = centreOf([first, ...rest]);

  it('stand for the average likeness to their messages', () => {
    const probe = placed('why is my battery empty so fast');
    const average = [first, ...rest].reduce((sum, point) => sum + likenessOf(probe, point), 0) / (rest.length + 1);
    expect(likenessTo(probe, centre)).toBeCloseTo(average, 5);
    expect(indexCentres([centreOf([placed('the sms code is missing')]), centre], space.size).nearest(probe, 0.1)).toEqual({
      index: 1,
      likeness: expect.closeTo(average, 5),
    });
    expect(indexCentres([centre], space.size).nearest(probe, 0.1, () => true)).toBeNull();
  });

  it('come back from their packed form, and only in the space that they were made for', () => {
    const back = unpackCentre(packCentre(centre), space.size);
    expect(likenessTo(first, back)).toBeCloseTo(likenessTo(first, centre), 2);
    expect(() => unpackCentre(packCentre(centre), space.size + 1)).toThrow('huiyin issues regroup');
  });
});

describe('grouping', () => {
  const options = { leastLikeness, sample: 100, random: seededRandom(1) };

  it('finds the problems across languages without being told how many there are', () => {
    const groups = groupMessages(
      texts.map(({ text }) => space.place(text)),
      options,
    );
    const { ari } = clusterFigures(
      texts.map(({ label }) => label),
      groups,
    );
    expect(ari).toBeGreaterThan(0.7);
    // The control: labels that have nothing to do with the texts do not agree with the same groups.
    expect(
      clusterFigures(
        texts.map((_, at) => String(at % 3)),
        groups,
      ).ari,
    ).toBeLessThan(0.1);
  });

  it('finds the same by samples, and leaves what has no words alone', () => {
    const many = Array.from({ length: 20 }, () => texts).flat();
    const points = [...many.map(({ text }) => space.place(text)), space.place('…')];
    const sampled = groupMessages(points, { ...options, sample: 40, random: seededRandom(2) });
    expect(
      clusterFigures(
        many.map(({ label }) => label),
        sampled.subarray(0, many.length),
      ).ari,
    ).toBeGreaterThan(0.7);
    expect([...sampled].filter((group) => group === sampled.at(-1))).toHaveLength(1);
    expect(groupMessages([], options)).toEqual(new Int32Array(0));
  });

  it('names a group in the words of its customers, in the language of most', () => {
    const members = (problems.code ?? []).map((text, at) => ({
      conversationId: at + 1,
      message: `m${at}`,
      text,
      language: /[一-鿿]/.test(text) ? 'zh-Hans' : 'en',
      point: placed(text),
    }));
    const { label, summary, exemplars } = describeGroup(members, centreOf(members.map(({ point }) => point)), space);
    expect(problems.code?.some((text) => text.startsWith(label.replace('…', '')) || text.includes(label))).toBe(true);
    expect(summary.length).toBeLessThanOrEqual(180);
    expect(exemplars.map(({ conversationId }) => conversationId)).toContain(5);
    expect(exemplars).toHaveLength(5);
  });
});
