// People who annotate in real browsers: their store, their accounts, and whoever presses the keys.
/// <reference lib="dom" />
import path from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { z } from 'zod';
import { openDb } from '#db/open.ts';
import { saveCampaign } from '#db/store/annotation-campaigns.ts';
import { findAnnotations } from '#db/store/annotations.ts';
import { initialiseWorkspace } from '#db/store/workspace.ts';
import { runCommand, startServer } from './running-server.ts';
import { scoredStore } from './scored-store.ts';

const now = Date.UTC(2026, 5, 1);
const password = 'a sentence that nobody guesses';
export const moods = ['neg', 'neu', 'pos'] as const;

const storeOf = (folder: string) => path.join(folder, 'huiyin.db');

/** A store with scored conversations and one campaign over `size` of them. */
export async function placeCampaign(folder: string, size: number, overlapShare = 0): Promise<void> {
  const db = await openDb(storeOf(folder), { migrate: true });
  await initialiseWorkspace(db, now);
  await scoredStore(db, size + 20);
  await saveCampaign(db, {
    name: 'Mood',
    field: 'sentiment',
    guideline: {},
    population: { filters: {}, from: null, to: null },
    sampling: { size, uncertainShare: 0.5, strata: ['language'], overlapShare, gold: 0, seed: 'browser' },
    isDemo: false,
    by: 'lead',
    now,
  });
  await db.close();
}

/** What the store holds when all is over: task, label and person of each annotation. */
export async function keptAnnotations(folder: string) {
  const db = await openDb(storeOf(folder), { migrate: false });
  const found = await findAnnotations(db, { limit: 10_000 });
  await db.close();
  return found.map(({ taskId, label, annotator, undoneAt, tookMs }) => ({ taskId, label, annotator, undoneAt, tookMs }));
}

const inviteShape = z.object({ inviteLink: z.string() });

/** Makes an account, opens a browser context of its own and signs in through the one-time link; the queue is open when this resolves. */
export async function openAnnotator(
  browser: Browser,
  server: { readonly url: string; readonly dataFolder: string },
  name: string,
): Promise<Annotator> {
  const made = runCommand(server.dataFolder, ['users', 'add', `${name}@example.com`, '--role', 'annotator', '--name', name, '--json']);
  if (made.status !== 0) throw new Error(made.stderr);
  const { inviteLink } = inviteShape.parse(JSON.parse(made.stdout));
  const context = await browser.newContext({ viewport: { width: 1200, height: 800 }, reducedMotion: 'reduce' });
  context.setDefaultTimeout(60_000);
  await context.addInitScript(() => localStorage.setItem('huiyin.language', 'en'));
  const page = await context.newPage();
  await page.goto(inviteLink.replace(/^https?:\/\/[^/]+/, server.url));
  await page.getByLabel('Your name').fill(name);
  await page.getByLabel('Password').fill(password);
  await page.getByRole('button', { name: 'Create the account' }).click();
  await page.getByRole('heading', { name: 'Overview', exact: true }).waitFor();
  await page.goto(`${server.url}/annotate/queue/1`);
  await page.locator('[data-task]').waitFor();
  await watchSpeed(page);
  return { page, context };
}

export type Annotator = { readonly page: Page; readonly context: BrowserContext };

/** Writes down, within the page, how long it takes from a key to the next item on screen. */
async function watchSpeed(page: Page): Promise<void> {
  await page.evaluate(() => {
    const times: number[] = [];
    Object.assign(window, { huiyinTimes: times });
    const shown = () => document.querySelector('[data-task]')?.getAttribute('data-task') ?? null;
    addEventListener(
      'keydown',
      () => {
        const [from, before] = [performance.now(), shown()];
        const look = () => {
          const after = shown();
          if (after !== null && after !== before) times.push(performance.now() - from);
          // Without a next item there is nothing to measure: the queue waits for the server then.
          else if (after !== null && performance.now() - from < 5_000) requestAnimationFrame(look);
        };
        requestAnimationFrame(look);
      },
      true,
    );
  });
}

export async function measuredTimes(page: Page): Promise<number[]> {
  const found: unknown = await page.evaluate(() => Reflect.get(window, 'huiyinTimes'));
  return z.array(z.number()).parse(found);
}

/** The task on screen once it is another than `last`; null where the page says that nothing is left. */
export async function nextTask(page: Page, last: number | null): Promise<number | null> {
  const found = await page.waitForFunction(
    (before) => {
      const task = document.querySelector('[data-task]')?.getAttribute('data-task') ?? null;
      if (task !== null && task !== before) return task;
      return [...document.querySelectorAll('main p')].some(({ textContent }) => textContent === 'Nothing is left for you here')
        ? 'done'
        : false;
    },
    last === null ? null : String(last),
  );
  const said = z.string().parse(await found.jsonValue());
  return said === 'done' ? null : Number(said);
}

/** Labels what is on screen with one key until nothing is left or `most` are done; gives which label each task got. */
export async function labelByKeyboard(
  page: Page,
  {
    most = Number.POSITIVE_INFINITY,
    onlabelled = async () => undefined,
  }: { most?: number; onlabelled?: (count: number) => Promise<void> } = {},
): Promise<Map<number, string>> {
  const said = new Map<number, string>();
  for (let task = await nextTask(page, null); task !== null; task = await nextTask(page, task)) {
    const place = task % 3;
    await page.keyboard.press(String(place + 1));
    said.set(task, moods[place] ?? 'neu');
    await onlabelled(said.size);
    if (said.size >= most) break;
  }
  return said;
}

/** Waits until the server has everything: the shelf of the browser is empty. */
export async function allSent(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    Object.entries(localStorage).every(([name, text]) => !name.startsWith('huiyin.annotations') || text === '[]'),
  );
}

/** A crash and a new start at the same address. */
export async function crash(server: Awaited<ReturnType<typeof startServer>>): Promise<Awaited<ReturnType<typeof startServer>>> {
  await server.kill();
  return await startServer(server.dataFolder, {}, Number(new URL(server.url).port));
}

/** The value below which so large a part of the list lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}
