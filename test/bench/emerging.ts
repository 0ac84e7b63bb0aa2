// The bench of alerts: the demo's 30,000 conversations as a stream; false alarms on it, and issues of real texts planted into it.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { fewestCustomers, findSurprises } from '#api/emerging/surprise.ts';
import { day, hour, type Instant } from '#db/model/instant.ts';
import { openDb } from '#db/open.ts';
import { findEvents } from '#db/store/events.ts';
import { groupBy } from '#db/store/group-by.ts';
import { findMembers, findPlacedTexts } from '#db/store/issue-members.ts';
import { findIssues } from '#db/store/issues.ts';
import { drawnMs, drawTo, fewestLonely } from '#ingest/issues/bear-issues.ts';
import { groupMessages, leastLikeness } from '#ingest/issues/group-messages.ts';
import { openShippedSpace, type Point } from '#ingest/issues/message-space.ts';
import { openPlacer } from '#ingest/issues/placer.ts';
import { seededRandom } from '#ingest/learn/seeded.ts';
import { readIssueSources } from '#ingest/training/issue-sources.ts';

const [store = '', data = '../shared/data', trialCount = '120', seed = '11'] = process.argv.slice(2);
const say = (words: string) => process.stdout.write(`${words}\n`);
const week = 7 * day;

type Arrival = { readonly at: Instant; readonly issueId: string; readonly voice: string };

/** Customers in the day up to `now` and in the same day of eight weeks before. */
function windowsAt(arrivals: readonly Arrival[], now: Instant) {
  const counts = new Map<string, Set<string>[]>();
  for (const { at, issueId, voice } of arrivals) {
    const back = Math.floor((now - at) / week);
    if (at > now || back > 8 || (now - at) % week >= day) continue;
    const sets = counts.get(issueId) ?? Array.from({ length: 9 }, () => new Set<string>());
    sets[back]?.add(voice);
    counts.set(issueId, sets);
  }
  return [...counts]
    .map(([issueId, sets]) => ({ issueId, customers: sets[0]?.size ?? 0, weeks: sets.slice(1).map((set) => set.size) }))
    .filter(({ customers }) => customers >= fewestCustomers);
}

type Said = { readonly point: Point; readonly at: Instant; readonly voice: string };
type Alert = { readonly issueId: string; readonly at: Instant };

/** All alerts of a stream, looked at every hour; one that goes on or comes back within a week is the same. */
function alertsOf(arrivals: readonly Arrival[], from: Instant, to: Instant, tests: number): Alert[] {
  const last = new Map<string, Instant>();
  const alerts: Alert[] = [];
  let first = 0;
  for (let now = from; now <= to; now += hour) {
    while ((arrivals[first]?.at ?? now) < now - 8 * week - day) first += 1;
    const end = arrivals.findIndex(({ at }, index) => index > first && at > now);
    const within = arrivals.slice(first, end < 0 ? undefined : end);
    for (const { issueId } of findSurprises(windowsAt(within, now), tests)) {
      if (now - (last.get(issueId) ?? Number.NEGATIVE_INFINITY) > week) alerts.push({ issueId, at: now });
      last.set(issueId, now);
    }
  }
  return alerts;
}

if (!existsSync(store) || !existsSync(path.resolve(data))) {
  say('usage: node --import tsx test/bench/emerging.ts STORE/huiyin.db DATA-FOLDER [TRIALS] [SEED]; the store is a seeded demo');
  process.exitCode = 1;
} else {
  const db = await openDb(store, { migrate: false });
  const space = openShippedSpace();
  const issues = await findIssues(db);
  const members = (await Promise.all(issues.map(({ id }) => findMembers(db, id)))).flat();
  const arrivals = members
    .flatMap(({ arrivedAt, issueId, voice }) => (arrivedAt === null || issueId === null ? [] : [{ at: arrivedAt, issueId, voice }]))
    .sort((a, b) => a.at - b.at);
  const start = (arrivals[0]?.at ?? 0) + 9 * week;
  const end = arrivals.at(-1)?.at ?? 0;
  const months = (end - start) / (30 * day);

  // Everything stays at its weekday and hour, in another week: what happened in the year is gone, its rhythm is not.
  const random = seededRandom(Number(seed));
  const calm = arrivals
    .map((one) => ({ ...one, at: end - (((end - one.at) % week) + week * Math.floor(random() * 52)) }))
    .sort((a, b) => a.at - b.at);
  const calmStart = (calm[0]?.at ?? 0) + 9 * week;
  const calmAlerts = alertsOf(calm, calmStart, end, issues.length);
  say(`calm year: ${calmAlerts.length} false alarms in ${((end - calmStart) / (30 * day)).toFixed(1)} months`);

  const happenings = (await findEvents(db, null)).filter(({ kind }) => kind !== 'holiday');
  const alerts = alertsOf(arrivals, start, end, issues.length);
  const isToldOf = ({ at }: Alert) => happenings.some(({ fromAt, toAt }) => at >= fromAt && at <= toAt + 4 * day);
  const untold = alerts.filter((alert) => !isToldOf(alert));
  say(
    `the demo's own year: ${alerts.length} alerts in ${months.toFixed(1)} months, ${untold.length} of them without a release, incident, campaign or market move in the four days before`,
  );

  const placer = openPlacer(issues, space.size);
  const lonely = await findMembers(db, null);
  const lonelyTexts = await findPlacedTexts(
    db,
    lonely.map(({ conversationId }) => conversationId),
  );
  const lonelyPoints = lonely.flatMap(({ conversationId, arrivedAt, voice }) => {
    const point = space.place(lonelyTexts.get(conversationId)?.body ?? '');
    return point === null || arrivedAt === null ? [] : [{ point, at: arrivedAt, voice }];
  });
  const placedTexts = await findPlacedTexts(
    db,
    members.map(({ conversationId }) => conversationId),
  );
  const placedPoints = members.flatMap(({ conversationId, arrivedAt, voice, score }) => {
    const point = space.place(placedTexts.get(conversationId)?.body ?? '');
    return point === null || arrivedAt === null ? [] : [{ point, at: arrivedAt, voice, score }];
  });
  await db.close();

  /** What a group that is like no issue counts, with those of the last two days that are nearer to it than to their issues. */
  const withDrawn = (group: readonly Said[], placed: readonly (Said & { score: number | null })[]): Said[] => {
    if (new Set(group.map(({ voice }) => voice)).size < fewestLonely) return [...group];
    const points = group.map(({ point }) => point);
    return [...group, ...drawTo(points, placed)];
  };
  const bornOf = (lonelies: readonly Said[], placed: readonly (Said & { score: number | null })[]): Said[][] => {
    const groups = groupMessages(
      lonelies.map(({ point }) => point),
      { leastLikeness, sample: 600, random: seededRandom(1) },
    );
    const byGroup = groupBy(
      lonelies.map((one, index) => ({ one, group: groups[index] ?? 0 })),
      ({ group }) => group,
    );
    return [...byGroup.values()].map((group) =>
      withDrawn(
        group.map(({ one }) => one),
        placed,
      ),
    );
  };

  // Births in the calm year, looked for every four hours: the same people within a week are the same alarm.
  const calmAt = (at: Instant) => end - (((end - at) % week) + week * Math.floor(random() * 52));
  const calmLonely = lonelyPoints.map((one) => ({ ...one, at: calmAt(one.at) })).sort((a, b) => a.at - b.at);
  const calmPlaced = placedPoints.map((one) => ({ ...one, at: calmAt(one.at) })).sort((a, b) => a.at - b.at);
  let births: { readonly at: Instant; readonly voices: ReadonlySet<string> }[] = [];
  let falseBirths = 0;
  for (let now = calmStart; now <= end; now += 4 * hour) {
    const pool = calmLonely.filter(({ at }) => at <= now && at > now - 14 * day);
    const placed = calmPlaced.filter(({ at }) => at <= now && at > now - drawnMs);
    births = births.filter(({ at }) => at > now - week);
    for (const group of bornOf(pool, placed)) {
      const voices = new Set(group.map(({ voice }) => voice));
      if (voices.size < fewestCustomers || births.some((known) => [...voices].some((voice) => known.voices.has(voice)))) continue;
      const counted = windowsAt(
        group.map(({ at, voice }) => ({ at, voice, issueId: 'born' })),
        now,
      );
      if (findSurprises(counted, issues.length + 1).length === 0) continue;
      births.push({ at: now, voices });
      falseBirths += 1;
    }
  }
  say(`calm year, issues born: ${falseBirths} more false alarms`);

  const { banking } = await readIssueSources(data);
  const byIntent = new Map<string, string[]>();
  for (const { text, label } of banking) byIntent.set(label, [...(byIntent.get(label) ?? []), text]);
  const intents = [...byIntent.keys()].sort();

  /** Hours until the planted issue is told, whatever it is called; null where a day passes. `isKnown`: every message is placed rightly. */
  const plant = (trial: number, isKnown: boolean): { customers: number; hours: number | null } => {
    const customers = [5, 8, 12, 20, 35, 50][trial % 6] ?? 5;
    const intent = byIntent.get(intents[Math.floor(random() * intents.length)] ?? '') ?? [];
    const from = start + random() * (end - start - day);
    const times = Array.from({ length: customers }, () => from + random() * day).sort((a, b) => a - b);
    const before = arrivals.filter(({ at }) => at > from - 9 * week && at <= from + day);
    const placed: Arrival[] = [];
    const alone: Said[] = [];
    const strays: (Said & { score: number | null })[] = [];
    const nearby = placedPoints.filter(({ at }) => at > from - drawnMs && at <= from + day);
    const pool = lonelyPoints.filter(({ at }) => at > from - 14 * day && at <= from + day);
    for (const [nth, at] of times.entries()) {
      const point = space.place(intent[Math.floor(random() * intent.length)] ?? '');
      if (point === null) continue;
      const voice = `planted ${nth}`;
      const placement = placer.place(point);
      const issueId = isKnown ? 'planted' : placement?.issueId;
      if (placement !== null && !isKnown) strays.push({ point, at, voice, score: placement.score });
      if (issueId !== undefined) placed.push({ at, issueId, voice });
      else alone.push({ point, at, voice });
      const groups = bornOf([...alone, ...pool.filter((one) => one.at <= at)], [...strays, ...nearby.filter((one) => one.at <= at)]);
      const born = groups.flatMap((group, nth) => {
        const isMine = group.some((one) => one.voice.startsWith('planted'));
        return isMine ? group.map((one) => ({ at: one.at, voice: one.voice, issueId: `born ${nth}` })) : [];
      });
      const now = [...before.filter((one) => one.at <= at), ...placed, ...born];
      const mine = new Set([...placed, ...born].map((one) => one.issueId));
      if (findSurprises(windowsAt(now, at), issues.length + 1).some((found) => mine.has(found.issueId)))
        return { customers, hours: (at - from) / hour };
    }
    return { customers, hours: null };
  };
  for (const isKnown of [true, false]) {
    const trials = Array.from({ length: Number(trialCount) }, (_, trial) => plant(trial, isKnown));
    say(isKnown ? 'planted, every message placed rightly (the alert alone):' : 'planted, real texts through the grouping:');
    for (const n of new Set(trials.map(({ customers }) => customers))) {
      const own = trials.filter(({ customers }) => customers === n);
      const found = own.flatMap(({ hours }) => hours ?? []).sort((a, b) => a - b);
      const half = found[Math.floor(found.length / 2)]?.toFixed(1) ?? '-';
      say(`  ${n} customers in a day: ${found.length} of ${own.length} found within 24 h, half within ${half} h`);
    }
    const all = trials.filter(({ hours }) => hours !== null).length;
    say(`  in all: ${all} of ${trials.length} (${((100 * all) / trials.length).toFixed(1)} %)`);
  }
}
