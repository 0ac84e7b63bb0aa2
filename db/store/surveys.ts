// Offers of our own survey: made for a solved episode, reminded of, answered and changed within their time.
import { and, desc, eq, isNotNull } from 'drizzle-orm';
import type { Db } from '../dialect/db.ts';
import { inList } from '../dialect/in-list.ts';
import { lockChanges } from '../dialect/lock-changes.ts';
import { inTransaction } from '../dialect/transaction.ts';
import { insertRows } from '../dialect/write-rows.ts';
import { AppError } from '../model/errors.ts';
import type { Instant } from '../model/instant.ts';
import type { RedactedText } from '../model/redacted-text.ts';
import { type SurveySettings, surveyScales } from '../model/survey.ts';
import { takeNumbers } from './change-state.ts';
import { reindex } from './search-entries.ts';

export type SurveyOffer = Db['tables']['surveyOffer']['$inferSelect'];

export type OfferOrder = {
  readonly conversationId: number;
  /** Hash of the token for an episode. */
  readonly hashOf: (episode: number) => string;
  readonly now: Instant;
  /** True: the link is sent once more, which counts against the cap. */
  readonly isReminder: boolean;
};

/** Whoever follows the columns has to look at the conversation again. */
async function touch(tx: Db, conversationId: number): Promise<void> {
  const { conversation } = tx.tables;
  const { change } = await takeNumbers(tx, 0);
  await tx.query.update(conversation).set({ change }).where(eq(conversation.id, conversationId));
}

/** The last episode of a conversation, where it was solved long enough ago; `conflict` says why it cannot be asked about. */
async function getSolvedEpisode(tx: Db, conversationId: number, latest: Instant) {
  const { conversation, episode } = tx.tables;
  const [found] = await tx.query
    .select({
      exclusion: conversation.exclusion,
      channel: conversation.channel,
      language: conversation.language,
      ordinal: episode.ordinal,
      solvedAt: episode.solvedAt,
      countsAsSolved: episode.countsAsSolved,
    })
    .from(episode)
    .innerJoin(conversation, eq(conversation.id, episode.conversationId))
    .where(eq(episode.conversationId, conversationId))
    .orderBy(desc(episode.position))
    .limit(1);
  if (found === undefined || found.solvedAt === null || !found.countsAsSolved)
    throw new AppError('conflict', 'not solved: a survey asks about a solution');
  if (found.exclusion !== null) throw new AppError('conflict', `left out of all figures (${found.exclusion}): nobody is asked about it`);
  if (found.solvedAt > latest) throw new AppError('conflict', 'solved a moment ago: the settings of the survey ask for more time');
  return found;
}

/** The offer for the last solved episode, made where there is none yet. The same again changes nothing, unless it is a reminder. */
export async function offerSurvey(db: Db, settings: SurveySettings, order: OfferOrder): Promise<SurveyOffer> {
  if (!settings.isOn) throw new AppError('conflict', 'the survey is off; turn it on under Settings, Survey');
  const { conversationId, now } = order;
  return await inTransaction(db, async (tx) => {
    await lockChanges(tx);
    const { ordinal, channel, language } = await getSolvedEpisode(tx, conversationId, now - settings.delayMs);
    const { surveyOffer } = tx.tables;
    const isThis = and(eq(surveyOffer.conversationId, conversationId), eq(surveyOffer.episode, ordinal));
    const [known] = await tx.query.select().from(surveyOffer).where(isThis);
    if (known !== undefined) return order.isReminder ? await remind(tx, settings, known, now) : known;
    if (order.isReminder) throw new AppError('conflict', 'nobody was asked yet: there is nothing to remind of');
    const { min, max } = surveyScales[settings.kind];
    const offer: SurveyOffer = {
      tokenHash: order.hashOf(ordinal),
      conversationId,
      episode: ordinal,
      kind: settings.kind,
      channel,
      language,
      offeredAt: now,
      expiresAt: now + settings.expiryMs,
      reminders: 0,
      remindedAt: null,
      answeredAt: null,
      changedAt: null,
      value: null,
      scaleMin: min,
      scaleMax: max,
      comment: null,
      commentRedactions: [],
    };
    await tx.query.insert(surveyOffer).values(offer);
    await touch(tx, conversationId);
    return offer;
  });
}

/** Why a reminder is not due; null where it is. */
export function reminderRefusal(
  { reminderCap, reminderAfterMs }: Pick<SurveySettings, 'reminderCap' | 'reminderAfterMs'>,
  offer: Pick<SurveyOffer, 'answeredAt' | 'expiresAt' | 'reminders' | 'remindedAt' | 'offeredAt'>,
  now: Instant,
): string | null {
  if (offer.answeredAt !== null) return 'answered already: a reminder would only annoy';
  if (now >= offer.expiresAt) return 'the link has expired';
  if (offer.reminders >= reminderCap) return `reminded ${offer.reminders} times already, which is the most that the settings allow`;
  return now < (offer.remindedAt ?? offer.offeredAt) + reminderAfterMs ? 'too soon after the last word' : null;
}

async function remind(tx: Db, settings: SurveySettings, offer: SurveyOffer, now: Instant): Promise<SurveyOffer> {
  const refusal = reminderRefusal(settings, offer, now);
  if (refusal !== null) throw new AppError('conflict', refusal);
  const { surveyOffer } = tx.tables;
  const change = { reminders: offer.reminders + 1, remindedAt: now };
  await tx.query.update(surveyOffer).set(change).where(eq(surveyOffer.tokenHash, offer.tokenHash));
  return { ...offer, ...change };
}

/** Writes finished offers, of conversations that have none yet, and tells whoever follows the columns. */
export async function saveOffers(db: Db, offers: readonly SurveyOffer[]): Promise<void> {
  if (offers.length === 0) return;
  await inTransaction(db, async (tx) => {
    await lockChanges(tx);
    const { conversation, surveyOffer } = tx.tables;
    await insertRows(tx, surveyOffer, offers);
    const { change } = await takeNumbers(tx, 0);
    const ids = offers.map(({ conversationId }) => conversationId);
    await tx.query
      .update(conversation)
      .set({ change })
      .where(inList(tx, conversation.id, ids));
    const commented = offers.filter(({ comment }) => comment !== null);
    await reindex(tx, [...new Set(commented.map(({ conversationId }) => conversationId))]);
  });
}

/** Null where no link has this hash: forged, or of a conversation that is gone. */
export async function findOffer(db: Db, tokenHash: string): Promise<SurveyOffer | null> {
  const { surveyOffer } = db.tables;
  const [found] = await db.query.select().from(surveyOffer).where(eq(surveyOffer.tokenHash, tokenHash));
  return found ?? null;
}

/** `open`: can be answered. `changeable`: answered, and can still be changed. `final`: answered for good. `expired`: never answered. */
export function offerState(
  { answeredAt, expiresAt }: SurveyOffer,
  changeMs: number,
  now: Instant,
): 'open' | 'changeable' | 'final' | 'expired' {
  if (answeredAt === null) return now < expiresAt ? 'open' : 'expired';
  return now < answeredAt + changeMs ? 'changeable' : 'final';
}

export type SurveyAnswer = { readonly value: number; readonly comment: RedactedText | null; readonly redactions: readonly string[] };

/**
 * Writes an answer. The same one again changes nothing; another takes its place while it may be changed. `not_found` for an unknown
 * link, `conflict` for one that is past its time, `invalid` for a value that is not on the scale.
 */
export async function answerOffer(
  db: Db,
  { tokenHash, changeMs, now }: { readonly tokenHash: string; readonly changeMs: number; readonly now: Instant },
  { value, comment, redactions }: SurveyAnswer,
): Promise<SurveyOffer> {
  return await inTransaction(db, async (tx) => {
    await lockChanges(tx);
    const offer = await findOffer(tx, tokenHash);
    if (offer === null) throw new AppError('not_found', 'no such survey');
    if (!Number.isInteger(value) || value < offer.scaleMin || value > offer.scaleMax)
      throw new AppError('invalid', `not on the scale from ${offer.scaleMin} to ${offer.scaleMax}`);
    if (offer.value === value && offer.comment === comment) return offer;
    const state = offerState(offer, changeMs, now);
    if (state === 'expired') throw new AppError('conflict', 'this survey has ended');
    if (state === 'final') throw new AppError('conflict', 'this survey was answered, and can no longer be changed');
    const change = {
      value,
      comment,
      commentRedactions: redactions,
      answeredAt: offer.answeredAt ?? now,
      changedAt: offer.answeredAt === null ? null : now,
    };
    const { surveyOffer } = tx.tables;
    await tx.query.update(surveyOffer).set(change).where(eq(surveyOffer.tokenHash, tokenHash));
    await touch(tx, offer.conversationId);
    if (offer.comment !== comment) await reindex(tx, [offer.conversationId]);
    return { ...offer, ...change };
  });
}

/** Takes what was written to our own surveys about these conversations; the answers themselves stay. */
export async function forgetSurveyComments(tx: Db, sourceId: string, externalIds: readonly string[]): Promise<void> {
  const { conversation: c, surveyOffer: o } = tx.tables;
  if (externalIds.length === 0) return;
  const ids = await tx.query
    .select({ id: c.id })
    .from(c)
    .where(and(eq(c.sourceId, sourceId), inList(tx, c.externalId, externalIds)));
  const asked = and(
    isNotNull(o.comment),
    inList(
      tx,
      o.conversationId,
      ids.map(({ id }) => id),
    ),
  );
  const forgotten = await tx.query.update(o).set({ comment: null, commentRedactions: [] }).where(asked).returning({ id: o.conversationId });
  await reindex(tx, [...new Set(forgotten.map(({ id }) => id))]);
}
