// The list behind a number as a visitor sees it: the panel at the side, how many rows it says that it has, and the rows of its export.
/// <reference lib="dom" />
import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import type { Locator, Page } from 'playwright-core';

export const panel = (page: Page): Locator => page.locator('aside[data-panel]');

/** The link on the number of a tile. A tile may link to other lists too, such as of what is not yet due: which those are depends on the hour. */
export const numberOf = (tile: Locator): Locator => tile.getByRole('link', { name: /: open the list/ });

/** The number after a word or before one, such as the 624 of `1–50 of 624`. */
export async function numberIn(place: Locator, pattern: RegExp): Promise<number> {
  const text = await place.innerText();
  const found = pattern.exec(text)?.[1];
  if (found === undefined) throw new Error(`no ${pattern} in "${text}"`);
  return Number(found.replaceAll(/[,.\s]/g, ''));
}

export async function listLength(page: Page): Promise<number> {
  await panel(page).locator('[data-row]').first().waitFor();
  await page.waitForFunction(() => document.querySelector('[data-panel] [aria-busy="true"]') === null);
  return await numberIn(panel(page), /of ([\d,]+)/);
}

export async function exportedRows(page: Page): Promise<number> {
  const [download] = await Promise.all([page.waitForEvent('download'), panel(page).getByRole('link', { name: 'Export CSV' }).click()]);
  const records: unknown = parse(await readFile(await download.path()), { bom: true, columns: true });
  return Array.isArray(records) ? records.length : -1;
}
