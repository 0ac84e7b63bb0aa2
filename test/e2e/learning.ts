// A journey of somebody who leads annotation: teaches a model, reads old against new, puts it in force all the same, and goes back.
/// <reference lib="dom" />
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { learningShape } from '#api/http/shapes/learning.ts';
import { type House, openVisit, settle, type Visit } from '#test/support/visit.ts';

/** Models are read anew when another comes into force, and a thread is started to teach one: seconds on a machine that is busy. */
const patient = { timeout: 90_000 };

export function describeLearning(house: () => House): void {
  let visit: Visit;
  let page: Page;
  const state = async (field = 'category') =>
    learningShape.parse(await (await page.request.get(`${house().server.url}/api/learning?field=${field}`)).json());
  beforeAll(async () => {
    visit = await openVisit(house());
    page = visit.page;
  });
  afterAll(() => visit?.close());

  it('teaches a model from what was labelled and reads old against new as the API tells it', { timeout: 180_000 }, async () => {
    await visit.go('/annotate/learning');
    expect(await page.locator('main').innerText()).toContain('Category: the shipped model judges what comes in.');
    const before = await state();
    expect([before.versions, before.inForce, before.labelled > 90]).toEqual([[], 0, true]);
    // Whether it is better is chance with so few labels; it is kept, and not put in force by itself.
    await page.getByRole('switch', { name: 'Put it in force by itself' }).click();
    await page.getByRole('button', { name: 'Teach a new version' }).click();
    await page.getByText('Version 1 was taught and is kept.').waitFor(patient);
    await page.locator('[data-comparison]').waitFor();
    await settle(page);
    const { versions, inForce } = await state();
    const figures = versions[0]?.figures;
    expect([inForce, versions.length, versions[0]?.fits]).toEqual([0, 1, true]);
    const rows = page.locator('[data-comparison] tbody tr');
    expect(await rows.count()).toBe(1 + (figures?.languages.length ?? 0));
    const shown = await rows.first().innerText();
    expect(shown).toContain(String(figures?.overall.n));
    // Below a hundred conversations no screen shows tenths of a percent.
    const digits = (figures?.overall.n ?? 0) < 100 ? 0 : 1;
    expect(shown).toContain(`${((figures?.overall.new.right?.value ?? 0) * 100).toFixed(digits)}`);
  });

  it('puts it in force by choice, sees what was judged by others, and goes back to the shipped model', async () => {
    const isBetter = (await state()).versions[0]?.figures.isBetter;
    await page.locator('[data-versions]').getByRole('button', { name: 'Put in force' }).click();
    if (isBetter === false) await page.getByRole('dialog').getByRole('button', { name: 'Put in force all the same' }).click();
    await page.getByText(/Category: version 1, taught with \d+ labelled conversations of yours, judges what comes in/).waitFor(patient);
    const { inForce, older, conversations } = await state();
    expect([inForce, older]).toEqual([1, conversations]);
    expect(await page.locator('#restated').innerText()).toContain('were judged by other versions than those in force');
    expect(await page.locator('#versions').innerText()).toContain('chosen by hand');
    await page.getByRole('button', { name: 'Back to the shipped model' }).click();
    await page.getByText('Category: the shipped model judges what comes in.').waitFor(patient);
    await settle(page);
    expect([(await state()).inForce, (await state()).older]).toEqual([0, 0]);
    expect(visit.errors).toEqual([]);
  });

  it('reads precision, recall and F1 of one label by language and by source', async () => {
    await visit.go('/annotate/accuracy');
    const tables = page.locator('#by-group table');
    expect(await tables.count()).toBe(2);
    const before = await tables.first().innerText();
    await page.locator('#by-group').getByLabel('Label', { exact: true }).click();
    await page.getByRole('option', { name: 'positive' }).click();
    await page.waitForFunction((was) => document.querySelector('#by-group table')?.textContent !== was, before);
    expect(await tables.first().innerText()).not.toBe(before);
    expect(visit.errors).toEqual([]);
  });
}
