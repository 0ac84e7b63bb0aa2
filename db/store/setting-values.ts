// Single values that parts of the house remember by name; whoever reads one checks its form.
import { eq } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';

/** Undefined where nothing was ever remembered under the name. */
export async function findSetting(db: Db, key: string): Promise<unknown> {
  const { setting } = db.tables;
  const [row] = await db.query.select({ value: setting.value }).from(setting).where(eq(setting.key, key));
  return row?.value;
}

export async function saveSetting(db: Db, key: string, value: unknown): Promise<void> {
  const { setting } = db.tables;
  await db.query.insert(setting).values({ key, value }).onConflictDoUpdate({ target: setting.key, set: { value } });
}
