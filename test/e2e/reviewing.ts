// The journey of a review: from the scorecard to a round, by keyboard through its replies, blind until the verdict, and counted after it.
/// <reference lib="dom" />
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerShape } from '#api/http/shapes/metric.ts';
import { type House, openVisit, settle, type Visit } from '#test/support/visit.ts';
import { numberOf } from './list-length.ts';

export function describeReviewing(house: () => House): void {
  let visit: Visit;
  let page: Page;
  beforeAll(async () => {
    visit = await openVisit(house());
    page = visit.page;
  });
  afterAll(() => visit?.close());

  const counted = async () => {
    const answer = await page.request.get(`${house().server.url}/api/metrics/quality-score`);
    return answerShape.parse(await answer.json()).n;
  };
  const taskOn = () => page.locator('[data-task]').getAttribute('data-task');
  const violations = async () => (await new AxeBuilder({ page }).analyze()).violations.map(({ id }) => id);

  it('reads how good replies are, each figure with its list, and the weakest criterion in words', async () => {
    await visit.go('/quality?range=90d');
    const tile = page.locator('article').filter({ has: page.getByRole('heading', { name: 'Reply quality', exact: true }) });
    const n = Number(/n ([\d,]+)/.exec(await tile.innerText())?.[1]?.replaceAll(',', ''));
    await page.getByText(/^Reviewed replies score .* Weakest: /).waitFor();
    expect(await page.getByRole('region', { name: 'By criterion' }).locator('tbody tr').count()).toBe(7);
    expect(await violations()).toEqual([]);
    await numberOf(tile).click();
    await page.locator('[data-panel] [data-row]').first().waitFor();
    await expect.poll(() => page.locator('[data-panel]').innerText()).toContain(`of ${n.toLocaleString('en-US')}`);
    expect(n).toBeGreaterThan(20);
    expect(visit.errors).toEqual([]);
  });

  it('reviews a reply by keyboard, and sees the pre-score only then', async () => {
    const before = await counted();
    await visit.go('/quality/reviews');
    await page.locator('[data-round]').filter({ hasText: 'Demo: November' }).getByRole('link', { name: 'Start' }).click();
    await page.locator('[data-reply]').waitFor();
    const task = await taskOn();
    expect(await page.getByText('Pre-score').count()).toBe(0);
    expect(await violations()).toEqual([]);
    expect(await page.getByRole('button', { name: 'Save and next' }).isDisabled()).toBe(true);
    for (const key of ['y', 'y', 'p', 'y', 'n', 'y', 'x']) await page.keyboard.press(key);
    await page.keyboard.press('5');
    expect(await page.locator('[data-current]').getAttribute('data-criterion')).toBe('initiative');
    await page.keyboard.press('p');
    await page.keyboard.press('c');
    await page.getByLabel('Note').pressSequentially('no and yes');
    await page.keyboard.press('Escape');
    expect(await page.getByLabel('Note').inputValue()).toBe('no and yes');
    await page.keyboard.press('Enter');
    await page.locator('[data-last-review]').waitFor();
    await expect.poll(taskOn).not.toBe(task);
    expect(await page.locator('[data-last-review]').innerText()).toContain('only a person can tell');
    await expect.poll(counted).toBe(before + 1);
    expect(visit.errors).toEqual([]);
  });

  it('changes a review of its own, and nobody else’s', async () => {
    await visit.go('/quality/reviews');
    const own = page
      .locator('[data-review]')
      .filter({ hasText: /^.*you ·/s })
      .first();
    await own.locator('summary').click();
    await own.getByText('no and yes').waitFor();
    await own.getByRole('button', { name: 'Change', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.locator('[data-criterion=safety] [data-mark="0"]').click();
    await dialog.getByRole('button', { name: 'Save', exact: true }).click();
    await expect.poll(() => own.innerText()).toContain('critical error');
    const theirs = page.locator('[data-review]').filter({ hasText: 'Mei (Demo)' }).first();
    await theirs.locator('summary').click();
    await theirs.locator('[data-last-review]').waitFor();
    expect(await theirs.getByRole('button', { name: 'Change', exact: true }).count()).toBe(0);
    expect(await violations()).toEqual([]);
  });

  it('settles on a result of a calibration, and finds the way from a conversation to a review', async () => {
    await visit.go('/quality/calibration');
    const reply = page
      .locator('[data-agreed]')
      .filter({ has: page.getByText('open', { exact: true }) })
      .first();
    await reply.locator('summary').click();
    await reply.getByRole('button', { name: 'Settle' }).click();
    const before = await page.getByText(/of 24 settled/).innerText();
    await page.getByRole('dialog').getByRole('button', { name: 'Record the result' }).click();
    await expect.poll(() => page.getByText(/of 24 settled/).innerText()).not.toBe(before);
    expect(await violations()).toEqual([]);
    await page.locator('[data-agreed] summary').first().click();
    await page.locator('[data-agreed]').first().getByRole('link').click();
    await page.getByRole('link', { name: 'Review this reply' }).first().click();
    await page.locator('[data-reply]').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: 'Reply quality' }).waitFor();
    await settle(page);
    expect(visit.errors).toEqual([]);
  });
}
