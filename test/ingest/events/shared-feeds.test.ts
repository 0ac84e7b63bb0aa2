// Feeds in every form that was recorded: each is read or refused with a reason, and nothing else happens.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '#db/model/errors.ts';
import { readFeedEntries } from '#ingest/events/feed-entries.ts';
import { toIncident } from '#ingest/events/incident.ts';
import { root } from '#test/support/source-files.ts';

const folder = [path.join(root, '..', 'shared'), '/work/shared']
  .map((one) => path.join(one, 'connectors/fixtures/rss'))
  .find((one) => existsSync(one));
const files = folder === undefined ? [] : readdirSync(folder).filter((name) => name.endsWith('.xml'));

describe.skipIf(files.length === 0)(`recorded feeds${files.length === 0 ? ' (skipped: no shared folder)' : ''}`, () => {
  it('are read or refused with a reason', () => {
    const outcomes = files.map((name) => {
      try {
        const entries = readFeedEntries(readFileSync(path.join(folder ?? '', name), 'latin1'));
        for (const entry of entries) toIncident(entry, Date.parse('2026-11-28T00:00:00Z'));
        return 'read';
      } catch (error) {
        return error instanceof AppError ? 'refused' : `${name}: ${String(error)}`;
      }
    });
    expect(outcomes.filter((one) => one !== 'read' && one !== 'refused')).toEqual([]);
    expect(outcomes.filter((one) => one === 'read').length).toBeGreaterThan(files.length / 3);
  });
});
