// What was missing is read again by one reader a run: opening one asks a vendor for its groups, teams or statuses.
import { expect, it } from 'vitest';
import { z } from 'zod';
import { defineConnector } from '#ingest/connectors/connector.ts';
import { readEach } from '#ingest/connectors/read-each.ts';
import { readSource } from '#test/support/read-source.ts';

function openCounted() {
  const counts = { opened: 0, asked: [] as number[] };
  const connector = defineConnector<object, string>({
    card: { id: 'counted', label: 'Counted', reads: { en: '', zh: '' }, rights: { en: '', zh: '' }, provenBy: [] },
    settings: z.strictObject({}),
    perMinute: () => 60,
    resumable: true,
    itemId: (item) => item,
    toConversations: () => [],
    async *fetch() {
      yield { items: [], malformed: [], cursor: '{}' };
    },
    probe: async () => ({ found: '', warnings: [] }),
    openAgain: async () => {
      counts.opened += 1;
      return async (ids) => {
        counts.asked.push(ids.length);
        return await readEach(ids, String, (id) => id);
      };
    },
  });
  return { connector, counts };
}
const upstream = () => ({ status: 404 });

it('one reader is opened for sixty ids, which are read and stored in three pages', async () => {
  const { connector, counts } = openCounted();
  const again = Array.from({ length: 60 }, (_, index) => `i${index}`);
  const { pages } = await readSource({ connector, settings: {} }, upstream, { again });
  expect([counts.opened, counts.asked, pages.flatMap(({ found = [] }) => found)]).toEqual([1, [25, 25, 10], again]);
});

it('none is opened where nothing is missing', async () => {
  const { connector, counts } = openCounted();
  await readSource({ connector, settings: {} }, upstream, { again: [] });
  expect(counts).toEqual({ opened: 0, asked: [] });
});
