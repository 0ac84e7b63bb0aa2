// The widget in a real browser, on a page of another origin with a strict policy; and the page from which it is switched.
/// <reference lib="dom" />
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ForeignPage, openForeignPage } from '#test/support/foreign-page.ts';
import { type House, openVisit } from '#test/support/visit.ts';

const languages = ['zh', 'en', 'fr', 'de', 'es', 'ru', 'ja', 'pt'] as const;

/** The text of a widget, whose inside no selector of the page reaches. */
const textOf = (page: Page, selector: string) =>
  page
    .waitForFunction((wanted) => document.querySelector(wanted)?.shadowRoot?.querySelector<HTMLElement>('.c')?.innerText, selector)
    .then((found) => found.jsonValue());

export function describeTelling(house: () => House): void {
  let key = '';
  let foreign: ForeignPage;
  let page: Page;
  const complaints: string[] = [];

  beforeAll(async () => {
    const { server, browser } = house();
    const visit = await openVisit(house());
    await visit.go('/peak-load/notice');
    key = (await visit.page.locator('pre').innerText()).match(/notice-key="([^"]+)"/)?.[1] ?? '';
    await visit.close();
    const elements = languages.map(
      (lang) => `<huiyin-notice class="${lang}" notice-key="${key}" channel="email" lang="${lang}"></huiyin-notice>`,
    );
    const script = `<script src="${server.url}/api/public/notice.js" async crossorigin="anonymous"></script>`;
    const rest = `<huiyin-notice class="own" notice-key="${key}"></huiyin-notice><huiyin-notice class="wrong" notice-key="nobody"></huiyin-notice>`;
    foreign = await openForeignPage(server.url, script + elements.join('') + rest);
    page = await (await browser.newContext({ colorScheme: 'dark' })).newPage();
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('404')) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(foreign.url);
  });
  afterAll(async () => {
    await page?.context().close();
    await foreign?.close();
  });

  it('the widget stands on a foreign page with a strict policy, in every language, and nothing complains', async () => {
    const texts = await Promise.all(languages.map((lang) => textOf(page, `.${lang}`)));
    const expected = [
      '预计等待',
      'Expected wait',
      'Attente prévue',
      'Voraussichtliche Wartezeit',
      'Espera prevista',
      'Ожидаемое',
      '待ち時間',
      'Espera prevista',
    ];
    expect(texts.map((text, place) => text?.includes(expected[place] ?? '?'))).toEqual(languages.map(() => true));
    for (const text of texts) expect(text).not.toMatch(/undefined|NaN|null|Invalid|\{[ab]\}/);
    expect(complaints).toEqual([]);
  });

  it('without a channel it tells all of them, in the language of the page; with a wrong key it shows nothing', async () => {
    expect(await textOf(page, '.own')).toContain('Attente prévue');
    expect(await page.locator('.own .c').count()).toBeGreaterThan(2);
    expect(await page.locator('.wrong').isHidden()).toBe(true);
  });

  it('sends no cookie and asks for nothing but the notice', async () => {
    const asked: string[] = [];
    page.on('request', (request) => {
      if (!request.url().startsWith(foreign.url))
        asked.push(`${request.headers().cookie ?? 'no cookie'} ${new URL(request.url()).pathname}`);
    });
    await page.reload();
    await textOf(page, '.own');
    expect([...new Set(asked)].sort()).toEqual(
      ['no cookie /api/public/notice.js', 'no cookie /api/public/notices/nobody', `no cookie /api/public/notices/${key}`].sort(),
    );
  });

  it('follows the dark wish of the visitor, an attribute, and the custom properties of the page', async () => {
    const colours = () =>
      page.evaluate(() => {
        const card = document.querySelector('.en')?.shadowRoot?.querySelector('.c');
        return card ? [getComputedStyle(card).backgroundColor, getComputedStyle(card).borderRadius] : [];
      });
    await textOf(page, '.en');
    expect(await colours()).toEqual(['rgb(21, 24, 29)', '6px']);
    await page.evaluate(() => document.querySelector('.en')?.setAttribute('theme', 'light'));
    expect(await colours()).toEqual(['rgb(255, 255, 255)', '6px']);
    await page.evaluate(() => {
      const element = document.querySelector('.en');
      if (!(element instanceof HTMLElement)) return;
      element.style.setProperty('--huiyin-background', 'rgb(1, 2, 3)');
      element.style.setProperty('--huiyin-radius', '0');
    });
    expect(await colours()).toEqual(['rgb(1, 2, 3)', '0px']);
    await page.evaluate(() => document.querySelector('.en')?.removeAttribute('style'));
  });

  it.each(['dark', 'light'] as const)('gives axe nothing to object to, %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await textOf(page, '.own');
    const { violations, passes } = await new AxeBuilder({ page }).include('main').analyze();
    expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html ?? ''}`)).toEqual([]);
    // It has to have looked inside: contrast was measured on our texts.
    expect(passes.find(({ id }) => id === 'color-contrast')?.nodes.length).toBeGreaterThan(20);
  });

  it('fits a narrow phone, with its lists opened by the keyboard', async () => {
    await page.setViewportSize({ width: 320, height: 640 });
    await page.evaluate(() => {
      const summary = document.querySelector('.ru')?.shadowRoot?.querySelector('summary');
      if (summary instanceof HTMLElement) summary.focus();
    });
    await page.keyboard.press('Enter');
    const isOpen = await page.evaluate(() => document.querySelector('.ru')?.shadowRoot?.querySelector('details')?.open);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect([isOpen, overflow]).toEqual([true, 0]);
  });

  it('shows nothing more once a manager switches the notice off, and speaks again', async () => {
    const visit = await openVisit(house());
    await visit.go('/peak-load/notice');
    const toggle = visit.page.getByRole('switch', { name: 'Tell customers', exact: true });
    await toggle.click();
    await visit.page.getByText('Customers are told nothing from now on.').waitFor();
    // Other visitors: a browser that has read the notice may keep it for its minute.
    const off = await anotherVisitor();
    await off.waitForFunction(() => customElements.get('huiyin-notice') !== undefined);
    await off.waitForLoadState('networkidle');
    expect(await off.locator('.own').isHidden()).toBe(true);
    await toggle.click();
    await visit.page.getByText('Customers are told again.').waitFor();
    const on = await anotherVisitor();
    expect(await textOf(on, '.own')).toContain('Attente prévue');
    for (const one of [off, on]) await one.context().close();
    await visit.close();
  });

  async function anotherVisitor(): Promise<Page> {
    const fresh = await (await house().browser.newContext()).newPage();
    await fresh.goto(foreign.url);
    return fresh;
  }
}
