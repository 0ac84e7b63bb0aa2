// Loads the demo company into a store: raw through the pipeline, so that its secrets are redacted on the way in like everybody's.
import type { Db } from '#db/dialect/db.ts';
import type { Keys } from '#db/keys.ts';
import { AppError } from '#db/model/errors.ts';
import { daySchema, type Instant } from '#db/model/instant.ts';
import { findCalendars } from '#db/store/calendars.ts';
import { type BusinessEvent, saveEvents } from '#db/store/events.ts';
import { findSources, saveSource } from '#db/store/sources.ts';
import { findStaff, type Staff, saveStaff } from '#db/store/staff.ts';
import { initialiseWorkspace, saveWorkspace } from '#db/store/workspace.ts';
import { openAhead, pagesAtOnce } from '../ahead.ts';
import { openShippedSpace } from '../issues/message-space.ts';
import { regroup } from '../issues/regroup.ts';
import type { Pipeline } from '../pipeline.ts';
import { seedAnnotationCrew } from './annotation-crew.ts';
import { brand, demoSources } from './company.ts';
import { reviewClaims } from './complaint-reviews.ts';
import { generateDemo } from './generate.ts';
import { tellIssueStories } from './issue-stories.ts';
import { dayText, demoZone, localDay } from './local-time.ts';
import { saveOwnSurveys } from './own-surveys.ts';
import { seedQualityCrew } from './quality-crew.ts';
import { type Agent, staff } from './staff.ts';
import type { Happening } from './story.ts';
import type { Closure } from './timeline.ts';

export type SeedOptions = {
  readonly db: Db;
  readonly pipeline: Pipeline;
  /** Sign the links of the demo's own surveys. */
  readonly keys: Keys;
  /** The last instant of the demo; nothing in it is later. */
  readonly now: Instant;
  readonly onProgress?: (done: number, total: number) => void;
  /** 30,000 conversations over 12 months unless said otherwise; `seed` decides every character together with `now`. */
  readonly conversations?: number;
  readonly months?: number;
  readonly seed?: string;
};

export type Seeded = { readonly conversations: number; readonly refused: number; readonly wasThere: boolean };

/** What the demo is made of unless somebody asks for another. */
export const demoDefaults = { conversations: 30_000, months: 12, seed: 'larkfold' } as const;

const pageSize = 250;

/** What happened to the company comes from a source of its own, as releases and incidents do in real life. */
const eventSource = { id: 'demo-events', label: 'Demo · Events', kind: 'events', isDemo: true } as const;

function toEvent(happening: Happening, index: number): BusinessEvent {
  const { kind, label, fromAt, toAt, magnitude } = happening;
  return { id: `demo-${String(index).padStart(3, '0')}`, sourceId: eventSource.id, kind, label, fromAt, toAt, magnitude };
}

/** Gives the people who answered in the demo their team, languages and days of service: messages carry only their names. */
async function completeStaff(db: Db, startAt: Instant, now: Instant): Promise<void> {
  const byName = new Map(staff.map((agent) => [agent.name, agent]));
  const dayAt = (share: number) => daySchema.parse(dayText(localDay(startAt + share * (now - startAt))));
  const serviceOf = (agent: Agent): Pick<Staff, 'activeFrom' | 'activeTo'> => ({
    activeFrom: agent.joined === null ? null : dayAt(agent.joined),
    activeTo: agent.left === null ? null : dayAt(agent.left),
  });
  for (const member of await findStaff(db)) {
    const agent = byName.get(member.name);
    if (agent === undefined) continue;
    await saveStaff(db, { ...member, team: agent.team, languages: [...agent.languages], ...serviceOf(agent) });
  }
}

/** The recurring issues of the whole year, as if they had been followed from its first day. */
async function groupDemo(db: Db, now: Instant): Promise<void> {
  await regroup({ db, space: openShippedSpace(), clock: () => now }, () => undefined);
  await tellIssueStories(db, now);
}

/** Days on which the company is closed, by the calendar that the promises of the store run on. */
async function closuresOf(db: Db): Promise<Closure[]> {
  const business = (await findCalendars(db)).find((calendar) => calendar.id === 'business')?.versions.at(-1);
  return (business?.exceptions ?? []).filter((day) => day.intervals.length === 0).map(({ date, label }) => ({ date, label }));
}

/**
 * Seeds an empty store. Does nothing where the demo is already there, and refuses a store that holds anything else: invented
 * conversations between real ones would make every figure wrong, so there is no way to force it.
 */
export async function seedDemo(options: SeedOptions): Promise<Seeded> {
  const { db, pipeline, keys, now, onProgress } = options;
  const { conversations = demoDefaults.conversations, months = demoDefaults.months, seed = demoDefaults.seed } = options;
  const sources = await findSources(db);
  const foreign = sources.filter((source) => !source.isDemo && source.conversations > 0);
  if (foreign.length > 0)
    throw new AppError('conflict', 'the store holds other conversations; the demo company goes into an empty store only');
  if (sources.some((source) => source.isDemo)) return { conversations: 0, refused: 0, wasThere: true };
  await initialiseWorkspace(db, now);
  await saveWorkspace(db, { name: brand.en, zone: demoZone });
  const demo = generateDemo({ seed, now, conversations, months, closures: await closuresOf(db) });
  for (const { id, channel, label } of demoSources) await saveSource(db, { id, label, kind: channel, isDemo: true });
  await saveSource(db, eventSource);
  await saveEvents(db, demo.happenings.map(toEvent));
  let done = 0;
  let refused = 0;
  const ahead = openAhead(pagesAtOnce);
  for (const page of demo.pages(pageSize)) {
    await ahead.add(pipeline.take(page.sourceId, page.conversations), ({ rejected }) => {
      done += page.conversations.length;
      refused += rejected;
      onProgress?.(done, demo.conversations);
    });
  }
  await ahead.end();
  await completeStaff(db, demo.startAt, now);
  await saveOwnSurveys({ db, keys, seed, now });
  await seedAnnotationCrew(db, { now, seed });
  await seedQualityCrew(db, { now, seed });
  await groupDemo(db, now);
  await reviewClaims(db, now);
  return { conversations: done, refused, wasThere: false };
}
