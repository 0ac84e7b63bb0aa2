// What a reader has to be able to rely on: a link that works as the very first page, and figures that say when they may be behind.
/// <reference lib="dom" />
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desk, type House, openVisit, type Visit } from '#test/support/visit.ts';

const hour = 3_600_000;

/** Makes a source of the demo one that should be read every hour and was last read so long ago; gives its label. */
function readLast(house: House, hoursAgo: number): string {
  const database = new Database(path.join(house.server.dataFolder, 'huiyin.db'));
  const source = database.prepare<[], { id: string; label: string }>('select id, label from source order by id').get();
  if (source === undefined) throw new Error('the demo has no source');
  const at = Date.now() - hoursAgo * hour;
  database.prepare('delete from source_connection').run();
  database
    .prepare(
      `insert into source_connection (source_id, connector, settings, interval_ms, is_paused, read_from, added_at, next_run_at, failures,
       last_done_at, gone_seen) values (?, 'zendesk', '{}', ?, 0, 0, 0, ?, 0, ?, 0)`,
    )
    .run(source.id, hour, Date.now() + 1000 * hour, at);
  database.close();
  return source.label;
}

function forget(house: House): void {
  const database = new Database(path.join(house.server.dataFolder, 'huiyin.db'));
  database.prepare('delete from source_connection').run();
  database.close();
}

export function describeTrusting(house: () => House): void {
  it('a link to a conversation opens as the first page of a first visit', async () => {
    const visit = await openVisit(house());
    await visit.go('/conversations/1');
    expect(visit.errors).toEqual([]);
    expect(await visit.page.locator('[data-timeline], main article, main ol').count()).toBeGreaterThan(0);
    expect(await visit.page.locator('main').innerText()).not.toMatch(/401|sign in first/i);
    await visit.close();
  });

  describe('a source that was not read', () => {
    let visit: Visit;
    let label: string;
    const marks = (path: string) => async () => {
      await visit.go(path);
      return await visit.page.getByRole('button', { name: /May be behind/ }).count();
    };
    beforeAll(async () => {
      visit = await openVisit(house(), desk);
    });
    afterAll(async () => {
      forget(house());
      await visit?.close();
    });

    it('marks nothing while it is read in time (the control)', async () => {
      label = readLast(house(), 1);
      expect(await marks('/')()).toBe(0);
      expect(await visit.page.getByRole('note').count()).toBe(0);
    });

    it('marks the figures that it feeds, with the reason on the page, on focus and in the card', async () => {
      readLast(house(), 30);
      expect(await marks('/')()).toBeGreaterThan(10);
      const note = await visit.page.getByRole('note').first().innerText();
      expect([note.includes(label), /\b(30\sh|1\sd)\b/.test(note)]).toEqual([true, true]);
      const mark = visit.page
        .locator('article')
        .getByRole('button', { name: /May be behind/ })
        .first();
      const reason = mark.locator('xpath=following-sibling::span');
      expect(await reason.isVisible()).toBe(false);
      // Figures that arrive later draw the tile anew; the reader who tabs to the mark comes after that.
      const seen = async () => {
        await mark.focus();
        return [await reason.isVisible(), (await reason.innerText()).includes(label)];
      };
      await expect.poll(seen).toEqual([true, true]);
      const { violations } = await new AxeBuilder({ page: visit.page }).analyze();
      expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html ?? ''}`)).toEqual([]);
      await visit.go('/?card=arrivals');
      expect((await visit.page.locator('aside[data-panel]').getByRole('note').innerText()).includes(label)).toBe(true);
    });

    it('marks charts of response times and the list of conversations too', async () => {
      expect(await marks('/response-times')()).toBeGreaterThan(5);
      await visit.go('/conversations');
      expect((await visit.page.getByRole('note').innerText()).includes(label)).toBe(true);
    });

    it('marks nothing where it is filtered away', async () => {
      const database = new Database(path.join(house().server.dataFolder, 'huiyin.db'), { readonly: true });
      const other = database.prepare<[], { id: string }>('select id from source order by id limit 1 offset 1').get();
      database.close();
      expect(await marks(`/?source=${encodeURIComponent(other?.id ?? 'none')}`)()).toBe(0);
      expect(visit.errors).toEqual([]);
    });
  });
}
