// Surveys of the demo company: whom it asked about effort and recommendation, who answered, and what. Drawn from streams of its own, so nothing else moves.
import type { Db } from '#db/dialect/db.ts';
import type { Keys } from '#db/keys.ts';
import type { FactRecord } from '#db/model/fact-record.ts';
import { day, hour, type Instant, minute } from '#db/model/instant.ts';
import { defaultSurveySettings, surveyScales } from '#db/model/survey.ts';
import { hashSecret } from '#db/source-key.ts';
import { readFacts } from '#db/store/columns.ts';
import { type SurveyOffer, saveOffers } from '#db/store/surveys.ts';
import { surveyToken } from '#db/survey-token.ts';
import { openRandom, type Random } from './random.ts';

const batch = 2_000;

/** What customers of a channel expect to wait, and how many of them answer surveys. */
const habits: Readonly<Record<string, { readonly expectedMs: number; readonly answers: number }>> = {
  chat: { expectedMs: 4 * minute, answers: 0.24 },
  email: { expectedMs: 10 * hour, answers: 0.16 },
  web_form: { expectedMs: 10 * hour, answers: 0.17 },
  phone: { expectedMs: 2 * minute, answers: 0.2 },
  forum: { expectedMs: 14 * hour, answers: 0.1 },
};

/** Some languages answer surveys gladly, others seldom. */
const eagerness: Readonly<Record<string, number>> = { 'zh-Hans': 0.8, 'zh-Hant': 0.85, de: 1.35, fr: 1.1, ru: 0.7 };

export type OwnSurveys = { readonly db: Db; readonly keys: Keys; readonly seed: string; readonly now: Instant };

/** Offers for solved conversations that nobody else asked about; everything is decided by the seed and by what happened to them. */
export async function saveOwnSurveys({ db, keys, seed, now }: OwnSurveys): Promise<number> {
  let [afterChange, afterId, made] = [0, 0, 0];
  const records: FactRecord[] = [];
  // Read to the end before anything is written: writing moves conversations to the end of what is read.
  for (;;) {
    const found = await readFacts(db, { afterChange, afterId, limit: batch });
    records.push(...found.filter(mayBeAsked));
    const last = found.at(-1);
    if (last === undefined) break;
    [afterChange, afterId] = [last.change, last.id];
  }
  for (let from = 0; from < records.length; from += batch) {
    const offers = records.slice(from, from + batch).flatMap((record) => {
      const hash = (episode: number) => hashSecret(surveyToken(keys, record.id, episode));
      return offerTo(record, openRandom(`${seed}/own surveys/${record.externalId}`), { now, hash });
    });
    await saveOffers(db, offers);
    made += offers.length;
  }
  return made;
}

function mayBeAsked({ channel, exclusion, episodes, ratings, offers, arrivedAt }: FactRecord): boolean {
  const isSolved = episodes.at(-1)?.countsAsSolved === true;
  return (
    habits[channel] !== undefined && exclusion === null && arrivedAt !== null && isSolved && ratings.length + (offers?.length ?? 0) === 0
  );
}

function offerTo(record: FactRecord, random: Random, { now, hash }: { now: Instant; hash: (episode: number) => string }): SurveyOffer[] {
  const habit = habits[record.channel];
  const episode = record.episodes.at(-1);
  if (habit === undefined || episode?.solvedAt == null || !random.chance(0.72)) return [];
  const kind = random.chance(0.5) ? 'nps' : 'ces';
  const { min, max } = surveyScales[kind];
  const offeredAt = Math.round(episode.solvedAt + hour + random.logNormal(20 * minute, 0.6));
  if (offeredAt >= now) return [];
  const felt = contentment(record, habit.expectedMs, random);
  const isStirred = felt > 0.85 || felt < 0.25;
  const isWilling = random.chance(habit.answers * (eagerness[record.language] ?? 1) * (isStirred ? 1.2 : 0.75));
  const answeredAt = Math.round(offeredAt + random.logNormal(8 * hour, 1.1));
  const isReminded = answeredAt > offeredAt + 3 * day && random.chance(0.7);
  const isAnswered = isWilling && answeredAt < Math.min(now, offeredAt + defaultSurveySettings.expiryMs);
  const remindedAt = (isReminded || (!isAnswered && random.chance(0.55))) && offeredAt + 3 * day < now ? offeredAt + 3 * day : null;
  return [
    {
      tokenHash: hash(episode.ordinal),
      conversationId: record.id,
      episode: episode.ordinal,
      kind,
      channel: record.channel,
      language: record.language,
      offeredAt,
      expiresAt: offeredAt + defaultSurveySettings.expiryMs,
      reminders: remindedAt === null ? 0 : 1,
      remindedAt,
      answeredAt: isAnswered ? answeredAt : null,
      changedAt: null,
      value: isAnswered ? Math.round(min + (max - min) * felt) : null,
      scaleMin: min,
      scaleMax: max,
      comment: null,
      commentRedactions: [],
    },
  ];
}

/** From 0 to 1: long waits, asking again, coming back and a foreign language each take something away. */
function contentment({ waits, episodes }: FactRecord, expectedMs: number, random: Random): number {
  const longest = waits.reduce((most, wait) => Math.max(most, wait.calendarMs ?? 0), 0);
  const nudges = waits.reduce((sum, wait) => sum + wait.nudges, 0);
  const isForeign = waits.some((wait) => wait.languageMatch === false);
  const raw =
    1.02 -
    0.14 * Math.log2(1 + longest / expectedMs) -
    0.1 * nudges -
    (episodes.length > 1 ? 0.14 : 0) -
    (isForeign ? 0.2 : 0) +
    0.18 * random.normal();
  return Math.min(1, Math.max(0, raw));
}
