// Annotating in real browsers: by keyboard alone, two people side by side, and through a crash of the server.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  type Annotator,
  allSent,
  crash,
  keptAnnotations,
  labelByKeyboard,
  measuredTimes,
  nextTask,
  openAnnotator,
  placeCampaign,
  quantile,
} from '#test/support/annotating.ts';
import { openBrowser } from '#test/support/browser.ts';
import { type RunningServer, removeFolder, startServer, temporaryFolder } from '#test/support/running-server.ts';

const size = 90;
const folder = temporaryFolder();
const browsers: Browser[] = [];
let server: RunningServer;
let ann: Annotator;
let ben: Annotator;

beforeAll(async () => {
  await placeCampaign(folder, size);
  server = await startServer(folder);
  // Two browsers, not two tabs: nothing is shared between them but the server.
  browsers.push(await openBrowser(), await openBrowser());
  const [first, second] = browsers;
  if (first === undefined || second === undefined) throw new Error('no browser');
  ann = await openAnnotator(first, server, 'ann');
  ben = await openAnnotator(second, server, 'ben');
});

afterAll(async () => {
  for (const browser of browsers) await browser.close();
  await server.stop();
  removeFolder(folder);
});

describe('an annotator', () => {
  it('sees nothing of what the machine says before the answer, and it beside the answer after', async () => {
    const { page } = ann;
    const last = page.locator('[data-last]');
    expect(await last.innerText()).toBe('');
    const task = await nextTask(page, null);
    await page.keyboard.press('2');
    await expect.poll(() => last.innerText()).toMatch(/^You: neutral\s+· Machine: (negative|neutral|positive) \([\d.]+\s%\ssure\)/);
    await page.keyboard.press('u');
    await expect.poll(() => page.locator('[data-task]').getAttribute('data-task')).toBe(String(task));
    await allSent(page);
  });

  it('labels by keyboard while another does, and the server crashes in between: nobody meets anybody, nothing is lost or doubled', async () => {
    const [byAnn, byBen] = await Promise.all([
      labelByKeyboard(ann.page, {
        onlabelled: async (count) => {
          if (count === 15) server = await crash(server);
        },
      }),
      labelByKeyboard(ben.page),
    ]);
    await Promise.all([allSent(ann.page), allSent(ben.page)]);
    expect([...byAnn.keys()].filter((task) => byBen.has(task))).toEqual([]);
    expect(byAnn.size + byBen.size).toBe(size);
    expect(Math.min(byAnn.size, byBen.size)).toBeGreaterThan(10);
    const kept = (await keptAnnotations(folder)).filter(({ undoneAt }) => undoneAt === null);
    expect(new Map(kept.map(({ taskId, label }) => [taskId, label]))).toEqual(new Map([...byAnn, ...byBen]));
    expect(kept.length).toBe(size);
    const times = [...(await measuredTimes(ann.page)), ...(await measuredTimes(ben.page))];
    expect(times.length).toBeGreaterThan(size / 2);
    expect(quantile(times, 0.5)).toBeLessThan(50);
  });
});
