// The year of the demo company: releases, market moves, incidents, campaigns and holidays, decided by seed and day alone.
import { day, hour, type Instant } from '#db/model/instant.ts';
import { dayStart, dayText, localDay, weekday } from './local-time.ts';
import type { Random } from './random.ts';
import { campaignEffect, type Happening, incidentEffect, marketEffect, releaseEffect, stuckPendingEffect } from './story.ts';

/** A day off of the company, as its calendar has it. */
export type Closure = { readonly date: string; readonly label: string };

export type Release = { readonly version: string; readonly at: Instant };

export type Timeline = { readonly happenings: readonly Happening[]; readonly releases: readonly Release[] };

export type TimelinePlan = {
  readonly random: Random;
  readonly startAt: Instant;
  /** Everything is laid out up to the end of this day, whatever the hour is now. */
  readonly lastDay: number;
  readonly closures: readonly Closure[];
};

/** `count` day numbers, one in each equal part of the range, never at the very edge of its part, so that two are seldom close. */
function spread(random: Random, firstDay: number, lastDay: number, count: number): number[] {
  const part = (lastDay - firstDay) / count;
  return Array.from({ length: count }, (_, at) => Math.floor(firstDay + part * (at + 0.2 + 0.6 * random.next())));
}

/** The release day on or after a day: Tuesday to Thursday, as nobody ships before a weekend. */
function releaseDay(dayNumber: number): number {
  let found = dayNumber;
  while (weekday(found) < 1 || weekday(found) > 3) found += 1;
  return found;
}

/** Releases counted from the bad one, 7.4.0, which lies about two months back, so that a quarter shows it and its repair. */
function planReleases(random: Random, firstDay: number, lastDay: number): Release[] {
  const length = lastDay - firstDay;
  const badDay = releaseDay(Math.round(lastDay - Math.min(60, length * 0.55)));
  const at = (dayNumber: number): Instant => dayStart(dayNumber) + random.int(14, 17) * hour;
  const releases: Release[] = [{ version: '7.4.0', at: at(badDay) }];
  // Backwards 7.3, 7.2, 7.1, 7.0, 6.9 ... until one lies before the first day, so that somebody always has a version.
  let before = badDay;
  for (let minor = 73; before > firstDay; minor -= 1) {
    before = releaseDay(before - random.int(22, 28));
    releases.unshift({ version: `${Math.floor(minor / 10)}.${minor % 10}.0`, at: at(before) });
  }
  const repairs = [releaseDay(badDay + 6), releaseDay(badDay + 14)];
  repairs.forEach((dayNumber, nth) => {
    releases.push({ version: `7.4.${nth + 1}`, at: at(dayNumber) });
  });
  let after = badDay + 14;
  for (let minor = 5; ; minor += 1) {
    after = releaseDay(after + random.int(16, 21));
    if (after > lastDay) break;
    releases.push({ version: `7.${minor}.0`, at: at(after) });
  }
  return releases.filter((release) => release.at < dayStart(lastDay + 1));
}

function releaseHappenings(random: Random, releases: readonly Release[], firstDay: number): Happening[] {
  const repaired = releases.find((release) => release.version === '7.4.2');
  return releases
    .filter((release) => release.at >= dayStart(firstDay))
    .map((release) => {
      const isRepair = /^7\.4\.[12]$/.test(release.version);
      const size = isRepair ? 0.15 : 0.3 + 0.3 * random.next();
      const isBad = release.version === '7.4.0';
      const untilRepair = (repaired?.at ?? release.at + 14 * day) - release.at;
      return {
        kind: 'release',
        fromAt: release.at,
        toAt: release.at + 2 * hour,
        label: `App ${release.version}`,
        magnitude: null,
        effect: isBad ? stuckPendingEffect(untilRepair) : releaseEffect(size),
      };
    });
}

function marketMoves(random: Random, firstDay: number, lastDay: number): Happening[] {
  const months = (lastDay - firstDay) / 30.4;
  const count = Math.max(1, Math.round(months * 0.75));
  return spread(random, firstDay, lastDay - 5, count).map((dayNumber) => {
    const isFall = random.chance(0.66);
    const percent = (isFall ? -1 : 1) * Math.min(26, 6.5 + random.exponential(5.5));
    const fromAt = dayStart(dayNumber) + random.int(7, 23) * hour;
    const hours = random.int(18, 60);
    const coin = random.pick(['BTC', 'BTC', 'BTC', 'ETH']);
    const size = Math.round(percent * 10) / 10;
    return {
      kind: 'market',
      fromAt,
      toAt: fromAt + hours * hour,
      label: `${coin} ${size < 0 ? '−' : '+'}${Math.abs(size).toFixed(1)} %`,
      magnitude: size,
      effect: marketEffect(size),
    };
  });
}

const incidentKinds = [
  { story: 'tron-congestion', label: 'TRON congestion · TRON 网络拥堵', low: 9, high: 20 },
  { story: 'phishing-wave', label: 'Fake support sites · 假客服钓鱼网站', low: 50, high: 80 },
  { story: 'node-outage', label: 'Node provider outage · 节点服务商故障', low: 4, high: 9 },
  { story: 'gas-spike', label: 'Ethereum gas spike · 以太坊手续费飙升', low: 12, high: 26 },
  { story: 'sms-outage', label: 'SMS provider outage · 短信服务商故障', low: 5, high: 11 },
  { story: 'tron-congestion', label: 'TRON congestion · TRON 网络拥堵', low: 8, high: 16 },
  { story: 'node-outage', label: 'Node provider outage · 节点服务商故障', low: 3, high: 6 },
] as const;

function incidents(random: Random, firstDay: number, lastDay: number): Happening[] {
  const count = Math.max(1, Math.round(((lastDay - firstDay) / 365) * incidentKinds.length));
  return spread(random, firstDay, lastDay - 8, count).flatMap((dayNumber, nth) => {
    const kind = incidentKinds[nth % incidentKinds.length];
    if (kind === undefined) return [];
    const hours = random.int(kind.low, kind.high);
    const fromAt = dayStart(dayNumber) + random.int(8, 20) * hour + random.int(0, 50) * 60_000;
    const effect = incidentEffect(kind.story, hours * hour);
    return [{ kind: 'incident', fromAt, toAt: fromAt + hours * hour, label: kind.label, magnitude: hours, effect } satisfies Happening];
  });
}

function campaigns(random: Random, firstDay: number, lastDay: number): Happening[] {
  const count = Math.floor((lastDay - firstDay) / 150);
  return spread(random, firstDay, lastDay - 10, count).map((dayNumber) => {
    const fromAt = dayStart(dayNumber) + 10 * hour;
    const effect = campaignEffect(7 * day);
    return { kind: 'campaign', fromAt, toAt: fromAt + 7 * day, label: 'Staking season · 质押活动', magnitude: null, effect };
  });
}

/** Runs of days off with one name become one happening. */
function holidays(closures: readonly Closure[], firstDay: number, lastDay: number): Happening[] {
  const byDate = new Map(closures.map((closure) => [closure.date, closure.label]));
  const found: Happening[] = [];
  for (let dayNumber = firstDay; dayNumber <= lastDay; dayNumber += 1) {
    const label = byDate.get(dayText(dayNumber));
    if (label === undefined || byDate.get(dayText(dayNumber - 1)) === label) continue;
    let end = dayNumber + 1;
    while (byDate.get(dayText(end)) === label) end += 1;
    found.push({ kind: 'holiday', fromAt: dayStart(dayNumber), toAt: dayStart(end), label, magnitude: null, effect: null });
  }
  return found;
}

/** Lays out the whole time from `startAt` to the end of `lastDay`, oldest first. */
export function planTimeline(plan: TimelinePlan): Timeline {
  const firstDay = localDay(plan.startAt);
  const { random, lastDay } = plan;
  const releases = planReleases(random.fork('releases'), firstDay, lastDay);
  const happenings = [
    ...releaseHappenings(random.fork('release-sizes'), releases, firstDay),
    ...marketMoves(random.fork('market'), firstDay, lastDay),
    ...incidents(random.fork('incidents'), firstDay, lastDay),
    ...campaigns(random.fork('campaigns'), firstDay, lastDay),
    ...holidays(plan.closures, firstDay, lastDay),
  ];
  return { happenings: happenings.sort((a, b) => a.fromAt - b.fromAt), releases };
}

/** The version a customer runs at an instant: most update within days, some lag one release behind unless `isLatest`. */
export function versionAt(
  releases: readonly Release[],
  at: Instant,
  random: Random,
  isLatest: boolean,
): { readonly version: string; readonly previous: string } {
  let latest = releases.findLastIndex((release) => release.at <= at);
  const released = releases[latest];
  if (!isLatest && released !== undefined && latest > 0 && random.chance(Math.exp(-(at - released.at) / (4 * day)))) latest -= 1;
  const version = releases[Math.max(0, latest)]?.version ?? '7.0.0';
  return { version, previous: releases[Math.max(0, latest - 1)]?.version ?? version };
}
