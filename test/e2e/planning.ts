// Journeys of somebody who plans: from the forecast to its test, from a peak to its rows and to what stands beside it.
/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { forecastShape, peaksShape } from '#api/http/shapes/forecast.ts';
import { type House, openVisit, settle, type Visit } from '#test/support/visit.ts';

const panel = (page: Page) => page.locator('aside[data-panel]');

export function describePlanning(house: () => House): void {
  let visit: Visit;
  let page: Page;
  beforeAll(async () => {
    visit = await openVisit(house());
    page = visit.page;
  });
  afterAll(() => visit?.close());

  it('reads how much is expected, by day and by hour, as the API says it', async () => {
    for (const by of ['day', 'hour'] as const) {
      await visit.go(`/peak-load/forecast${by === 'hour' ? '?by=hour' : ''}`);
      const asked = await page.request.get(`${house().server.url}/api/forecast${by === 'day' ? '?bucket=day' : ''}`);
      const answer = forecastShape.parse(await asked.json());
      expect(answer.bucket).toBe(by);
      expect(await page.locator('[aria-current=page]').allInnerTexts()).toContain('Forecast');
      expect(await page.locator('main').innerText()).toContain(`about ${Math.round(answer.totals[0]?.expected ?? 0)} conversations`);
      const rows = page.getByRole('group', { name: 'How well it was tested' }).locator('tbody tr');
      expect(await rows.count()).toBe(answer.backTest.length);
    }
  });

  it('chooses a channel, which stays in the address and in the figures', async () => {
    await visit.go('/peak-load/forecast');
    const before = await page.locator('main .text-lg').first().innerText();
    await page.getByRole('group', { name: 'What is forecast' }).getByLabel('Channel', { exact: true }).click();
    await page.getByRole('option', { name: /Chat/ }).click();
    await page.waitForURL(/channel=chat/);
    await settle(page);
    expect(await page.locator('main .text-lg').first().innerText()).not.toBe(before);
  });

  it('gets from a peak to exactly its rows, and sees what stands beside it', async () => {
    await visit.go('/peak-load?range=90d');
    const { from, to } = await page.evaluate(() => ({ from: performance.timeOrigin - 95 * 86_400_000, to: performance.timeOrigin }));
    const asked = await page.request.get(
      `${house().server.url}/api/peaks?from=${new Date(from).toISOString()}&to=${new Date(to).toISOString()}`,
    );
    const { peaks } = peaksShape.parse(await asked.json());
    const first = page.locator('[data-list] > li').first();
    const shown = Number((await first.locator('a.figure-link').first().innerText()).replaceAll(',', ''));
    expect(peaks.map((peak) => peak.observed)).toContain(shown);

    await first.locator('button[aria-expanded]').click();
    await first.getByText('How these customers fared').waitFor();
    expect(await first.innerText()).toContain('What grew');
    expect(await page.locator('main').innerText()).toContain('is not claimed');

    await first.locator('a.figure-link').first().click();
    await panel(page).locator('[data-row]').first().waitFor();
    expect(await panel(page).innerText()).toContain(`of ${shown}`);
    expect(visit.errors).toEqual([]);
  });
}
