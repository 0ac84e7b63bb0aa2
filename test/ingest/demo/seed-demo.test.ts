// Seeding: an empty store gets the demo company once, through the pipeline, and a store in use is left alone.
import { describe, expect, it } from 'vitest';
import { type Keys, openKeys } from '#db/keys.ts';
import { AppError } from '#db/model/errors.ts';
import { type Db, openDb } from '#db/open.ts';
import { readFacts } from '#db/store/columns.ts';
import { saveConversations } from '#db/store/conversations.ts';
import { findDeadLetters } from '#db/store/dead-letters.ts';
import { findEvents } from '#db/store/events.ts';
import { findSources, saveSource } from '#db/store/sources.ts';
import { findStaff } from '#db/store/staff.ts';
import { getWorkspace } from '#db/store/workspace.ts';
import { demoSources } from '#ingest/demo/company.ts';
import { seedDemo } from '#ingest/demo/seed-demo.ts';
import { openPipeline, type Pipeline } from '#ingest/pipeline.ts';
import { openLanguageDetector } from '#ingest/stages/language.ts';
import { placeFreshStore } from '#test/support/fresh-store.ts';
import { importNow as now, temporaryFolder } from '#test/support/import-files.ts';
import { incoming } from '#test/support/incoming.ts';
import { standInScorers } from '#test/support/stand-in-scorers.ts';

async function openParts(): Promise<{ readonly db: Db; readonly keys: Keys; readonly pipeline: Pipeline }> {
  const folder = temporaryFolder();
  await placeFreshStore(`${folder}/huiyin.db`);
  const db = await openDb(`${folder}/huiyin.db`);
  const models = { detector: await openLanguageDetector(), scorers: standInScorers };
  const keys = await openKeys(folder);
  const pipeline = openPipeline({ db, keys, ...models, clock: () => now });
  return { db, keys, pipeline };
}

const small = { now, conversations: 240, months: 1 };

describe('seeding the demo company', () => {
  it('fills an empty store, marks it as a demo, and does it once', async () => {
    const parts = await openParts();
    const progress: (readonly [number, number])[] = [];
    const seeded = await seedDemo({ ...parts, ...small, onProgress: (done, total) => progress.push([done, total]) });
    expect(seeded).toEqual({ conversations: 240, refused: 0, wasThere: false });
    expect(progress.at(-1)).toEqual([240, 240]);
    expect(await findDeadLetters(parts.db)).toEqual([]);

    const sources = await findSources(parts.db);
    expect(sources.map(({ id, kind, isDemo }) => ({ id, kind, isDemo }))).toEqual(
      [...demoSources, { id: 'demo-events', channel: 'events' }]
        .map(({ id, channel }) => ({ id, kind: channel, isDemo: true }))
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
    );
    expect(sources.reduce((sum, source) => sum + source.conversations, 0)).toBe(240);

    const workspace = await getWorkspace(parts.db);
    expect({ name: workspace.name, zone: workspace.zone, isDemo: workspace.isDemo, initialised: workspace.initialised }).toEqual({
      name: 'Larkfold Wallet',
      zone: 'Asia/Shanghai',
      isDemo: true,
      initialised: true,
    });
    const kinds = new Set((await findEvents(parts.db, null)).map(({ kind }) => kind));
    expect(kinds).toContain('release');
    expect(kinds).toContain('market');
    const staff = await findStaff(parts.db);
    expect(staff.length).toBeGreaterThan(8);
    expect(staff.filter(({ team, languages }) => team === null || languages.length === 0)).toEqual([]);

    const facts = await readFacts(parts.db, { afterChange: 0, afterId: 0, limit: 1000 });
    const asked = facts.flatMap(({ offers }) => offers ?? []);
    expect(new Set(asked.map(({ kind }) => kind))).toEqual(new Set([null, 'csat', 'nps', 'ces']));
    const answered = asked.filter(({ answeredAt }) => answeredAt !== null);
    // Most keep silent, as people do.
    expect([answered.length > 0, answered.length < asked.length / 2]).toEqual([true, true]);
    expect(asked.every(({ at, answeredAt }) => at < now && (answeredAt ?? at) >= at && (answeredAt ?? at) < now)).toBe(true);

    expect(await seedDemo({ ...parts, ...small })).toEqual({ conversations: 0, refused: 0, wasThere: true });
    await parts.db.close();
  });

  it('leaves a store alone that holds anything else', async () => {
    const parts = await openParts();
    await saveSource(parts.db, { id: 'desk', label: 'Desk', kind: 'file' });
    await saveConversations(parts.db, { sourceId: 'desk', conversations: [incoming('own')], now });
    await expect(seedDemo({ ...parts, ...small })).rejects.toEqual(
      new AppError('conflict', 'the store holds other conversations; the demo company goes into an empty store only'),
    );
    expect((await findSources(parts.db)).map(({ id, conversations }) => [id, conversations])).toEqual([['desk', 1]]);
    await parts.db.close();
  });
});
