// Every page in a real browser: no error, nothing broken in words, no sideways scroll, nothing that axe objects to.
/// <reference lib="dom" />
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openBrowser } from '#test/support/browser.ts';
import { type RunningServer, removeFolder, runCommand, startServer, temporaryFolder } from '#test/support/running-server.ts';

const pages = [
  '/',
  '/response-times',
  '/conversations',
  '/settings',
  '/settings/calendars',
  '/settings/promises',
  '/settings/staff',
  '/settings/account',
];
const looks = [
  { name: 'desktop, light, English', width: 1440, height: 900, theme: 'light', language: 'en' },
  { name: 'desktop, dark, Chinese', width: 1440, height: 900, theme: 'dark', language: 'zh' },
  { name: 'phone, dark, English', width: 390, height: 844, theme: 'dark', language: 'en' },
  { name: 'phone, light, Chinese', width: 390, height: 844, theme: 'light', language: 'zh' },
] as const;

const toyWords = /\bundefined\b|\bNaN\b|Invalid Date|\[object |\bnull\b/;

let server: RunningServer;
let browser: Browser;
const folder = temporaryFolder();

beforeAll(async () => {
  const seeded = runCommand(folder, ['seed', '--conversations', '1500', '--months', '3']);
  if (seeded.status !== 0) throw new Error(`seed failed: ${seeded.stderr}`);
  server = await startServer(folder);
  browser = await openBrowser();
}, 180_000);

afterAll(async () => {
  await browser?.close();
  await server?.stop();
  removeFolder(folder);
});

type Look = (typeof looks)[number];

async function openPage(look: Look): Promise<{ page: Page; errors: string[]; close: () => Promise<void> }> {
  const context = await browser.newContext({ viewport: { width: look.width, height: look.height }, reducedMotion: 'reduce' });
  await context.addInitScript(
    ([theme, language]) => {
      localStorage.setItem('huiyin.theme', theme);
      localStorage.setItem('huiyin.language', language);
    },
    [look.theme, look.language] as const,
  );
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return { page, errors, close: () => context.close() };
}

/** Waits until the page has asked everything and nothing is dimmed or a skeleton any more. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() => document.querySelector('main h1') !== null && document.querySelector('[aria-busy="true"]') === null);
}

describe('screens', () => {
  for (const look of looks) {
    for (const path of pages) {
      it(`${path} is whole on ${look.name}`, async () => {
        const { page, errors, close } = await openPage(look);
        try {
          await page.goto(`${server.url}${path}`);
          await settle(page);
          const words = await page.locator('body').innerText();
          expect(words.match(toyWords)?.[0] ?? null).toBeNull();
          expect(words.length).toBeGreaterThan(200);
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
          expect(overflow).toBeLessThanOrEqual(0);
          const { violations } = await new AxeBuilder({ page }).analyze();
          expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html ?? ''}`)).toEqual([]);
          expect(errors).toEqual([]);
        } finally {
          await close();
        }
      });
    }
  }

  it('would be caught with a broken word, a sideways scroll and a picture without a name', async () => {
    const { page, close } = await openPage(looks[2]);
    try {
      await page.setContent(
        '<html lang="en"><title>x</title><main><h1>x</h1><p>NaN</p><div style="width:900px">wide</div><img src="data:,"></main></html>',
      );
      expect(toyWords.test(await page.locator('body').innerText())).toBe(true);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeGreaterThan(0);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map((one) => one.id)).toContain('image-alt');
    } finally {
      await close();
    }
  });
});
