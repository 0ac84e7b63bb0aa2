// What facts depend on beside the messages, read together.
import type { Db } from '../dialect/db.ts';
import { findCalendars } from './calendars.ts';
import type { FactSettings } from './page.ts';
import { findPromises } from './promises.ts';
import { getWorkspace } from './workspace.ts';

/**
 * Calendars, promises and the reopen window. While nothing was changed the same objects are given again: opening hours are
 * worked out once for each calendar object, which is worth far more than the reading.
 */
export async function getFactSettings(db: Db): Promise<FactSettings> {
  const settings = {
    calendars: await findCalendars(db),
    promises: await findPromises(db),
    reopenWindowMs: (await getWorkspace(db)).reopenWindowMs,
  };
  const text = JSON.stringify(settings);
  const kept = db.prepared('fact-settings', () => ({ text, settings }));
  if (kept.text !== text) {
    kept.text = text;
    kept.settings = settings;
  }
  return kept.settings;
}
