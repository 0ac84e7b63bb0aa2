// A support manager on Complaints: from the figures to a claim, through its proof, to a word that counts.
import { expect, it } from 'vitest';
import { type House, openVisit, settle } from '#test/support/visit.ts';

export function describeComplaining(house: () => House): void {
  it('reads the ladder, opens a claim that nobody has confirmed, sees its proof and confirms it', async () => {
    const visit = await openVisit(house());
    const { page } = visit;
    await visit.go('/complaints?range=90d');
    expect(await page.locator('h1').innerText()).toBe('Complaints');
    const claims = page.locator('section', { has: page.getByRole('heading', { name: 'Who says that nobody replies?' }) });
    const n = Number((await claims.locator('p').first().innerText()).match(/^(\d+) complaints$/)?.[1]);
    expect(n).toBeGreaterThan(0);
    // The tile says the same number as the list.
    expect(await page.locator('article', { hasText: '“Nobody replies”' }).innerText()).toContain(`n ${n}`);

    const open = claims.locator('li', { hasText: 'not confirmed yet' }).first();
    await open.getByRole('link').first().click();
    await page.getByRole('heading', { name: 'The proof' }).waitFor();
    await settle(page);
    const before = await page.locator('mark').count();
    expect(before).toBeGreaterThan(0);
    expect(await page.getByText('nobody has said anything yet').count()).toBe(1);
    await page.getByLabel('Note', { exact: true }).fill('checked by hand');
    await page.getByRole('button', { name: 'Save' }).first().click();
    await page.getByText('checked by hand').last().waitFor();
    expect(await page.getByText('nobody has said anything yet').count()).toBe(0);
    expect(visit.errors).toEqual([]);
    await visit.close();
  });

  it('finds the same complaints behind the figure, as a file', async () => {
    const visit = await openVisit(house());
    const { page } = visit;
    await visit.go('/complaints?range=90d');
    const list = page.locator('section', { has: page.getByRole('heading', { name: 'Complaints', exact: true, level: 2 }) }).last();
    const n = Number((await list.locator('p').first().innerText()).match(/^(\d+) complaints$/)?.[1]);
    const [download] = await Promise.all([page.waitForEvent('download'), list.getByRole('link', { name: 'Download as CSV' }).click()]);
    const stream = await download.createReadStream();
    const chunks: string[] = [];
    for await (const chunk of stream) chunks.push(String(chunk));
    expect(chunks.join('').trim().split('\n')).toHaveLength(n + 1);
    await visit.close();
  });
}
