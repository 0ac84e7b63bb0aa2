// A visitor in a real browser: one context with its screen and language, pages that have settled, errors kept.
/// <reference lib="dom" />
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { RunningServer } from './running-server.ts';

export type Look = {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly theme: 'light' | 'dark';
  readonly language: 'en' | 'zh' | 'fr' | 'de';
};

export const desk: Look = { name: 'desktop, light, English', width: 1440, height: 900, theme: 'light', language: 'en' };

/** What all browser tests share: one program with one store, and one browser. */
export type House = { readonly server: RunningServer; readonly browser: Browser };

export type Visit = {
  readonly page: Page;
  /** What the page complained of since the visit began, or since it was emptied. */
  readonly errors: string[];
  readonly go: (path: string) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Theme and language are chosen once, as a visitor would have: a choice made during the visit is not taken back by a reload. */
async function remember(context: BrowserContext, look: Look): Promise<void> {
  await context.addInitScript(
    ([theme, language]) => {
      if (localStorage.getItem('huiyin.theme') === null) localStorage.setItem('huiyin.theme', theme);
      if (localStorage.getItem('huiyin.language') === null) localStorage.setItem('huiyin.language', language);
    },
    [look.theme, look.language] as const,
  );
}

/** Waits until everything that the page asked for is there: nothing dimmed, no bones, charts drawn. */
export async function settle(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      document.querySelector('main h1') !== null &&
      document.querySelector('[aria-busy="true"], .bone') === null &&
      [...document.querySelectorAll('main canvas')].every((canvas) => canvas.getAttribute('style')?.includes('height') === true),
  );
}

export async function openVisit({ server, browser }: House, look: Look = desk): Promise<Visit> {
  const viewport = { width: look.width, height: look.height };
  const context = await browser.newContext({ viewport, reducedMotion: 'reduce', acceptDownloads: true });
  context.setDefaultTimeout(20_000);
  await remember(context, look);
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return {
    page,
    errors,
    async go(path) {
      await page.goto(path.startsWith('http') ? path : `${server.url}${path}`);
      await settle(page);
    },
    close: () => context.close(),
  };
}
