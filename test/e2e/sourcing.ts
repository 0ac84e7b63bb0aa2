// Journeys of an admin with a source: a form that says what is wrong, a first run, and a dead letter that is asked for once more.
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { seededRandom } from '#test/support/random.ts';
import { desk as desktop, type House, openVisit, type Visit } from '#test/support/visit.ts';
import { requestTrackerCase } from '../ingest/connectors/vendors/request-tracker.ts';
import { type FaultServer, openFaultServer } from '../ingest/faults/fault-server.ts';
import { fill } from '../ingest/faults/trial.ts';
import { admin } from './managing.ts';

/** A help desk behind a real socket, one of whose tickets nobody can read until it is mended. */
export type Desk = FaultServer & { readonly spoiled: string; readonly mend: () => void };

export async function openDesk(): Promise<Desk> {
  const vendor = fill(requestTrackerCase, 5);
  const spoiled = vendor.spoil();
  const server = await openFaultServer({ upstream: vendor.upstream, now: Date.now, random: seededRandom(1), next: () => null });
  return { ...server, spoiled, mend: vendor.mend };
}

export function describeSourcing(house: () => House, desk: () => Desk): void {
  let visit: Visit;
  let page: Page;
  beforeAll(async () => {
    visit = await openVisit(house());
    page = visit.page;
    await page.goto(`${house().server.url}/sign-in`);
    await page.getByLabel('E-mail').fill(admin.email);
    await page.getByLabel('Password').fill(admin.password);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Overview', exact: true }).waitFor();
  });
  afterAll(() => visit?.close());

  it('is told what is wrong with an address and a token before anything is added', async () => {
    await visit.go('/sources/new?connector=request-tracker');
    const test = page.getByRole('button', { name: 'Test connection' });
    expect(await test.isDisabled()).toBe(true);
    await page.getByLabel('Token').fill('a-wrong-token');
    await page.getByLabel('Address').fill('http://127.0.0.1:1');
    await test.click();
    const told = page.getByRole('status').filter({ hasText: 'It does not work.' });
    await told.waitFor();
    await page.getByLabel('Address').fill(desk().url);
    await test.click();
    await expect.poll(() => told.innerText()).toContain('401');
    expect(await told.innerText()).not.toContain('signed out');
    await page.getByLabel('Token').fill('a-secret-token');
    await test.click();
    await page.getByText('It works. Found: Request Tracker 5.0.3').waitFor();
  });

  it('adds it, sees what was read and what could not be, and has that read once more', async () => {
    await page.getByLabel('Name').fill('Help desk');
    await page.getByLabel('Read back to').fill('2026-01-01');
    await page.getByRole('button', { name: 'Add a source' }).click();
    await page.getByText('Help desk was added.').waitFor();
    await page.getByText('5 fetched = 4 new').waitFor({ timeout: 60_000 });
    const letter = page.locator('[data-list] li').filter({ hasText: /^\s*3 / });
    expect(await letter.innerText()).toContain('1 attempt');
    const french = await openVisit(house(), { ...desktop, language: 'fr' });
    await french.page.context().addCookies(await page.context().cookies());
    await french.go(page.url());
    const told = await french.page
      .locator('[data-list] li')
      .filter({ hasText: /^\s*3 / })
      .innerText();
    expect(told).toContain('Le champ Status n’a pas la forme attendue.');
    expect(told).toContain('« Status: Invalid input');
    await french.close();
    await letter.getByRole('button', { name: 'Read again' }).click();
    await page.getByText('This item is being asked for once more.').waitFor();
    await page.getByText('1 fetched = 0 new').waitFor({ timeout: 60_000 });
    await expect.poll(() => letter.innerText()).toContain('2 attempts');
    desk().mend();
    await letter.getByRole('button', { name: 'Read again' }).click();
    await page.getByText('1 fetched = 1 new').waitFor({ timeout: 60_000 });
    await expect.poll(() => letter.count()).toBe(0);
    expect(visit.errors.filter((text) => !text.includes('400'))).toEqual([]);
  });

  it('pauses it, and removes it with all that came from it', async () => {
    await page.getByRole('button', { name: 'Pause' }).click();
    await page.getByText('Paused. Nothing is read until it is resumed.').waitFor();
    await page.getByRole('button', { name: 'Remove source' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove source' }).click();
    await page.getByText('Removed with 5 conversations.').waitFor();
  });
}
