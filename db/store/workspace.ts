// The workspace: its name, zone and the few settings that everything else starts from.
import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Db } from '../dialect/db.ts';
import { lockChanges } from '../dialect/lock-changes.ts';
import { inTransaction } from '../dialect/transaction.ts';
import type { Instant } from '../model/instant.ts';
import { zoneSchema } from '../model/instant.ts';
import { saveCalendar } from './calendars.ts';
import { savePromise } from './promises.ts';

const storedSchema = z.object({
  name: z.string(),
  zone: zoneSchema,
  reopenWindowMs: z.number().int().min(0),
  holidayRegions: z.array(z.string()),
});

type Stored = z.infer<typeof storedSchema>;

export type Workspace = {
  readonly name: string;
  /** IANA zone in which days and hours are counted. */
  readonly zone: string;
  /** True while any source of the demo company is in the store. */
  readonly isDemo: boolean;
  /** A customer message later than this after a solve opens the next episode. */
  readonly reopenWindowMs: number;
  readonly holidayRegions: readonly string[];
  /** False until `initialiseWorkspace` has given a new store its calendars and promises. */
  readonly initialised: boolean;
};

export type WorkspaceChange = Partial<Pick<Workspace, 'name' | 'zone' | 'reopenWindowMs' | 'holidayRegions'>>;

const defaults: Stored = { name: 'Huiyin', zone: 'Asia/Shanghai', reopenWindowMs: 0, holidayRegions: ['CN'] };
const key = 'workspace';
/** Years of public holidays that a new calendar gets on either side of the present one. */
const holidayYears = [-3, -2, -1, 0, 1, 2];

export async function getWorkspace(db: Db): Promise<Workspace> {
  const { source } = db.tables;
  const stored = await findStored(db);
  const demo = await db.query.select({ id: source.id }).from(source).where(eq(source.isDemo, true)).limit(1);
  return { ...(stored ?? defaults), isDemo: demo.length > 0, initialised: stored !== null };
}

/** Changes what is named. A new zone counts for reports at once; calendars keep their own zones. */
export async function saveWorkspace(db: Db, change: WorkspaceChange): Promise<void> {
  await inTransaction(db, async (tx) => {
    await lockChanges(tx);
    const { name, zone, reopenWindowMs, holidayRegions } = { ...((await findStored(tx)) ?? defaults), ...change };
    await store(tx, storedSchema.parse({ name, zone, reopenWindowMs, holidayRegions: [...holidayRegions] }));
  });
}

/** Gives a new store its settings, calendars and promises. Once done it does nothing, so it may run at every start. */
export async function initialiseWorkspace(db: Db, now: Instant): Promise<void> {
  const { calendar, promise } = db.tables;
  await inTransaction(db, async (tx) => {
    await lockChanges(tx);
    const stored = (await findStored(tx)) ?? defaults;
    await store(tx, stored);
    const calendars = await tx.query.select({ id: calendar.id }).from(calendar).limit(1);
    if (calendars.length === 0) {
      const thisYear = new Date(now).getUTCFullYear();
      const years = holidayYears.map((offset) => thisYear + offset);
      // Read here and not above: the holidays of the world take half a second to load, and are needed once in the life of a store.
      const { defaultCalendars } = await import('../facts/default-settings.ts');
      for (const one of defaultCalendars(stored.zone, stored.holidayRegions, years)) await saveCalendar(tx, one);
    }
    const promises = await tx.query.select({ id: promise.id }).from(promise).limit(1);
    if (promises.length > 0) return;
    const { defaultPromises } = await import('../facts/default-settings.ts');
    for (const one of defaultPromises()) await savePromise(tx, one);
  });
}

async function findStored(db: Db): Promise<Stored | null> {
  const { setting } = db.tables;
  const [row] = await db.query.select({ value: setting.value }).from(setting).where(eq(setting.key, key));
  return row === undefined ? null : storedSchema.parse(row.value);
}

async function store(tx: Db, value: Stored): Promise<void> {
  const { setting } = tx.tables;
  await tx.query.insert(setting).values({ key, value }).onConflictDoUpdate({ target: setting.key, set: { value } });
}
