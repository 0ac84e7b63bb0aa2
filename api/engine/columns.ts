// The columns: everything the metrics ask about, held in typed arrays, built from fact records and kept current by them.
import { timeToAnswer } from '#db/facts/answered-offers.ts';
import { type ComplaintRecord, isLoud } from '#db/model/complaint.ts';
import type { EpisodeRecord, FactRecord, OfferRecord, RatingRecord, ReviewRecord, WaitRecord } from '#db/model/fact-record.ts';
import { arrivalOrder } from './arrival-order.ts';
import { type AtomRow, AtomTable, emptyRow } from './atom-table.ts';
import { caseCode, claimCode, clockCode, complaintCodes } from './complaint-traits.ts';
import { Dictionary } from './dictionary.ts';
import { effortParts } from './effort-parts.ts';
import { grown } from './grown.ts';
import { openPrepared } from './prepared.ts';
import { gone, Profiles } from './profiles.ts';
import { RecordIndex } from './record-index.ts';
import { calendarOf, firstWait, reopeningKnownAt } from './record-parts.ts';
import { scoreUnit } from './score-unit.ts';
import { toneCode } from './tone-code.ts';
import {
  conversationCode,
  conversationCodes,
  episodeCode,
  episodeCodes,
  harmDigit,
  noticeCode,
  noticeCodes,
  offerCode,
  ratingCode,
  ratingCodes,
  reviewCode,
  reviewCodes,
  waitCode,
  waitCodes,
} from './traits.ts';

/** The tables, one for each kind of row. */
export const tableNames = ['conversation', 'wait', 'episode', 'rating', 'notice', 'complaint', 'review'] as const;

export class Columns {
  /** The change number up to which the store has been taken over. */
  change = 0;
  readonly profiles = new Profiles();
  readonly prepared = openPrepared();
  readonly agents = new Dictionary();
  readonly calendars = new Dictionary();
  /** `promiseId version`, as one name. */
  readonly promises = new Dictionary();
  readonly conversation = new AtomTable(conversationCodes.size);
  readonly wait = new AtomTable(waitCodes.size);
  readonly episode = new AtomTable(episodeCodes.size);
  readonly rating = new AtomTable(ratingCodes.size);
  /** First waits that began under a wait-time notice; `value` is the promised minimum, `due` the end of the promised range. */
  readonly notice = new AtomTable(noticeCodes.size);
  /** Complaints: one row for each, one for each of its clocks and one for its claim; `ordinal` tells the clocks apart in lists. */
  readonly complaint = new AtomTable(complaintCodes.size);
  /** Replies that were reviewed; `value` is the score, `workingMs` the weight of its draw. */
  readonly review = new AtomTable(reviewCodes.size);
  /** By conversation number: the harm it tells of, as a code. */
  harms = new Uint8Array(0);
  /** By conversation number: the mood of the first and the last scored message, -1 to 1; NaN where there is none. */
  openings = new Float64Array(0);
  closings = new Float64Array(0);
  /** By conversation number: how its first answer is worded, as a code. */
  tones = new Uint8Array(0);
  /** What the last instant made of it; nothing after a change. */
  urgency: { readonly at: number; readonly codes: Uint8Array } | null = null;
  readonly records = new RecordIndex();
  private readonly row: AtomRow = emptyRow();
  private latestMessageAt: number | null | undefined;

  /** Takes over new and changed conversations; those that are known already are replaced whole. */
  apply(records: readonly FactRecord[]): void {
    this.latestMessageAt = undefined;
    this.urgency = null;
    const replaced = new Uint8Array(this.records.size);
    let anyReplaced = false;
    for (const record of records) {
      const known = this.records.find(record.id);
      if (known < 0) continue;
      replaced[known] = 1;
      anyReplaced = true;
    }
    if (anyReplaced) for (const table of this.tables()) table.removeAll(replaced);
    // A page may hold one conversation twice, changed while the pages were read: the later record stands.
    const latest = new Map(records.map((record) => [record.id, record]));
    for (const record of latest.values()) this.add(record);
    for (const record of records) this.change = Math.max(this.change, record.change);
    if (this.tables().some(isUntidy)) this.settle();
  }

  /** Puts rows into the order of their arrival and leaves out replaced ones: a range is a stretch of rows then. */
  settle(): void {
    for (const table of this.tables()) {
      if (table.sortedTo === table.length && table.goneCount === 0) continue;
      const { order, dated } = arrivalOrder(table);
      table.reorder(order, dated);
    }
  }

  /** The id in the store and the id in the source of a record. */
  idOf(record: number): number {
    return this.records.idOf(record);
  }

  externalIdOf(record: number): string {
    return this.records.externalIdOf(record);
  }

  /** The latest message of all conversations; null for an empty store. */
  lastMessageAt(): number | null {
    if (this.latestMessageAt !== undefined) return this.latestMessageAt;
    const { profile, until, length } = this.conversation;
    let latest = Number.NEGATIVE_INFINITY;
    for (let row = 0; row < length; row += 1) {
      const at = until[row] ?? Number.NaN;
      if (at > latest && profile[row] !== gone) latest = at;
    }
    this.latestMessageAt = latest === Number.NEGATIVE_INFINITY ? null : latest;
    return this.latestMessageAt;
  }

  get byteLength(): number {
    const { records, harms, openings, closings, tones } = this;
    const tables = this.tables().reduce((sum, table) => sum + table.byteLength, 0);
    return [records, harms, openings, closings, tones].reduce((sum, { byteLength }) => sum + byteLength, tables);
  }

  private tables(): AtomTable[] {
    return tableNames.map((name) => this[name]);
  }

  private add(record: FactRecord): void {
    const profile = this.profiles.numberOf(record);
    const place = { record, number: this.records.numberFor(record), profile };
    const row = this.begin(place, record.agent);
    row.code = conversationCode(record);
    row.from = record.arrivedAt ?? Number.NaN;
    row.until = record.lastMessageAt ?? Number.NaN;
    // Ten-thousandths: whole numbers add up to the same sum in any order.
    row.value = record.sentimentScore === null ? Number.NaN : Math.round(record.sentimentScore * scoreUnit);
    this.conversation.push(row);
    this.harms = grown(this.harms, place.number + 1);
    this.harms[place.number] = harmDigit(record);
    this.openings = grown(this.openings, place.number + 1);
    this.closings = grown(this.closings, place.number + 1);
    this.openings[place.number] = record.sentimentOpening ?? Number.NaN;
    this.closings[place.number] = record.sentimentClosing ?? Number.NaN;
    const first = firstWait(record.waits);
    this.tones = grown(this.tones, place.number + 1);
    this.tones[place.number] = toneCode(first?.tone);
    for (const wait of record.waits) this.addWait(place, wait, wait === first);
    for (let index = 0; index < record.episodes.length; index += 1) {
      const episode = record.episodes[index];
      if (episode !== undefined) this.addEpisode(place, episode, record.episodes[index + 1] ?? null);
    }
    for (const rating of record.ratings) this.addRating(place, rating);
    for (const offer of record.offers ?? []) this.addOffer(place, offer);
    if (record.complaint !== undefined) this.addComplaint(place, record.complaint);
    for (const review of record.reviews ?? []) this.addReview(place, review);
  }

  /** The row object, emptied for the next row: a million rows must not leave a million objects to collect. */
  private begin(place: Place, agent: string | null): AtomRow {
    const { row } = this;
    row.conversation = place.number;
    row.profile = place.profile;
    row.agent = this.agents.codeOf(agent);
    row.due = Number.NaN;
    row.workingMs = Number.NaN;
    row.ordinal = 1;
    row.nudges = 0;
    row.calendar = 0;
    row.promise = 0;
    row.value = Number.NaN;
    return row;
  }

  private addWait(place: Place, wait: WaitRecord, isFirst: boolean): void {
    const row = this.begin(place, wait.agent);
    row.code = waitCode(place.record, wait, isFirst);
    row.from = wait.fromAt;
    // What ended at an unknown instant has always been ended.
    row.until = wait.untilAt ?? (wait.state === 'open' ? Number.NaN : wait.fromAt);
    row.due = wait.dueAt ?? Number.NaN;
    row.workingMs = wait.workingMs ?? Number.NaN;
    row.ordinal = wait.ordinal;
    row.nudges = wait.nudges;
    row.calendar = this.calendars.codeOf(wait.calendarId);
    row.promise = wait.promiseId === null ? 0 : this.promises.codeOf(`${wait.promiseId} ${wait.promiseVersion ?? 0}`);
    this.wait.push(row);
    if (wait.told === undefined || !isFirst) return;
    row.code = noticeCode(place.record, wait, wait.told);
    row.due = wait.fromAt + wait.told.maxMs;
    row.value = wait.told.minMs;
    this.notice.push(row);
  }

  private addEpisode(place: Place, episode: EpisodeRecord, next: EpisodeRecord | null): void {
    const { openedAt, solvedAt } = episode;
    const calendarId = calendarOf(place.record.waits, openedAt);
    const row = this.begin(place, episode.agent);
    row.code = episodeCode(place.record, episode, solvedAt === null ? calendarId !== null : episode.workingMs !== null);
    row.from = openedAt;
    row.until = solvedAt ?? Number.NaN;
    row.due = reopeningKnownAt(episode, next);
    row.workingMs = episode.workingMs ?? Number.NaN;
    row.ordinal = episode.ordinal;
    row.calendar = this.calendars.codeOf(calendarId);
    this.episode.push(row);
  }

  private addRating(place: Place, rating: RatingRecord): void {
    const row = this.begin(place, place.record.agent);
    row.code = ratingCode(place.record, rating);
    row.from = place.record.arrivedAt ?? Number.NaN;
    row.until = rating.at ?? place.record.arrivedAt ?? Number.NaN;
    row.value = rating.kind === 'ces' ? effortParts(rating) : rating.value;
    this.rating.push(row);
  }

  private addComplaint(place: Place, { rung, at, clocks, claim }: ComplaintRecord): void {
    if (!isLoud(rung)) return;
    const row = this.begin(place, place.record.agent);
    row.from = at;
    row.until = Number.NaN;
    row.code = caseCode(place.record);
    this.complaint.push(row);
    if (claim !== null) {
      row.from = claim.at;
      row.code = claimCode(place.record);
      this.complaint.push(row);
    }
    for (const [index, clock] of clocks.entries()) {
      row.code = clockCode(place.record, clock);
      row.from = clock.fromAt;
      row.until = clock.untilAt ?? (clock.state === 'open' ? Number.NaN : clock.fromAt);
      row.due = clock.dueAt ?? Number.NaN;
      row.workingMs = clock.workingMs ?? Number.NaN;
      row.ordinal = index + 1;
      row.calendar = this.calendars.codeOf(clock.calendarId);
      row.promise = clock.promiseId === null ? 0 : this.promises.codeOf(`${clock.promiseId} ${clock.promiseVersion ?? 0}`);
      this.complaint.push(row);
    }
  }

  private addReview(place: Place, review: ReviewRecord): void {
    const row = this.begin(place, review.agent);
    row.code = reviewCode(place.record, review);
    row.from = place.record.arrivedAt ?? Number.NaN;
    row.until = review.replyAt;
    row.due = review.reviewedAt - 1;
    row.value = review.score ?? Number.NaN;
    // No column of its own: a million waits would carry it for nothing.
    row.workingMs = review.weight;
    this.review.push(row);
  }

  /** Requests stand among the ratings: the same instants place them, and what answers them is decided by `due`. */
  private addOffer(place: Place, offer: OfferRecord): void {
    const row = this.begin(place, place.record.agent);
    row.code = offerCode(place.record, offer);
    row.from = place.record.arrivedAt ?? Number.NaN;
    row.until = offer.at;
    // The last millisecond at which the request was open. One that is answered later is settled by its answer: two instants do not fit here.
    row.due = Math.max(offer.at + timeToAnswer, offer.answeredAt ?? 0) - 1;
    row.value = offer.isGood === null ? Number.NaN : Number(offer.isGood);
    this.rating.push(row);
  }
}

type Place = { readonly record: FactRecord; readonly number: number; readonly profile: number };

/** So many rows lie out of order or are gone that putting them in order pays. */
function isUntidy(table: AtomTable): boolean {
  const loose = table.length - table.sortedTo + table.goneCount;
  return loose > 50_000 && loose > table.length / 8;
}
