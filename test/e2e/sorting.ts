// The journey of an admin who changes the taxonomy: a fault, a draft, its differences, a leaf that is told where to go, and the way back.
/// <reference lib="dom" />
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerShape } from '#api/http/shapes/metric.ts';
import { runCommand } from '#test/support/running-server.ts';
import { type House, openVisit, settle, type Visit } from '#test/support/visit.ts';

const password = 'a sentence that nobody guesses';

export function describeSorting(house: () => House): void {
  let visit: Visit;
  let page: Page;
  beforeAll(async () => {
    visit = await openVisit(house());
    page = visit.page;
    const made = runCommand(house().server.dataFolder, ['users', 'add', 'sorter@example.com', '--name', 'Sorter', '--role', 'admin']);
    const link = /\/setup#token=\S+/.exec(made.stdout)?.[0] ?? 'no link was printed';
    await page.goto(`${house().server.url}${link}`);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Create the account' }).click();
    await page.getByRole('heading', { name: 'Overview', exact: true }).waitFor();
  });
  afterAll(() => visit?.close());

  const arrivals = async (category: string) => {
    const answer = await page.request.get(`${house().server.url}/api/metrics/arrivals?category=${category}`);
    return answerShape.parse(await answer.json()).n;
  };

  /** What axe objects to where an admin sees more than the screens' visitor does. */
  const objections = async () =>
    (await new AxeBuilder({ page }).analyze()).violations.map((one) => `${one.id}: ${one.nodes[0]?.html ?? ''}`);

  it('removes a category on the screen, says where it goes, finds its conversations there, and brings it back', async () => {
    const [praise, other] = [await arrivals('praise'), await arrivals('other')];
    expect(praise).toBeGreaterThan(0);
    await visit.go('/settings/taxonomy');
    await page.getByRole('button', { name: 'Edit a copy' }).click();
    await page.getByRole('button', { name: 'Praise praise' }).click();
    await page.getByLabel('Identifier').fill('Praise!');
    await page.getByLabel('Identifier').press('Tab');
    await page.getByRole('button', { name: 'Check and save the draft' }).click();
    expect(await page.getByRole('alert').innerText()).toContain('leaf "Praise!", id: must be');
    expect(await objections()).toEqual([]);
    await page.getByRole('button', { name: 'Remove this category' }).click();
    await page.getByRole('button', { name: 'Check and save the draft' }).click();
    await page.locator('[data-diff]').getByText('Removed').waitFor();
    const applying = page.getByRole('button', { name: 'Apply the draft' });
    expect(await applying.isDisabled()).toBe(true);
    expect(await objections()).toEqual([]);
    await page.getByRole('button', { name: 'All of these to' }).click();
    await applying.click();
    await page.getByText('“wallet” is in force as version 1.').waitFor({ timeout: 60_000 });
    await expect.poll(() => arrivals('other')).toBe(other + praise);
    expect(await arrivals('praise')).toBe(0);

    await page.getByRole('button', { name: 'Bring back version 0' }).click();
    await page.locator('[data-diff]').getByText('Added').waitFor();
    await page.getByRole('button', { name: 'Apply the draft' }).click();
    await page.getByText('The shipped taxonomy is in force.').waitFor();
    await settle(page);
    await expect.poll(async () => [await arrivals('praise'), await arrivals('other')]).toEqual([praise, other]);
  });
}
