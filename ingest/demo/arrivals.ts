// Who writes when, where and about what: arrivals drawn from quiet weekly cycles plus what happenings add.
import { hour, type Instant } from '#db/model/instant.ts';
import { type Category, type Channel, categories, categoryProfile, channelTilt, type Language } from './company.ts';
import { localDay, localHour, weekday } from './local-time.ts';
import { channelShares, holidayArrivals, hourCurve, type Market, markets, weekdayCurve } from './markets.ts';
import { drawIndex, drawKey, type Random, runningSums } from './random.ts';
import { effectAt, type Happening } from './story.ts';

export type Arrival = {
  readonly at: Instant;
  readonly market: Market;
  readonly channel: Channel;
  readonly category: Category;
  /** What brought this one about; null for an ordinary day. */
  readonly cause: Happening | null;
  /** 0 calm to 1 furious, before any waiting. */
  readonly upset: number;
};

export type ArrivalPlan = {
  readonly random: Random;
  readonly startAt: Instant;
  readonly endAt: Instant;
  readonly count: number;
  readonly happenings: readonly Happening[];
  /** Day numbers on which the company is closed besides weekends. */
  readonly closedDays: ReadonlySet<number>;
  /** Day numbers on which the West writes less. */
  readonly quietDays: ReadonlySet<number>;
};

/** Mild growth over the whole time, and weeks that are a little busier or quieter than their neighbours. */
function weekLevels(plan: ArrivalPlan): (at: Instant) => number {
  const weeks = Math.ceil((plan.endAt - plan.startAt) / (168 * hour)) + 1;
  const random = plan.random.fork('weeks');
  let drift = 0;
  const levels = Array.from({ length: weeks }, (_, week) => {
    drift = 0.6 * drift + 0.035 * random.normal();
    return (1 + (0.16 * week) / weeks) * Math.exp(drift);
  });
  return (at) => levels[Math.floor((at - plan.startAt) / (168 * hour))] ?? 1;
}

/** What a day of its own does to a market: holidays at home, and the quiet days around Christmas in the West. */
function dayLevel(market: Market, dayNumber: number, plan: ArrivalPlan): number {
  if (market.country === 'CN') return plan.closedDays.has(dayNumber) && weekday(dayNumber) < 5 ? holidayArrivals : 1;
  return !market.language.startsWith('zh') && plan.quietDays.has(dayNumber) ? 0.66 : 1;
}

function quietRate(market: Market, at: Instant, plan: ArrivalPlan): number {
  const offset = market.offset * hour;
  const dayNumber = localDay(at, offset);
  const curve = hourCurve[Math.floor(localHour(at, offset))] ?? 1;
  return market.share * curve * (weekdayCurve[weekday(dayNumber)] ?? 1) * dayLevel(market, dayNumber, plan);
}

type Cells = { readonly weights: number[]; readonly markets: number[]; readonly hours: number[]; readonly causes: number[] };

/** One cell per market and hour for quiet times, and one more per happening that still moves that hour. */
function buildCells(plan: ArrivalPlan): Cells {
  const cells: Cells = { weights: [], markets: [], hours: [], causes: [] };
  const level = weekLevels(plan);
  const moving = plan.happenings.flatMap((happening, index) =>
    happening.effect === null ? [] : [{ index, effect: happening.effect, from: happening.fromAt }],
  );
  const hours = Math.ceil((plan.endAt - plan.startAt) / hour);
  for (let nth = 0; nth < hours; nth += 1) {
    const at = plan.startAt + nth * hour;
    const boosts = moving
      .map(({ index, effect, from }) => ({ index, boost: effectAt(effect, at + hour / 2 - from) }))
      .filter(({ boost }) => boost > 0);
    const weekLevel = level(at);
    markets.forEach((market, marketIndex) => {
      const rate = quietRate(market, at, plan) * weekLevel;
      const add = (weight: number, cause: number): void => {
        if (weight <= 0) return;
        cells.weights.push(weight);
        cells.markets.push(marketIndex);
        cells.hours.push(nth);
        cells.causes.push(cause);
      };
      add(rate, -1);
      // A crash at night wakes people up, so happenings follow the daily curve only in part.
      for (const { boost, index } of boosts) add(boost * (0.65 * rate + 0.35 * market.share), index);
    });
  }
  return cells;
}

/** True on working days of the company between two local hours. */
export function isWorkingHour(at: Instant, closedDays: ReadonlySet<number>, from: number, to: number): boolean {
  const dayNumber = localDay(at);
  const hourOfDay = localHour(at);
  return weekday(dayNumber) < 5 && !closedDays.has(dayNumber) && hourOfDay >= from && hourOfDay < to;
}

/** Chinese and English are chatted in around the clock, the other languages while somebody who speaks them is in. */
function hasNativeChat(language: Language, at: Instant, closedDays: ReadonlySet<number>): boolean {
  if (language === 'zh-Hans' || language === 'zh-Hant' || language === 'en') return true;
  return isWorkingHour(at, closedDays, language === 'es' ? 15 : 13, language === 'es' ? 23 : 21);
}

function drawChannel(random: Random, market: Market, at: Instant, closedDays: ReadonlySet<number>): Channel {
  const shares = channelShares[market.language];
  // Phones are answered on working days only; at other times the line says so and nothing is recorded.
  const phone = isWorkingHour(at, closedDays, 8, 19.8) ? shares.phone * 1.9 : 0;
  // Mainland customers can hardly reach Twitter; those abroad can.
  const twitter = market.country === 'CN' ? shares.twitter * 0.5 : Math.max(shares.twitter, 4);
  // Outside those hours the chat window offers a form instead; who insists is answered in English.
  const chat = hasNativeChat(market.language, at, closedDays) ? shares.chat * 1.15 : shares.chat * 0.12;
  return drawKey(random, [
    ['chat', chat],
    ['email', shares.email],
    ['web_form', shares.web_form + 0.6 * Math.max(0, shares.chat - chat)],
    ['forum', shares.forum],
    ['twitter', twitter],
    ['app_store_review', shares.app_store_review],
    ['phone', phone],
  ]);
}

/** Draws exactly `count` arrivals in `[startAt, endAt)`, oldest first. */
export function drawArrivals(plan: ArrivalPlan): Arrival[] {
  const cells = buildCells(plan);
  const sums = runningSums(cells.weights);
  const random = plan.random.fork('draws');
  const topics = topicDrawers(plan.happenings);
  const arrivals = Array.from({ length: plan.count }, (): Arrival => {
    const cell = drawIndex(random, sums);
    const market = markets[cells.markets[cell] ?? 0];
    if (market === undefined) throw new RangeError('a cell without a market');
    const from = plan.startAt + (cells.hours[cell] ?? 0) * hour;
    const at = Math.floor(from + random.next() * Math.min(hour, plan.endAt - from));
    const causeIndex = cells.causes[cell] ?? -1;
    const cause = plan.happenings[causeIndex] ?? null;
    const channel = drawChannel(random, market, at, plan.closedDays);
    const category = topics(random, channel, causeIndex);
    const upset = categoryProfile[category].upset + (cause?.effect?.upset ?? 0) + 0.15 * random.normal();
    return { at, market, channel, category, cause, upset: Math.min(1, Math.max(0, upset)) };
  });
  return arrivals.sort((a, b) => a.at - b.at);
}

/** Topic tables by channel and cause, made once each: they are asked for tens of thousands of times. */
function topicDrawers(happenings: readonly Happening[]): (random: Random, channel: Channel, cause: number) => Category {
  const tables = new Map<string, number[]>();
  return (random, channel, cause) => {
    const key = `${channel}/${cause}`;
    let sums = tables.get(key);
    if (sums === undefined) {
      const mix = happenings[cause]?.effect?.mix;
      const tilt = channelTilt[channel];
      sums = runningSums(
        categories.map((category) => (mix === undefined ? categoryProfile[category].weight : (mix[category] ?? 0)) * (tilt[category] ?? 1)),
      );
      tables.set(key, sums);
    }
    return categories[drawIndex(random, sums)] ?? 'other';
  };
}
