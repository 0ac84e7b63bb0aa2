// A thousand items labelled by keyboard, through crashes of the server; and two people who are meant to meet, and do.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  allSent,
  crash,
  keptAnnotations,
  labelByKeyboard,
  measuredTimes,
  openAnnotator,
  placeCampaign,
  quantile,
} from '#test/support/annotating.ts';
import { openBrowser } from '#test/support/browser.ts';
import { removeFolder, startServer, temporaryFolder } from '#test/support/running-server.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe('a thousand items', () => {
  it('are labelled without a lost or doubled one, though the server is killed three times', async () => {
    const folder = temporaryFolder();
    await placeCampaign(folder, 1000);
    let server = await startServer(folder);
    const { page } = await openAnnotator(browser, server, 'ann');
    const said = await labelByKeyboard(page, {
      onlabelled: async (count) => {
        if (count === 200 || count === 503 || count === 777) server = await crash(server);
      },
    });
    await allSent(page);
    const times = await measuredTimes(page);
    await server.stop();
    const kept = await keptAnnotations(folder);
    removeFolder(folder);
    expect(said.size).toBe(1000);
    expect(kept.length).toBe(1000);
    expect(new Map(kept.map(({ taskId, label }) => [taskId, label]))).toEqual(said);
    const measured = { n: times.length, p50: quantile(times, 0.5), p95: quantile(times, 0.95), p99: quantile(times, 0.99) };
    process.stdout.write(`time from key to next item, ms: ${JSON.stringify(measured)}\n`);
    expect(measured.p50).toBeLessThan(50);
    // The rest waited for the server: no person presses keys as fast as this.
    expect(measured.n).toBeGreaterThan(800);
  }, 600_000);
});

describe('overlap', () => {
  it('gives every task to both where it is asked for: the control of never meeting', async () => {
    const folder = temporaryFolder();
    await placeCampaign(folder, 30, 1);
    const server = await startServer(folder);
    const other = await openBrowser();
    const [ann, ben] = [await openAnnotator(browser, server, 'ann'), await openAnnotator(other, server, 'ben')];
    const [byAnn, byBen] = await Promise.all([labelByKeyboard(ann.page), labelByKeyboard(ben.page)]);
    await Promise.all([allSent(ann.page), allSent(ben.page)]);
    await other.close();
    await server.stop();
    const kept = await keptAnnotations(folder);
    removeFolder(folder);
    expect([...byAnn.keys()].toSorted()).toEqual([...byBen.keys()].toSorted());
    expect([byAnn.size, kept.length]).toEqual([30, 60]);
  }, 180_000);
});
