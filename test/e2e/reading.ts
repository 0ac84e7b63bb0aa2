// Journeys of somebody who only reads: from a number to its rows, through filters, search, keys, languages, and onto paper.
/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerShape } from '#api/http/shapes/metric.ts';
import { type House, openVisit, settle, type Visit } from '#test/support/visit.ts';
import { exportedRows, listLength, numberIn, numberOf, panel } from './list-length.ts';

const tile = (page: Page, name: string) => page.locator('article').filter({ has: page.getByRole('heading', { name, exact: true }) });

export function describeReading(house: () => House): void {
  let visit: Visit;
  let page: Page;
  beforeAll(async () => {
    visit = await openVisit(house());
    page = visit.page;
  });
  afterAll(() => visit?.close());

  it('gets from a tile to exactly its rows, in the list and in the file', async () => {
    await visit.go('/');
    const kept = tile(page, 'Answered within promise');
    const n = await numberIn(kept, /n ([\d,]+)/);
    const share = Number.parseFloat(await numberOf(kept).innerText());
    await numberOf(kept).click();
    expect(await listLength(page)).toBe(n);
    expect(await exportedRows(page)).toBe(n);

    await panel(page).getByRole('radio', { name: 'Broken' }).check();
    await page.waitForURL(/list\.only=miss/);
    await page.waitForFunction((all) => document.querySelector('[data-panel]')?.textContent?.includes(`of ${all}`) === false, String(n));
    const broken = await listLength(page);
    expect([await exportedRows(page), ((n - broken) / n) * 100]).toEqual([broken, expect.closeTo(share, 0)]);
  });

  it('sees what a customer names in English, and what stands under a negation', async () => {
    await visit.go('/conversations');
    const found = await page.evaluate(async () => {
      const ask = async (path: string) => await (await fetch(`/api/conversations${path}`)).json();
      const { conversations } = await ask('?search=USDT&limit=50');
      for (const { id, language } of conversations) {
        if (language !== 'en') continue;
        const { messages } = await ask(`/${id}/reading`);
        for (const { named, negated } of messages) {
          const amount = named.find(({ kind }: { kind: string }) => kind === 'amount');
          if (amount !== undefined && negated.length > 0) return { id, amount: amount.text, negated: negated[0].text };
        }
      }
      return null;
    });
    await visit.go(`/conversations/${found?.id}`);
    await page
      .locator('[data-named]')
      .getByText(found?.amount ?? '')
      .waitFor();
    for (const why of await page.getByRole('button', { name: 'Why this score' }).all()) {
      await why.click();
      const told = page.locator('[data-negated]');
      if ((await told.count()) > 0 && (await told.innerText()).includes(found?.negated ?? '')) return;
      await page.keyboard.press('Escape');
    }
    throw new Error(`no score tells that “${found?.negated}” is negated`);
  });

  it('learns from the metric card what was left out, and why', async () => {
    await visit.go('/');
    await tile(page, 'Arrivals').locator('a[href*="card="]').click({ force: true });
    await panel(page).getByText('spam', { exact: true }).waitFor();
    const asked = await page.request.get(`${house().server.url}/api/metrics/arrivals${await rangeOf(page)}`);
    const { n, excluded } = answerShape.parse(await asked.json());
    const rows = await panel(page).locator('dd li').allInnerTexts();
    expect(await panel(page).innerText()).toContain('Number of conversations whose first customer message');
    expect(await panel(page).locator('dt:text-is("Counted") + dd').innerText()).toBe(String(n));
    expect(rows.map((row) => row.split('\n').at(-1)).sort()).toEqual(
      Object.values(excluded)
        .filter((count) => count !== 0)
        .map(String)
        .sort(),
    );
  });

  it('keeps a filter in the address, and finds it again after a reload', async () => {
    await visit.go('/');
    const all = await numberIn(tile(page, 'Arrivals'), /Arrivals\s+([\d,]+)/);
    for (const [dimension, value] of [
      ['Channel', 'Chat'],
      ['Language', 'English'],
    ] as const) {
      await page.getByRole('button', { name: dimension, exact: true }).click();
      await page.getByRole('checkbox', { name: new RegExp(`^${value}`) }).check();
      await page.keyboard.press('Escape');
    }
    await page.waitForURL(/channel=chat&language=en/);
    const asked = await page.request.get(`${house().server.url}/api/metrics/arrivals${await rangeOf(page)}&channel=chat&language=en`);
    const filtered = answerShape.parse(await asked.json()).n;
    expect(filtered).toBeLessThan(all);
    await expect.poll(() => numberIn(tile(page, 'Arrivals'), /Arrivals\s+([\d,]+)/)).toBe(filtered);
    await page.reload();
    await settle(page);
    expect(await numberIn(tile(page, 'Arrivals'), /Arrivals\s+([\d,]+)/)).toBe(filtered);
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await expect.poll(() => numberIn(tile(page, 'Arrivals'), /Arrivals\s+([\d,]+)/)).toBe(all);
  });

  it('finds a Chinese word of two characters and sees who waited how long', async () => {
    await visit.go('/');
    await page.keyboard.press('/');
    await page.waitForURL(/\/conversations/);
    await page.locator('input[type=search]').fill('提现');
    await page.waitForURL(/search=/);
    await page.getByText('conversations with “提现”').waitFor();
    const hit = page
      .locator('main [data-row]')
      .filter({ has: page.locator('mark') })
      .first();
    expect(await hit.locator('mark').first().innerText()).toBe('提现');
    await hit.click();
    const wait = panel(page).getByRole('group', { name: 'Wait 1', exact: true });
    await wait.waitFor();
    expect(await wait.innerText()).toMatch(/wait(ed|ing for) .*\d|closed without|withdrawn/);
    const drawn = await wait.locator('[style*="width"]').first().boundingBox();
    expect(drawn?.width).toBeGreaterThan(0);
    expect(await panel(page).innerText()).toContain('提现');
    await page.keyboard.press('Escape');
    await panel(page).waitFor({ state: 'detached' });
    await expect.poll(() => hit.evaluate((row) => row === document.activeElement)).toBe(true);
  });

  it('walks by keys alone, from the first moment on', async () => {
    await visit.go('/');
    await page.keyboard.press('?');
    await page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await page.keyboard.press('g');
    await page.keyboard.press('c');
    await page.waitForURL(/\/conversations/);
    await settle(page);
    const focusedRow = () =>
      page.evaluate(() => [...document.querySelectorAll('main [data-row]')].map((row) => row === document.activeElement).lastIndexOf(true));
    const walked: number[] = [];
    for (const key of ['j', 'j', 'j', 'k']) {
      await page.keyboard.press(key);
      walked.push(await focusedRow());
    }
    expect(walked).toEqual([0, 1, 2, 1]);
    await page.keyboard.press('Enter');
    await panel(page).waitFor();
    await page.keyboard.press('Escape');
    await panel(page).waitFor({ state: 'detached' });
    await page.keyboard.press('g');
    await page.keyboard.press('r');
    await page.waitForURL(/\/response-times/);
  });

  it('reads the screen in another language and on a dark ground, also after a reload', async () => {
    await visit.go('/');
    await page.getByRole('button', { name: 'Account and screen' }).click();
    await page.getByRole('radio', { name: 'Deutsch' }).check();
    await page.getByRole('radio', { name: 'Dunkel' }).check();
    await page.reload();
    await settle(page);
    const look = await page.evaluate(() => [
      document.documentElement.lang,
      document.documentElement.dataset.theme,
      document.querySelector('h1')?.textContent,
    ]);
    expect(look).toEqual(['de', 'dark', 'Übersicht']);
    expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe('rgb(16, 18, 20)');
    await page.evaluate(() => localStorage.clear());
  });

  it('prints figures without the tools around them, dark on light', async () => {
    const dark = await openVisit(house(), { name: 'dark', width: 1440, height: 900, theme: 'dark', language: 'en' });
    await dark.go('/?channel=chat');
    const seen = async (where: string) => await dark.page.locator(where).first().isVisible();
    expect([await seen('nav'), await seen('header'), await seen('text=Channel: Chat')]).toEqual([true, true, false]);
    await dark.page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await dark.page.emulateMedia({ media: 'print' });
    expect([await seen('nav'), await seen('header'), await seen('text=Channel: Chat'), await seen('article')]).toEqual([
      false,
      false,
      true,
      true,
    ]);
    const colours = () =>
      dark.page.evaluate(() => [getComputedStyle(document.documentElement).backgroundColor, getComputedStyle(document.body).color]);
    // The page draws them anew in its next frame.
    await expect.poll(colours).toEqual(['rgb(255, 255, 255)', 'rgb(27, 29, 32)']);
    expect((await dark.page.pdf({ format: 'A4' })).length).toBeGreaterThan(20_000);
    await dark.close();
  });
}

/** The days that the page shows, as the API takes them. */
async function rangeOf(page: Page): Promise<string> {
  const [arrivals] = await page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map((entry) => entry.name)
      .filter((name) => name.includes('/api/metrics/arrivals?')),
  );
  const { searchParams } = new URL(arrivals ?? page.url());
  return `?from=${searchParams.get('from')}&to=${searchParams.get('to')}`;
}
