// The loop of an issue as JSON: its steps on one clock, who has to be told, and whether it comes back after the fix.
import { rateRatioInterval } from '#api/stats/rate-ratio-interval.ts';
import { day, type Instant } from '#db/model/instant.ts';
import type { Issue, IssueState } from '#db/model/issue.ts';
import { readTrackerLink } from '#db/model/tracker-link.ts';
import type { Db } from '#db/open.ts';
import { countCustomersBetween, findFirstOf, findStateSteps, findTemplates, findToTell } from '#db/store/issue-loop.ts';
import { toIso, toIsoOrNull } from './to-iso.ts';
import { fillWords, usualWords } from './told-words.ts';

/** Longer ago is no measure of how it was before the fix. */
const mostBeforeMs = 28 * day;
const leastMs = day;

/** Customers a day after the fix against as long a time before it (at most four weeks), with the exact interval of the ratio. */
async function recurrenceOf(db: Db, { id, fixedAt }: Issue, firstAt: Instant | null, now: Instant) {
  if (fixedAt === null || now - fixedAt < leastMs) return null;
  const afterMs = now - fixedAt;
  const beforeMs = Math.min(mostBeforeMs, Math.max(leastMs, fixedAt - (firstAt ?? fixedAt - mostBeforeMs)));
  const before = await countCustomersBetween(db, id, { from: fixedAt - beforeMs, to: fixedAt });
  const after = await countCustomersBetween(db, id, { from: fixedAt, to: now });
  const interval = rateRatioInterval({ count: after, exposure: afterMs / day }, { count: before, exposure: beforeMs / day });
  const ratio = before === 0 ? null : after / afterMs / (before / beforeMs);
  return {
    before,
    beforeDays: beforeMs / day,
    after,
    afterDays: afterMs / day,
    ratio,
    interval: interval === null ? null : toPair(interval),
  };
}

const toPair = ([low, high]: readonly [number, number | null]): [number, number | null] => [low, high];

export async function toLoopJson(db: Db, issue: Issue, now: Instant) {
  const { id, state, owner, targetDay, link, fixedIn, fixedAt } = issue;
  const [firstAt, steps, customers, templates] = await Promise.all([
    findFirstOf(db, id),
    findStateSteps(db, id),
    findToTell(db, issue),
    findTemplates(db, id),
  ]);
  const told = customers.filter(({ toldAt }) => toldAt !== null);
  const at = (wanted: IssueState) => steps.find((step) => step.state === wanted)?.at ?? null;
  const lastTold = told.length > 0 && told.length === customers.length ? Math.max(...told.map(({ toldAt }) => toldAt ?? 0)) : null;
  const languages = [...new Set(customers.map(({ language }) => language))];
  return {
    state,
    owner,
    targetDay,
    link,
    tracker: link === null ? null : readTrackerLink(link),
    fixedIn,
    fixedAt: toIsoOrNull(fixedAt),
    clock: [
      { step: 'seen' as const, at: toIsoOrNull(firstAt) },
      { step: 'accepted' as const, at: toIsoOrNull(at('accepted')) },
      { step: 'with-product' as const, at: toIsoOrNull(at('with-product')) },
      { step: 'fixed' as const, at: toIsoOrNull(fixedAt) },
      { step: 'told' as const, at: toIsoOrNull(lastTold) },
    ].map((step) => ({ ...step, sinceMs: step.at === null || firstAt === null ? null : Date.parse(step.at) - firstAt })),
    openMs: firstAt === null ? null : (fixedAt ?? now) - firstAt,
    recurrence: await recurrenceOf(db, issue, firstAt, now),
    customers: customers.length,
    told: told.length,
    templates: languages.map((language) => {
      const body = templates.get(language) ?? usualWords(language);
      return { language, body, isOwn: templates.has(language), filled: fillWords(body, language, issue) };
    }),
    asOf: toIso(now),
  };
}
