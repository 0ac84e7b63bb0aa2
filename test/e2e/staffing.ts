// The journey of somebody who plans: a slider moved, its figure and sentence, and the same again after a reload.
/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type House, openVisit, settle, type Visit } from '#test/support/visit.ts';

export function describeStaffing(house: () => House): void {
  let visit: Visit;
  let page: Page;
  beforeAll(async () => {
    visit = await openVisit(house());
    page = visit.page;
  });
  afterAll(() => visit?.close());

  it('moves a slider of the staffing, reads another figure and sentence, and finds both again after a reload', async () => {
    await visit.go('/peak-load/staffing?channel=chat');
    const said = page.locator('[data-what-if]');
    const before = await said.innerText();
    const slider = page.locator('input[name="more"]');
    await slider.focus();
    await slider.press('ArrowRight');
    await page.waitForURL(/more=1/);
    await page.waitForFunction((old) => document.querySelector('[data-what-if]')?.textContent !== old, before);
    await settle(page);
    const after = await said.innerText();
    expect(after).toMatch(
      /^1 more person from 08:00 to 20:00: expected [\d.]+\s?% instead of [\d.]+\s?% \(measured [\d.]+\s?%\)\. (Graded on the last 8 weeks|How far off)/,
    );
    const [expected = 0, usual = 0] = [...after.matchAll(/([\d.]+)\s?%/g)].map((found) => Number(found[1]));
    expect(expected).toBeGreaterThan(usual);
    await page.reload();
    await settle(page);
    expect([await said.innerText(), await slider.inputValue()]).toEqual([after, '1']);
    await page.getByRole('button', { name: 'As it was' }).click();
    await page.waitForURL((url) => !url.search.includes('more'));
    await page.waitForFunction((old) => document.querySelector('[data-what-if]')?.textContent === old, before);
  });
}
