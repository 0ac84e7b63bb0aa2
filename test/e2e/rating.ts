// The journey of a rating: the survey is turned on, a customer without scripts answers its link, and the page on satisfaction counts it.
/// <reference lib="dom" />
import { readFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import { parse } from 'csv-parse/sync';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { z } from 'zod';
import { answerShape } from '#api/http/shapes/metric.ts';
import { runCommand } from '#test/support/running-server.ts';
import { type House, openVisit, settle, type Visit } from '#test/support/visit.ts';
import { numberOf } from './list-length.ts';

const linksShape = z.object({ links: z.array(z.object({ url: z.string(), language: z.string(), kind: z.string() })) });

export function describeRating(house: () => House): void {
  let visit: Visit;
  let page: Page;
  let link = '';
  beforeAll(async () => {
    visit = await openVisit(house());
    page = visit.page;
  });
  afterAll(() => visit?.close());

  const ask = async (metric: string) => {
    const answer = await page.request.get(`${house().server.url}/api/metrics/${metric}?population=event`);
    return answerShape.parse(await answer.json());
  };

  it('reads what moves satisfaction, each figure with its list', async () => {
    await visit.go('/satisfaction?range=90d');
    const tile = page.locator('article').filter({ has: page.getByRole('heading', { name: 'Satisfied (CSAT)' }) });
    const n = Number(/n ([\d,]+)/.exec(await tile.innerText())?.[1]?.replaceAll(',', ''));
    await numberOf(tile).click();
    await page.locator('[data-panel] [data-row]').first().waitFor();
    await expect.poll(() => page.locator('[data-panel]').innerText()).toContain(`of ${n.toLocaleString('en-US')}`);
    await visit.go('/satisfaction?range=90d');
    const angry = page.getByRole('region', { name: 'Angry words, good stars' });
    const counted = Number(/^([\d,]+) of/m.exec(await angry.innerText())?.[1]?.replaceAll(',', ''));
    const [download] = await Promise.all([page.waitForEvent('download'), angry.getByRole('link', { name: /Download all as CSV/ }).click()]);
    const records: unknown = parse(await readFile(await download.path()), { bom: true, columns: true });
    expect([counted > 0, Array.isArray(records) ? records.length : -1]).toEqual([true, counted]);
    const waits = page.getByRole('region', { name: 'The longer the wait' });
    await waits.getByRole('button', { name: 'The longer the wait: Table' }).click();
    expect(await waits.locator('tbody tr').count()).toBeGreaterThan(2);
    const written = page.getByRole('region', { name: 'Written with ratings' });
    const shown = await written.locator('[data-row]').count();
    await written.getByRole('button', { name: 'Show more' }).click();
    await expect.poll(() => written.locator('[data-row]').count()).toBeGreaterThan(shown);
    await page.getByRole('region', { name: 'Those who kept silent' }).locator('a[href*="weighted"]').click();
    await expect.poll(() => page.locator('[data-panel]').innerText()).toContain('stands for');
    expect(visit.errors).toEqual([]);
  });

  it('turns the survey on, with a question of its own', async () => {
    await visit.go('/settings/survey');
    await page.getByRole('radio', { name: 'On', exact: true }).check();
    await page.getByLabel('Hours from solved to asked').fill('x');
    await page.getByText('A whole number from 0 to 720.').waitFor();
    await page.getByLabel('Hours from solved to asked').fill('0');
    await page.getByLabel('English', { exact: true }).fill('Did we help you?');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved').first().waitFor();
    await visit.go('/settings/survey');
    expect(await page.getByLabel('English', { exact: true }).inputValue()).toBe('Did we help you?');
    const made = runCommand(house().server.dataFolder, ['survey', 'links', '--since', '2020-01-01', '--format', 'json']);
    const { links } = linksShape.parse(JSON.parse(made.stdout));
    expect(links.length).toBeGreaterThan(10);
    const english = links.find(({ language }) => language === 'en');
    link = `${house().server.url}${new URL(english?.url ?? '').pathname}`;
  });

  it('is answered by one click and its button, without a script, and counted on the page', async () => {
    const rated = await ask('csat');
    const context = await house().browser.newContext({ javaScriptEnabled: false, viewport: { width: 390, height: 844 }, locale: 'en-GB' });
    const customer = await context.newPage();
    // A scanner looks first: it answers for nobody.
    await customer.goto(`${link}?v=1`);
    await customer.goto(`${link}?v=5`);
    expect(await customer.getByRole('group', { name: 'Did we help you?' }).count()).toBe(1);
    expect(await customer.getByRole('radio', { name: '5: very' }).isChecked()).toBe(true);
    expect((await ask('csat')).n).toBe(rated.n);
    await customer.getByRole('button', { name: 'Send' }).click();
    expect(await customer.getByRole('status').innerText()).toContain('Your answer has arrived');
    await context.close();
    await expect.poll(async () => (await ask('csat')).n).toBe(rated.n + 1);
    await page.goto(`${link}?lang=de`);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await visit.go('/satisfaction');
    await settle(page);
    expect(visit.errors).toEqual([]);
  });
}
