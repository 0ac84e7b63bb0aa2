// The pre-score of a reply, criterion by criterion: what is measured, on what it rests, and where it says that it cannot tell.
import { describe, expect, it } from 'vitest';
import { day, hour, minute } from '#db/model/instant.ts';
import type { RiskRole, RiskSignal } from '#db/model/score.ts';
import { type Prescored, prescore } from '#db/quality/prescore.ts';
import { monday } from '#test/support/incoming.ts';

type Message = Prescored['messages'][number];
type Wait = Prescored['waits'][number];

const message = (externalId: string, said: Partial<Message>): Message => ({
  externalId,
  at: monday,
  actor: 'customer',
  authorKey: null,
  agentName: null,
  visibility: 'public',
  kind: 'message',
  body: '',
  language: 'en',
  languageConfidence: 1,
  needsAnswer: true,
  needsAnswerReason: null,
  inReplyTo: null,
  deletedAt: null,
  redactions: [],
  countsAsReply: false,
  replyReason: 'not_an_agent',
  score: null,
  ...said,
});

const plainWait: Wait = {
  ordinal: 1,
  fromAt: monday,
  untilAt: monday + 10 * minute,
  state: 'answered',
  exclusion: null,
  nudges: 0,
  calendarMs: 10 * minute,
  workingMs: null,
  dueAt: monday + hour,
  promiseId: 'p',
  promiseVersion: 1,
  calendarId: null,
  calendarVersion: null,
  fromMessage: 'q',
  untilMessage: 'r',
  answeredBy: 'agent:ann',
  firstAnyAt: null,
  languageMatch: true,
  tone: 'plain',
  arrivedOutOfHours: false,
  repliedOutOfHours: false,
  clamped: false,
  agent: 'Ann',
};
const plainEpisode: Prescored['episodes'][number] = {
  ordinal: 1,
  openedAt: monday,
  solvedAt: monday + hour,
  solvedBy: 'agent',
  calendarMs: hour,
  workingMs: null,
  countsAsSolved: true,
  reopened: false,
  agent: 'Ann',
};

function asked(risk: RiskRole): Message['score'] {
  const signal: RiskSignal = { id: 'asks-for-secret', role: risk, weight: 'high', evidence: [{ start: 0, end: 15, weight: 1 }] };
  const evidence = { sentiment: [], category: [], harm: [] };
  const scores = { sentiment: null, sentimentScore: null, neg: null, neu: null, pos: null, isMixed: false, isAbstained: false };
  return {
    externalId: 'r',
    scorer: 'r@1',
    ...scores,
    category: null,
    categoryConfidence: null,
    harm: null,
    harmReasons: [],
    risks: [signal],
    evidence,
  };
}

type Change = {
  readonly wait?: Partial<Wait>;
  readonly reply?: Partial<Message>;
  readonly episode?: Partial<Prescored['episodes'][number]>;
  readonly later?: readonly Message[];
  readonly more?: readonly Partial<Wait>[];
  readonly scorer?: string | null;
};

const late = monday + 30 * day;
function scored({ wait, reply, episode, later = [], more = [], scorer = 'r@1' }: Change = {}, asOf = late) {
  const messages = [message('q', {}), message('r', { actor: 'agent', at: monday + 10 * minute, ...reply }), ...later];
  const waits = [{ ...plainWait, ...wait }, ...more.map((one) => ({ ...plainWait, ...one }))];
  const found = prescore({ messages, waits, episodes: [{ ...plainEpisode, ...episode }], scorer }, 'r', asOf);
  if (found === null) throw new Error('the reply is there');
  return found;
}

describe('the pre-score', () => {
  it('holds speed against the promise of that wait', () => {
    const evidence = [
      { fact: 'waited', ms: 10 * minute },
      { fact: 'promised', ms: hour },
    ];
    expect(scored().speed).toEqual({ mark: 2, evidence });
    expect(scored({ wait: { untilAt: monday + hour } }).speed.mark).toBe(2);
    expect(scored({ wait: { untilAt: monday + hour + 1 } }).speed.mark).toBe(1);
    expect(scored({ wait: { untilAt: monday + 2 * hour + 1 } }).speed.mark).toBe(0);
    expect(scored({ wait: { dueAt: null } }).speed).toMatchObject({ mark: null, reason: 'no_promise' });
  });

  it('compares languages only where both are known', () => {
    expect(scored().language.mark).toBe(2);
    expect(scored({ wait: { languageMatch: false }, reply: { language: 'de' } }).language).toEqual({
      mark: 0,
      evidence: [
        { fact: 'asked_in', quote: 'en' },
        { fact: 'answered_in', quote: 'de' },
      ],
    });
    expect(scored({ wait: { languageMatch: null } }).language).toMatchObject({ mark: null, reason: 'language_unknown' });
  });

  it('takes courtesy for shown where it is named, and never for missing where it is not', () => {
    expect(scored({ reply: { body: 'Hi Ann, thank you for the report.' } }).attitude).toEqual({
      mark: 2,
      evidence: [
        { fact: 'greeting', quote: 'Hi' },
        { fact: 'thanks', quote: 'thank you' },
      ],
    });
    expect(scored({ reply: { body: 'Hi Ann.' } }).attitude).toMatchObject({ mark: null, reason: 'nothing_named' });
    expect(scored({ reply: { body: 'Restart the phone, then open the wallet again.' } }).attitude).toMatchObject({
      mark: null,
      reason: 'nothing_named',
    });
    expect(scored({ reply: { body: 'Привет, спасибо.', language: 'ru' } }).attitude).toMatchObject({ reason: 'language_not_covered' });
  });

  it('fails attitude where coldness outweighs courtesy, and takes it for partly shown where courtesy outweighs it', () => {
    expect(scored({ reply: { body: 'Read the manual.' } }).attitude).toEqual({
      mark: 0,
      evidence: [{ fact: 'brush_off', quote: 'Read the manual.' }],
    });
    expect(scored({ reply: { body: 'Hi Ann, we are sorry. As I said, the deposit is pending.' } }).attitude).toEqual({
      mark: 1,
      evidence: [
        { fact: 'greeting', quote: 'Hi' },
        { fact: 'apology', quote: 'we are sorry' },
        { fact: 'curt', quote: 'As I said' },
      ],
    });
  });

  it('finds initiative in a next step and a time, and leaves expertise to people', () => {
    expect(scored({ reply: { body: 'We will check and write within 2 hours.' } }).initiative.mark).toBe(2);
    expect(scored({ reply: { body: 'We will check.' } }).initiative.mark).toBe(1);
    expect(scored({ reply: { body: 'It arrived.' } }).initiative).toMatchObject({ mark: null, reason: 'nothing_named' });
    expect(scored().expertise).toEqual({ mark: null, reason: 'needs_a_person', evidence: [] });
  });

  it('fails safety where our own agent asked for a secret, and not where somebody else did', () => {
    const body = 'Send your phrase to me.';
    expect(scored({ reply: { body, score: asked('agent') } }).safety).toEqual({
      mark: 0,
      evidence: [{ fact: 'asked_for_secret', quote: 'Send your phras' }],
    });
    expect(scored({ reply: { body, score: asked('reporter') } }).safety).toEqual({
      mark: 2,
      evidence: [{ fact: 'no_request_for_secret' }],
    });
    expect(scored({ scorer: null }).safety).toMatchObject({ mark: null, reason: 'not_scored' });
    expect(scored({ reply: { language: 'ru' } }).safety).toMatchObject({ mark: null, reason: 'language_not_covered' });
  });

  it('calls a reply solving once seven days have passed without a question, or the customer has said thanks', () => {
    expect(scored().solved).toEqual({ mark: 2, evidence: [{ fact: 'solved', ms: hour }] });
    expect(scored({}, monday + hour + 7 * day - 1).solved).toMatchObject({ mark: null, reason: 'too_early' });
    const thanks = message('t', { at: monday + 2 * hour, needsAnswer: false, needsAnswerReason: 'thanks', body: 'Thanks!' });
    expect(scored({ later: [thanks] }, monday + day).solved.mark).toBe(2);
    const early = { ...thanks, at: monday - hour };
    expect(scored({ later: [early] }, monday + day).solved.mark).toBe(null);
  });

  it('counts it as partly where the customer had to ask again, and as no where they came back or nothing was solved', () => {
    expect(scored({ more: [{ fromAt: monday + 20 * minute, untilMessage: 'r2' }] }).solved.mark).toBe(1);
    expect(scored({ episode: { reopened: true } }).solved).toEqual({ mark: 0, evidence: [{ fact: 'reopened' }] });
    expect(scored({ episode: { countsAsSolved: false } }).solved.mark).toBe(0);
    expect(scored({ episode: { solvedAt: null } }).solved).toMatchObject({ mark: null, reason: 'still_open' });
  });

  it('says nothing of a message that answered nobody', () => {
    expect(prescore({ messages: [message('q', {})], waits: [plainWait], episodes: [], scorer: null }, 'q', late)).toBeNull();
  });
});
