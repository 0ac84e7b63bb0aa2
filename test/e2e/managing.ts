// Journeys that change the store: the first account, promises and calendars, people without rights, the end of the demo.
/// <reference lib="dom" />
import type { Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { answerShape } from '#api/http/shapes/metric.ts';
import { type House, openVisit, settle, type Visit } from '#test/support/visit.ts';

/** The account that the first link makes; journeys after these sign in with it. */
export const admin = { email: 'ana@example.com', password: 'a sentence that nobody guesses' };
const { password } = admin;

async function fillSetup(page: Page, name: string, email: string | null): Promise<void> {
  await page.getByLabel('Your name').fill(name);
  if (email !== null) await page.getByLabel('E-mail').fill(email);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Create the account' }).click();
  await page.getByRole('heading', { name: 'Overview', exact: true }).waitFor();
}

/** Waits until a place says something else than before, and gives what it says. */
async function changedText(place: Locator, before: string): Promise<string> {
  await expect.poll(() => place.innerText()).not.toBe(before);
  return await place.innerText();
}

export function describeManaging(house: () => House): void {
  let visit: Visit;
  let page: Page;
  beforeAll(async () => {
    visit = await openVisit(house());
    page = visit.page;
  });
  afterAll(() => visit?.close());

  const keptShare = async () => {
    const answer = await page.request.get(`${house().server.url}/api/metrics/answered-within-promise?channel=email`);
    const { n, value } = answerShape.parse(await answer.json());
    return { n, value: value ?? 0 };
  };

  it('signs in by the link of the first start, which is dead from then on', async () => {
    const link = /http:\S+\/setup#token=\S+/.exec(house().server.output())?.[0] ?? 'no link was printed';
    await page.goto(link);
    await fillSetup(page, 'Ana Prieto', admin.email);
    expect(await page.getByRole('button', { name: 'Account and screen' }).innerText()).toContain('Ana Prieto\nAdministrator');
    const late = await openVisit(house());
    await late.page.goto(link);
    await late.page.getByRole('heading', { name: 'This link has been used or has run out' }).waitFor();
    expect(await late.page.getByRole('button', { name: 'Create the account' }).count()).toBe(0);
    await late.close();
  });

  it('finds an issue, names it, says that it is fixed, and tells a customer', async () => {
    await visit.go('/issues?range=12m');
    // The demo has told the story of one of them to its end, and which one leads the list depends on the day.
    await page.getByText('Board', { exact: true }).click();
    await page.getByRole('region', { name: 'New', exact: true }).getByRole('link').first().click();
    await page.getByRole('button', { name: 'Rename' }).click();
    await page.getByRole('dialog').getByLabel('Name').fill('Swaps hang');
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByRole('heading', { name: 'Swaps hang', exact: true }).waitFor();
    await page.getByText('Nobody to tell yet').waitFor();
    await page.getByLabel('State').first().click();
    await page.getByRole('option', { name: 'Fixed', exact: true }).click();
    await page.getByLabel('Fixed in').fill('7.9.0');
    await page.locator('form').getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByRole('button', { name: 'Mark as told' }).first().click();
    await page.getByText(/^1 of [\d,]+ told$/).waitFor();
    await visit.go('/issues?range=12m');
    await page.getByText('Board', { exact: true }).click();
    await page.getByRole('region', { name: 'Fixed' }).getByText('Swaps hang').waitFor();
  });

  it('tries a promise before saving it, and old figures stay until they are restated', async () => {
    const before = await keptShare();
    await visit.go('/settings/promises/email');
    const preview = page.getByText(/^A message now would be due at/);
    await preview.waitFor();
    const due = await preview.innerText();
    await page.getByLabel('Time', { exact: true }).first().fill('2');
    await changedText(preview, due);
    await page.getByRole('button', { name: 'Save as a new version…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('It was "within 24 hours on the clock" and becomes "within 2 hours on the clock".').waitFor();
    await dialog.getByLabel('Valid from').fill('2020-01-01');
    await dialog.getByText('This day is past. Conversations since then keep their figures until you restate them.').waitFor();
    await dialog.getByRole('button', { name: 'Save the version' }).click();
    await page.getByText('Version 2 saved').waitFor();
    await expect.poll(() => page.locator('li', { hasText: 'Version 2' }).first().innerText()).toContain('in force');
    expect(await keptShare()).toEqual(before);

    await visit.go('/settings/workspace');
    await page.getByPlaceholder('Reason').fill('two hours were promised');
    await page.getByRole('button', { name: 'Restate all conversations…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Restate', exact: true }).click();
    await page.getByText(/conversations came out differently/).waitFor({ timeout: 30_000 });
    await expect.poll(async () => (await keptShare()).value < before.value - 0.1).toBe(true);
    expect((await keptShare()).n).toBeGreaterThan(0);
  });

  it('moves opening hours by keys', async () => {
    await visit.go('/settings/calendars/business');
    await page.getByRole('button', { name: 'Monday 08:00–20:00' }).focus();
    await page.keyboard.press('ArrowDown');
    await page.getByRole('button', { name: 'Monday 08:15–20:15' }).waitFor();
    await page.keyboard.press('Shift+ArrowUp');
    await page.keyboard.press('Alt+ArrowUp');
    await page.getByRole('button', { name: 'Monday 08:00–20:00' }).waitFor();
    await page.keyboard.press('Shift+ArrowUp');
    await page.getByRole('button', { name: 'Save as a new version…' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Save the version' }).click();
    await page.getByText('Version 2 saved').waitFor();
    await visit.go('/settings/calendars/business');
    expect(
      await page
        .getByRole('button', { name: /^Monday / })
        .first()
        .getAttribute('aria-label'),
    ).toBe('Monday 08:00–19:45');
  });

  it('invites a viewer, who sees figures and can change nothing', async () => {
    await visit.go('/settings/users');
    await page.getByRole('button', { name: 'Invite somebody…' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Vito');
    await dialog.getByLabel('E-mail').fill('vito@example.com');
    await dialog.getByRole('button', { name: 'Make the link' }).click();
    const link = await page.getByLabel('One-time link').inputValue();
    const viewer = await openVisit(house());
    await viewer.page.goto(link);
    await fillSetup(viewer.page, 'Vito', null);
    await settle(viewer.page);
    expect(await viewer.page.locator('article').count()).toBeGreaterThan(4);
    await viewer.page.goto(`${house().server.url}/settings/promises`);
    await viewer.page.getByText('Your role may not see this part.').waitFor();
    expect(await viewer.page.getByRole('button', { name: 'New promise…' }).count()).toBe(0);
    const headers = { origin: house().server.url };
    const refused = await viewer.page.request.put(`${house().server.url}/api/workspace`, { data: { name: 'Mine' }, headers });
    const allowed = await page.request.put(`${house().server.url}/api/workspace`, { data: { name: 'Ours' }, headers });
    expect([refused.status(), allowed.status()]).toEqual([403, 200]);
    await viewer.close();
  });

  it('removes the demo, and is told what comes next', async () => {
    await visit.go('/');
    await page.getByRole('button', { name: 'Remove the demo' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove the demo' }).click();
    await page.getByText('The demo is gone: 1,500 conversations removed.').waitFor();
    await page.getByText('No conversations yet').waitFor();
    expect(await page.locator('main').innerText()).toContain('npx huiyin import');
    expect((await keptShare()).n).toBe(0);
    expect(await page.getByText('Demo company.').isVisible()).toBe(false);
  });
}
