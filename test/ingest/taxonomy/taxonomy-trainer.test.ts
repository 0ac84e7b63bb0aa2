// The trainer of taxonomies: its thread gives what training in place gives, and takes one job at a time.
import { expect, it } from 'vitest';
import { taxonomyShape } from '#ingest/taxonomy/taxonomy.ts';
import { openTaxonomyTrainer } from '#ingest/taxonomy/taxonomy-trainer.ts';

const taxonomy = taxonomyShape.parse({
  id: 'parcels',
  leaves: [
    { id: 'late', names: 'Late', examples: { en: ['my parcel is late', 'still waiting for the parcel'] } },
    { id: 'broken', names: 'Broken', examples: { en: ['the parcel came broken', 'it is broken'] } },
  ],
});

it('trains in a thread of its own as in place, one taxonomy at a time', async () => {
  const train = openTaxonomyTrainer();
  const trained = train({ taxonomy, moves: [], conversations: [] });
  await expect(train({ taxonomy, moves: [], conversations: [] })).rejects.toMatchObject({ code: 'conflict' });
  expect(await trained).toEqual(await openTaxonomyTrainer({ inProcess: true })({ taxonomy, moves: [], conversations: [] }));
});
