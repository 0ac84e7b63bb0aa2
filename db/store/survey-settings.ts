// The settings of our own survey: off until somebody turns it on.
import { eq } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { defaultSurveySettings, type SurveySettings, surveySettingsSchema } from '../model/survey.ts';

const key = 'survey';

export async function getSurveySettings(db: Db): Promise<SurveySettings> {
  const { setting } = db.tables;
  const [row] = await db.query.select({ value: setting.value }).from(setting).where(eq(setting.key, key));
  return row === undefined ? defaultSurveySettings : surveySettingsSchema.parse(row.value);
}

export async function saveSurveySettings(db: Db, value: SurveySettings): Promise<void> {
  const { setting } = db.tables;
  await db.query.insert(setting).values({ key, value }).onConflictDoUpdate({ target: setting.key, set: { value } });
}
