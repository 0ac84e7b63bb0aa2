// Reviews of a source that does not show our answers: neither answered nor never answered anywhere, and counted under a name of their own.
import { describe, expect, it } from 'vitest';
import { getMetric } from '#api/metrics/index.ts';
import { hour } from '#db/model/instant.ts';
import { metricIds } from '#db/model/metric.ts';
import { ask, conversation, episode, monday, wait, withPromise } from '#test/support/small-facts.ts';

const hidden = { state: 'excluded', exclusion: 'answers_not_visible', ordinal: 0 } as const;
const seen = [
  conversation(1, { waits: [withPromise(monday, 10, 60)], episodes: [episode(monday, hour)] }),
  conversation(2, { waits: [withPromise(monday, 10, 60, { state: 'closed_unanswered' })], episodes: [episode(monday, null)] }),
];
const blind = [3, 4, 5].map((id) =>
  conversation(id, { waits: [withPromise(monday, null, 60, hidden)], episodes: [episode(monday, null)] }),
);
/** The same as they would stand if nobody knew that answers are hidden. */
const mistaken = [3, 4, 5].map((id) =>
  conversation(id, { waits: [withPromise(monday, 20, 60, { state: 'closed_unanswered' })], episodes: [episode(monday, null)] }),
);

describe('what a source with hidden answers changes', () => {
  it.each(['first-response-time', 'never-answered', 'answered-within-promise', 'answered-by', 'nudged-waits', 'resolution-time'] as const)(
    '%s is what it is without those, and tells how many were left out',
    (metric) => {
      const { excluded: _, freshness: _before, ...without } = ask(seen, metric);
      const { excluded, freshness: _after, ...answer } = ask([...seen, ...blind], metric);
      expect(answer).toEqual(without);
      expect(excluded).toEqual({ answers_not_visible: 3 });
      // The control: taken for unanswered, they would move the figure.
      expect(ask([...seen, ...mistaken], metric).n).toBe(without.n + 3);
    },
  );

  it('nobody of them waits now, and nobody is overdue', () => {
    for (const metric of ['backlog', 'overdue'] as const) {
      expect(ask(blind, metric)).toMatchObject({ n: 0, excluded: { answers_not_visible: 3 } });
    }
  });

  it('they still count as arrivals', () => {
    expect(ask([...seen, ...blind], 'arrivals')).toMatchObject({ n: 5, excluded: {} });
  });

  it('no metric leaves anything out under a name that its card does not hold', () => {
    const told = metricIds.flatMap((id) => {
      const { card } = getMetric(id);
      const { excluded } = ask(blind, id);
      return 'answers_not_visible' in excluded && !card.exclusions.includes('answers_not_visible') ? [id] : [];
    });
    expect(told).toEqual([]);
  });
});

it('a later wait of the same conversation is left out too', () => {
  const records = [conversation(1, { waits: [wait(monday, null, hidden), wait(monday + hour, null, hidden)] })];
  expect(ask(records, 'next-response-time')).toMatchObject({ n: 0 });
  expect(ask(records, 'first-response-time')).toMatchObject({ n: 0 });
});
