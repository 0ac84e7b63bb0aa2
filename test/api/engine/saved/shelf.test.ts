// Tests of keeping columns from one start to the next: the file saves reading the store, and never changes a number.
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Desk, openDesk } from '#api/engine/desk.ts';
import { metricIds, type Plan } from '#db/model/metric.ts';
import type { Db } from '#db/open.ts';
import { nextEpoch } from '#db/store/change-state.ts';
import { saveColumnsMark } from '#db/store/columns-mark.ts';
import { saveConversations } from '#db/store/conversations.ts';
import { incoming, incomingMessage, incomingReply, minute, monday, plainSettings } from '#test/support/incoming.ts';
import { scoredStore } from '#test/support/scored-store.ts';
import { describeStores } from '#test/support/stores.ts';

let folder: string;
let file: string;
let marks: number;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'huiyin-shelf-'));
  file = path.join(folder, 'columns.bin');
  marks = 0;
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const newMark = () => {
  marks += 1;
  return `mark-${marks}`;
};

/** The file that it keeps, and the program that it takes itself for; by default the one that runs. */
type Kept = { readonly from?: string; readonly programMark?: () => Promise<string> };

async function openKept(
  { location }: Db,
  { from = file, programMark }: Kept = {},
): Promise<{ readonly desk: Desk; readonly said: string[] }> {
  const said: string[] = [];
  const say = (words: string, isFailure: boolean) => {
    said.push(`${isFailure ? 'failure: ' : ''}${words.replace(from, 'FILE')}`);
  };
  const desk = await openDesk({ location, keep: { file: from, newMark, programMark }, say });
  return { desk, said };
}

/** Every metric by channel and language, as of a day after the first conversation. */
function figures(desk: Desk) {
  const plan: Omit<Plan, 'metric'> = {
    ...{ range: null, zone: 'UTC', filters: {}, clock: 'calendar', population: 'arrival', compare: null },
    groupBy: ['language'],
    asOf: monday + 2 * 24 * 60 * minute,
  };
  return metricIds.map((metric) => desk.ask({ ...plan, metric }, () => undefined));
}

/** What a start without the file would say. */
async function truth({ location }: Db) {
  const desk = await openDesk({ location });
  const found = figures(desk);
  await desk.close();
  return found;
}

/** Opens, answers, closes; whether the answers are those of the store, and what was said of the file. */
async function start(db: Db, kept: Kept = {}) {
  const { desk, said } = await openKept(db, kept);
  const found = figures(desk);
  await desk.close();
  expect(found).toEqual(await truth(db));
  return said;
}

async function say(db: Db, id: string, at: number): Promise<void> {
  const messages = [incomingMessage(`${id}-q`, { at }), incomingReply(`${id}-a`, at + 7 * minute)];
  await saveConversations(db, {
    sourceId: 'desk',
    conversations: [incoming(id, { messages })],
    settings: plainSettings,
    now: at + 10 * minute,
  });
}

const passedOver = (why: string) => [`columns are read from the store, not from FILE: ${why}`];

await describeStores('columns kept from one start to the next', ({ openStore }) => {
  const filled = async () => await scoredStore(await openStore(), 40);

  it('reads the store once, then the file and what changed since', async () => {
    const db = await filled();
    expect(await start(db)).toEqual(passedOver('there is none yet'));
    expect(await start(db)).toEqual([]);
    await say(db, 'new', monday + 5 * minute);
    expect([await start(db), await start(db)]).toEqual([[], []]);
    // Written when it was made, and when it was closed after the change; a start that found nothing new wrote nothing.
    expect(marks).toBe(2);
  });

  it('puts away what changed while it ran, and follows it from there', async () => {
    const db = await filled();
    const { desk } = await openKept(db);
    await say(db, 'new', monday + 5 * minute);
    await desk.refresh(null);
    await desk.close();
    const before = await readFile(file);
    expect(await start(db)).toEqual([]);
    expect(await readFile(file)).toEqual(before);
  });

  it('passes over a file that was damaged, and writes it anew', async () => {
    const db = await filled();
    await start(db);
    const bytes = await readFile(file);
    bytes[bytes.length - 3] = (bytes.at(-3) ?? 0) ^ 1;
    await writeFile(file, bytes);
    expect([await start(db), await start(db)]).toEqual([passedOver('the sum of externalIds.ends is wrong'), []]);
    await writeFile(file, 'nonsense');
    expect(await start(db)).toEqual(passedOver('it ends too early'));
  });

  it('passes over the file of another store, and one of its own that was written before another', async () => {
    const [db, other] = [await filled(), await filled()];
    await start(other, { from: path.join(folder, 'other.bin') });
    await start(db);
    const strange = 'it belongs to another store, or to another past of this one';
    await copyFile(file, path.join(folder, 'kept.bin'));
    await copyFile(path.join(folder, 'other.bin'), file);
    expect(await start(db)).toEqual(passedOver(strange));
    await copyFile(path.join(folder, 'kept.bin'), file);
    expect(await start(db)).toEqual(passedOver(strange));
    // A store that was put back from a copy has the mark of then.
    await saveColumnsMark(db, 'mark-of-then');
    expect(await start(db)).toEqual(passedOver(strange));
  });

  it('passes over the file after something was removed or renamed', async () => {
    const db = await filled();
    await start(db);
    await nextEpoch(db);
    expect([await start(db), await start(db)]).toEqual([passedOver('something was removed or renamed since'), []]);
  });

  it('leaves nothing in the file of what was removed while it ran', async () => {
    const db = await filled();
    const { desk } = await openKept(db);
    const before = await readFile(file);
    await nextEpoch(db);
    await desk.refresh(null);
    // Written anew at once: the mark is another one, and the next start takes it.
    expect((await readFile(file)).equals(before)).toBe(false);
    expect(marks).toBe(2);
    await desk.close();
    expect(await start(db)).toEqual([]);
  });

  it('passes over the file of another version of the program, and names the one that ran, not what an update put there since', async () => {
    const db = await filled();
    let onDisk = 'the one that runs';
    const programMark = async () => onDisk;
    const { desk } = await openKept(db, { programMark });
    await say(db, 'new', monday + 5 * minute);
    onDisk = 'the next one';
    await desk.refresh(null);
    await desk.close();
    expect(await start(db, { programMark: async () => 'the next one' })).toEqual(passedOver('another version of the program wrote it'));
    expect([await start(db, { programMark }), await start(db)]).toEqual([[], passedOver('another version of the program wrote it')]);
  });

  it('says that the file cannot be written, and works without it', async () => {
    const db = await filled();
    const nowhere = path.join(folder, 'missing', 'columns.bin');
    const { desk, said } = await openKept(db, { from: nowhere });
    expect([figures(desk), said.length, said[1]]).toEqual([await truth(db), 2, expect.stringMatching(/^failure: .*could not be written/)]);
    await desk.close();
  });

  it('is read by commands, and never written by them', async () => {
    const db = await filled();
    await start(db);
    await say(db, 'new', monday + 5 * minute);
    const before = await readFile(file);
    const desk = await openDesk({ location: db.location, keep: { file, newMark: null } });
    expect(figures(desk)).toEqual(await truth(db));
    await desk.close();
    expect(await readFile(file)).toEqual(before);
  });
});
