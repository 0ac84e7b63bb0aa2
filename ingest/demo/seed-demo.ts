// Loads the demo company into a store: raw through the pipeline, so that its secrets are redacted on the way in like everybody's.
import type { Db } from '#db/dialect/db.ts';
import { AppError } from '#db/model/errors.ts';
import type { Instant } from '#db/model/instant.ts';
import { findCalendars } from '#db/store/calendars.ts';
import { saveEvents } from '#db/store/events.ts';
import { findSources, removeDemo, saveSource } from '#db/store/sources.ts';
import { findStaff, saveStaff } from '#db/store/staff.ts';
import { initialiseWorkspace, saveWorkspace } from '#db/store/workspace.ts';
import type { Pipeline } from '../pipeline.ts';
import { brand, demoSources } from './company.ts';
import { generateDemo } from './generate.ts';
import { staff } from './staff.ts';
import type { Happening } from './story.ts';

export type SeedOptions = {
  readonly db: Db;
  readonly pipeline: Pipeline;
  /** The last instant of the demo; nothing in it is later. */
  readonly now: Instant;
  readonly onProgress?: (done: number, total: number) => void;
  /** 30,000 conversations over 12 months unless said otherwise; `seed` decides every character together with `now`. */
  readonly conversations?: number;
  readonly months?: number;
  readonly seed?: string;
};

export type Seeded = { readonly conversations: number; readonly refused: number; readonly wasThere: boolean };

const pageSize = 250;

function toEvent(happening: Happening, index: number) {
  const { kind, label, fromAt, toAt, magnitude } = happening;
  return { id: `demo-${String(index).padStart(3, '0')}`, sourceId: demoSources[0]?.id ?? null, kind, label, fromAt, toAt, magnitude };
}

/** Gives the people who answered in the demo their team and languages: messages carry only their names. */
async function completeStaff(db: Db): Promise<void> {
  const byName = new Map(staff.map((agent) => [agent.name, agent]));
  for (const member of await findStaff(db)) {
    const agent = byName.get(member.name);
    if (agent !== undefined) await saveStaff(db, { ...member, team: agent.team, languages: [...agent.languages] });
  }
}

/** Seeds an empty store; does nothing where the demo is already there, and refuses a store that holds anything else. */
export async function seedDemo(options: SeedOptions): Promise<Seeded> {
  const { db, pipeline, now, onProgress, conversations = 30_000, months = 12, seed = 'larkfold' } = options;
  const sources = await findSources(db);
  if (sources.some((source) => source.isDemo)) return { conversations: 0, refused: 0, wasThere: true };
  if (sources.length > 0)
    throw new AppError('conflict', 'the store holds other conversations; the demo company goes into an empty store only');
  await initialiseWorkspace(db, now);
  await saveWorkspace(db, { name: brand.en, zone: 'Asia/Shanghai' });
  const business = (await findCalendars(db)).find((calendar) => calendar.id === 'business')?.versions.at(-1);
  const closures = (business?.exceptions ?? []).map(({ date, label }) => ({ date, label }));
  const demo = generateDemo({ seed, now, conversations, months, closures });
  for (const { id, channel, label } of demoSources) await saveSource(db, { id, label, kind: channel, isDemo: true });
  await saveEvents(db, demo.happenings.map(toEvent));
  try {
    let done = 0;
    let refused = 0;
    for (const page of demo.pages(pageSize)) {
      const counts = await pipeline.take(page.sourceId, page.conversations);
      done += page.conversations.length;
      refused += counts.rejected;
      onProgress?.(done, demo.conversations);
    }
    await completeStaff(db);
    return { conversations: done, refused, wasThere: false };
  } catch (error) {
    // Half a demo would look like a company with half its months missing, and the next start would take it for whole.
    await removeDemo(db);
    throw error;
  }
}
