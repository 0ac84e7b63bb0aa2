// Journeys on peak load: from an hour of the week to exactly its rows by keys alone, and from an event to its arrivals.
/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { upliftsShape, weekShape } from '#api/http/shapes/peaks.ts';
import { type House, openVisit, settle, type Visit } from '#test/support/visit.ts';
import { exportedRows, listLength, panel } from './list-length.ts';

const grid = (page: Page) => page.getByRole('grid', { name: 'Hours of the week' });

/** What the page asked of a path, asked again. */
async function askedOf(page: Page, path: string): Promise<unknown> {
  const url = await page.evaluate(
    (wanted) =>
      performance
        .getEntriesByType('resource')
        .map((entry) => entry.name)
        .findLast((name) => name.includes(wanted)),
    path,
  );
  return await (await page.request.get(url ?? '')).json();
}

/** The hour in focus and the number that it shows. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const cell = document.activeElement;
    return cell instanceof HTMLElement ? { key: cell.dataset.cell, shown: cell.innerText.trim() } : null;
  });

export function describePeakLoad(house: () => House): void {
  let visit: Visit;
  let page: Page;
  beforeAll(async () => {
    visit = await openVisit(house());
    page = visit.page;
  });
  afterAll(() => visit?.close());

  it('goes to peak load and walks to an hour by keys; its list and its file have as many rows as the cell says', async () => {
    await visit.go('/');
    await page.keyboard.press('g');
    await page.keyboard.press('p');
    await page.waitForURL(/\/peak-load/);
    await grid(page).waitFor();
    await settle(page);
    const { cells } = weekShape.parse(await askedOf(page, '/api/hours-of-week?'));
    const target = cells.filter((cell) => cell.key > '1-10' && cell.key < '5-00').toSorted((a, b) => b.n - a.n)[0];
    const [day = 0, hour = 0] = (target?.key ?? '').split('-').map(Number);
    await grid(page).locator('a[tabindex="0"]').focus();
    expect((await focused(page))?.key).toBe('0-09');
    for (let step = 0; step < day; step += 1) await page.keyboard.press('ArrowDown');
    for (let step = 0; step < Math.abs(hour - 9); step += 1) await page.keyboard.press(hour > 9 ? 'ArrowRight' : 'ArrowLeft');
    expect(await focused(page)).toEqual({ key: target?.key, shown: String(target?.n) });
    expect(target?.n).toBeGreaterThan(1);
    await page.keyboard.press('Enter');
    await page.waitForURL(/list=arrivals/);
    expect(await listLength(page)).toBe(target?.n);
    expect(await exportedRows(page)).toBe(target?.n);
    await page.keyboard.press('Escape');
    await panel(page).waitFor({ state: 'detached' });

    // The edges hold, and only one cell is a stop of the tab key.
    await grid(page).locator('a[tabindex="0"]').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowLeft');
    expect((await focused(page))?.key).toBe(`${day}-00`);
    expect(await grid(page).locator('a[tabindex="0"]').count()).toBe(1);
  });

  it('changes what the colour shows, and every layer opens its own rows', async () => {
    for (const [layer, metric, counted] of [
      ['perOpenHour', 'arrivals', 'openN'],
      ['wait', 'first-response-time', 'wait'],
      ['negative', 'negative-share', 'negative'],
      ['backlog', 'backlog', 'latest'],
    ] as const) {
      await visit.go(`/peak-load?layer=${layer}`);
      const { cells } = weekShape.parse(await askedOf(page, '/api/hours-of-week?'));
      const n = (cell: (typeof cells)[number]) => {
        const found = cell[counted];
        if (typeof found === 'number') return found;
        return found === null ? 0 : 'backlog' in found ? found.backlog : found.n;
      };
      const target = cells.toSorted((a, b) => n(b) - n(a))[0];
      if (target === undefined) throw new Error('no cells');
      await grid(page).locator(`[data-cell="${target.key}"]`).click();
      await page.waitForURL(new RegExp(`list=${metric}`));
      expect([layer, await listLength(page)]).toEqual([layer, n(target)]);
      expect(n(target)).toBeGreaterThan(1);
    }
  });

  it('counts in another zone, and says so', async () => {
    await visit.go('/peak-load');
    // One hour may well have as many in both zones; the whole week does not.
    const shown = () => grid(page).locator('[data-cell]').allInnerTexts();
    const before = await shown();
    await page.getByLabel('Time zone', { exact: true }).click();
    await page.getByRole('option', { name: 'America/New_York' }).click();
    await page.waitForURL(/zone=America/);
    await page.getByText('weekday and hour in America/New_York').waitFor();
    await expect.poll(shown).not.toEqual(before);
  });

  it('gets from an event to what came in during it', async () => {
    await visit.go('/peak-load?range=90d');
    const { events } = upliftsShape.parse(await askedOf(page, '/api/events/uplift?from'));
    const target = events.find(({ uplift }) => uplift.n > 1);
    if (target === undefined) throw new Error('no event with arrivals');
    const section = page.locator('section').filter({ has: page.getByRole('heading', { name: 'During events', exact: true }) });
    await section.locator('tbody a').first().waitFor();
    await section
      .getByRole('link', { name: `${target.event.label}:` })
      .first()
      .click();
    await page.waitForURL(/list=arrivals/);
    expect(await listLength(page)).toBe(target.uplift.n);
    expect(await section.innerText()).toContain('does not say that the event caused it');
  });
}
