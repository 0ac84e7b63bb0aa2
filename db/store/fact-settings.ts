// What facts depend on beside the messages, read together.
import type { Db } from '../dialect/db.ts';
import { findCalendars } from './calendars.ts';
import { findHiddenAnswers } from './hidden-answers.ts';
import type { FactSettings } from './page.ts';
import { findPromises } from './promises.ts';
import { getWorkspace } from './workspace.ts';

/**
 * Calendars, promises, the reopen window, and which sources do not show our answers. While nothing was changed the same objects are given again: opening hours are
 * worked out once for each calendar object, which is worth far more than the reading.
 */
export async function getFactSettings(db: Db): Promise<FactSettings> {
  const settings = {
    calendars: await findCalendars(db),
    promises: await findPromises(db),
    reopenWindowMs: (await getWorkspace(db)).reopenWindowMs,
    hiddenAnswers: await findHiddenAnswers(db),
  };
  const text = JSON.stringify(settings);
  const kept = db.prepared('fact-settings', () => ({ text, settings }));
  if (kept.text !== text) {
    kept.text = text;
    kept.settings = settings;
  }
  return kept.settings;
}
