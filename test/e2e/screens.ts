// Every page in a real browser: no error, nothing broken in words, no sideways scroll, nothing that axe objects to.
/// <reference lib="dom" />
import { AxeBuilder } from '@axe-core/playwright';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desk, type House, type Look, openVisit, type Visit } from '#test/support/visit.ts';

const paths = [
  '/',
  '/response-times',
  '/peak-load/forecast',
  '/peak-load/notice',
  '/satisfaction',
  '/peak-load/staffing',
  '/conversations',
  '/issues',
  '/issues/issue-1',
  '/complaints?range=90d',
  '/issues/faq',
  '/sources',
  '/peak-load',
  '/settings',
  '/settings/calendars',
  '/settings/calendars/business',
  '/settings/promises',
  '/settings/promises/email',
  '/settings/events',
  '/settings/staff',
  '/settings/scores',
  '/settings/taxonomy',
  '/settings/survey',
  '/settings/issues',
  '/settings/users',
  '/settings/account',
  '/annotate',
  '/annotate/queue/2',
  '/annotate/agreement',
  '/annotate/accuracy',
  '/annotate/accuracy?field=category',
  '/annotate/models',
  '/annotate/learning',
  '/annotate/campaigns',
  '/quality',
  '/quality/reviews',
  '/quality/calibration',
  '/quality/weights',
  '/quality/own',
  '/?card=answered-within-promise',
  '/?list=answered-within-promise&list.only=miss',
];

/** Pages that look much the same in every language need not be asked about in each. */
const main = paths.filter((path) => !/staff|account|business|card/.test(path));
const figures = main.filter((path) => !/settings|annotate\/|list|issue-1/.test(path));

const looks: readonly (Look & { readonly paths: readonly string[] })[] = [
  { ...desk, paths },
  { name: 'desktop, dark, Chinese', width: 1440, height: 900, theme: 'dark', language: 'zh', paths: main },
  { name: 'phone, dark, German', width: 390, height: 844, theme: 'dark', language: 'de', paths },
  { name: 'phone, light, French', width: 390, height: 844, theme: 'light', language: 'fr', paths: figures },
];

/** Rules that are off unless asked for: a name that begins otherwise than what is written, and targets too small to hit. */
const alsoAsked = { rules: { 'label-content-name-mismatch': { enabled: true }, 'target-size': { enabled: true } } };

const toyWords = /\bundefined\b|\bNaN\b|Invalid Date|\[object |\bnull\b/;

const overflowOf = (visit: Visit) => visit.page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

export function describeScreens(house: () => House): void {
  for (const look of looks) {
    describe(`on ${look.name}`, () => {
      let visit: Visit;
      beforeAll(async () => {
        visit = await openVisit(house(), look);
      });
      afterAll(() => visit?.close());

      it.each(look.paths)('%s is whole', async (path) => {
        visit.errors.length = 0;
        await visit.go(path);
        const words = await visit.page.locator('body').innerText();
        expect(words.match(toyWords)?.[0] ?? null).toBeNull();
        expect(words.length).toBeGreaterThan(200);
        expect(await overflowOf(visit)).toBeLessThanOrEqual(0);
        const { violations } = await new AxeBuilder({ page: visit.page }).options(alsoAsked).analyze();
        expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html ?? ''}`)).toEqual([]);
        expect(visit.errors).toEqual([]);
      });
    });
  }

  it('the first page brings less than 200 kB of packed script and does not jump while it fills', async () => {
    const visit = await openVisit(house());
    await visit.page.addInitScript(() => {
      new PerformanceObserver((list) => {
        const shifts = list.getEntries().map((entry) => ('value' in entry && typeof entry.value === 'number' ? entry.value : 0));
        const before = Number(document.documentElement.dataset.shift ?? 0);
        document.documentElement.dataset.shift = String(shifts.reduce((sum, shift) => sum + shift, before));
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await visit.go('/');
    const scripts = await visit.page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .flatMap((entry) => (entry instanceof PerformanceResourceTiming && entry.name.endsWith('.js') ? [entry.encodedBodySize] : [])),
    );
    expect(scripts.length).toBeGreaterThan(10);
    const bytes = scripts.reduce((sum, size) => sum + size, 0);
    expect(bytes).toBeGreaterThan(50_000);
    expect(bytes).toBeLessThan(200_000);
    expect(Number(await visit.page.evaluate(() => document.documentElement.dataset.shift ?? '0'))).toBeLessThan(0.05);
    await visit.close();
  });

  it('a page with a broken word, a sideways scroll and a picture without a name is caught', async () => {
    const visit = await openVisit(house(), { ...desk, width: 390 });
    await visit.page.setContent(
      '<html lang="en"><title>x</title><main><h1>x</h1><p>NaN</p><div style="width:900px">wide</div><img src="data:,"></main></html>',
    );
    expect(toyWords.test(await visit.page.locator('body').innerText())).toBe(true);
    expect(await overflowOf(visit)).toBeGreaterThan(0);
    const { violations } = await new AxeBuilder({ page: visit.page }).analyze();
    expect(violations.map((one) => one.id)).toContain('image-alt');
    await visit.close();
  });
}
