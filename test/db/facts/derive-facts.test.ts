// Facts of one conversation as whole objects, and the laws that hold for any conversation.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deriveFacts, type FactMessage } from '#db/facts/derive-facts.ts';
import { actors, messageKinds } from '#db/model/conversation.ts';
import { daySchema, hour, minute } from '#db/model/instant.ts';
import { conversationOf, factsOf, promiseOf, said, termOf, toldWaits, turned, utc } from './compose.ts';

const asked = said('c1', 'customer', '2026-03-18T09:00');
const answered = said('a1', 'agent', '2026-03-18T10:00');

describe('deriveFacts', () => {
  it('gives a conversation its waits, episodes and verdicts in full', () => {
    const messages = [
      asked,
      said('c2', 'customer', '2026-03-18T09:30'),
      answered,
      said('c3', 'customer', '2026-03-18T21:00', { language: 'de' }),
    ];
    const changes = [turned('2026-03-18T10:30', 'solved')];
    const wait = { clamped: false, exclusion: null, promiseId: 'reply', promiseVersion: 1, calendarId: 'desk', calendarVersion: 1 };
    expect(factsOf(messages, { statusChanges: changes })).toEqual({
      arrivedAt: asked.at,
      waits: [
        {
          ...wait,
          ordinal: 1,
          fromAt: asked.at,
          untilAt: answered.at,
          state: 'answered',
          nudges: 1,
          calendarMs: hour,
          workingMs: hour,
          dueAt: utc('2026-03-19T09:00'),
          fromMessage: 'c1',
          untilMessage: 'a1',
          answeredBy: 'agent',
          firstAnyAt: answered.at,
          languageMatch: true,
          tone: 'cold',
          arrivedOutOfHours: false,
          repliedOutOfHours: false,
        },
        {
          ...wait,
          ordinal: 2,
          fromAt: utc('2026-03-18T21:00'),
          untilAt: null,
          state: 'open',
          nudges: 0,
          calendarMs: null,
          workingMs: null,
          dueAt: utc('2026-03-19T21:00'),
          fromMessage: 'c3',
          untilMessage: null,
          answeredBy: null,
          firstAnyAt: null,
          languageMatch: null,
          tone: null,
          arrivedOutOfHours: true,
          repliedOutOfHours: false,
        },
      ],
      episodes: [
        {
          ordinal: 1,
          openedAt: asked.at,
          solvedAt: utc('2026-03-18T10:30'),
          solvedBy: 'agent',
          calendarMs: 90 * minute,
          workingMs: 90 * minute,
          countsAsSolved: true,
          reopened: true,
        },
        {
          ordinal: 2,
          openedAt: utc('2026-03-18T21:00'),
          solvedAt: null,
          solvedBy: null,
          calendarMs: null,
          workingMs: null,
          countsAsSolved: false,
          reopened: false,
        },
      ],
      verdicts: new Map([
        ['c1', { counts: false, reason: 'not_an_agent' }],
        ['c2', { counts: false, reason: 'not_an_agent' }],
        ['a1', { counts: true, reason: 'substantive' }],
        ['c3', { counts: false, reason: 'not_an_agent' }],
      ]),
    });
  });

  it('gives an empty conversation nothing', () => {
    expect(factsOf([])).toEqual({ arrivedAt: null, waits: [], episodes: [], verdicts: new Map() });
  });

  it('measures a wait by the promise that was in force when it began, on the hours of that instant', () => {
    const later = { version: 2, validFrom: daySchema.parse('2026-03-19') };
    const promises = [promiseOf([termOf('calendar', 24 * hour), termOf('working-time', hour, later)])];
    const { waits } = factsOf([asked, answered, said('c2', 'customer', '2026-03-19T09:00')], { promises });
    expect(waits.map(({ dueAt, promiseVersion }) => [dueAt, promiseVersion])).toEqual([
      [utc('2026-03-19T09:00'), 1],
      [utc('2026-03-19T10:00'), 2],
    ]);
  });

  it('takes the language of the conversation where the messages of the wait do not tell', () => {
    const short = { ...asked, language: 'und' };
    const match = (language: string) => factsOf([short, answered], { language }).waits[0]?.languageMatch;
    expect([match('en'), match('de'), match('und')]).toEqual([true, false, null]);
  });

  it('shows a wait that began in a merged record and was answered here at the first message that it has, or at none', () => {
    const merged = { mergedFirstAt: utc('2026-03-18T08:00') };
    const waits = factsOf([answered, said('c2', 'customer', '2026-03-18T11:00')], merged).waits;
    expect(waits.map(({ ordinal, fromAt, untilAt, fromMessage }) => [ordinal, fromAt, untilAt, fromMessage])).toEqual([
      [1, utc('2026-03-18T08:00'), answered.at, ''],
      [2, utc('2026-03-18T11:00'), null, 'c2'],
    ]);
  });
});

describe('closing without a reply', () => {
  const closedAt = (time: string, by: 'agent' | 'customer' | 'system' = 'agent') => turned(`2026-03-18T${time}`, 'solved', by);
  const reopenedAt = (time: string, by: 'agent' | 'customer' | 'system') => turned(`2026-03-18T${time}`, 'open', by);

  it('leaves the wait unanswered for good at the instant of the close, whoever of us closed it', () => {
    expect([
      toldWaits([asked], { statusChanges: [closedAt('12:00')] }),
      toldWaits([asked], { statusChanges: [closedAt('12:00', 'system')] }),
    ]).toEqual([['1 closed_unanswered 03-18T09:00 -> 03-18T12:00'], ['1 closed_unanswered 03-18T09:00 -> 03-18T12:00']]);
  });

  it('is a withdrawal where the customer closed it, even if we write afterwards', () => {
    const words = { statusChanges: [closedAt('09:30', 'customer')] };
    expect([toldWaits([asked], words), toldWaits([asked, answered], words)]).toEqual([
      ['1 withdrawn 03-18T09:00 -> 03-18T09:30'],
      ['1 withdrawn 03-18T09:00 -> 03-18T09:30'],
    ]);
  });

  it('does not hold where the reply follows, as with "solve and send" in one step or an early close', () => {
    expect([
      toldWaits([asked, answered], { statusChanges: [closedAt('09:59')] }),
      toldWaits([asked, answered], { statusChanges: [closedAt('10:00')] }),
    ]).toEqual([['1 answered 03-18T09:00 -> 03-18T10:00'], ['1 answered 03-18T09:00 -> 03-18T10:00']]);
  });

  it('ends the wait before a new message of the customer, which begins the next wait', () => {
    const again = [asked, said('c2', 'customer', '2026-03-18T13:00'), said('a1', 'agent', '2026-03-18T14:00')];
    const expected = ['1 closed_unanswered 03-18T09:00 -> 03-18T12:00', '2 answered 03-18T13:00 -> 03-18T14:00'];
    // Many help desks write the reopening down a moment before the message that caused it.
    expect([
      toldWaits(again, { statusChanges: [closedAt('12:00')] }),
      toldWaits(again, { statusChanges: [closedAt('12:00'), reopenedAt('12:59', 'system')] }),
    ]).toEqual([expected, expected]);
  });

  it('is undone where one of us reopens it: the wait goes on from where it began', () => {
    const changes = [closedAt('12:00'), reopenedAt('12:05', 'agent')];
    expect([
      toldWaits([asked], { statusChanges: changes }),
      toldWaits([asked, said('c2', 'customer', '2026-03-18T13:00')], { statusChanges: changes }),
      toldWaits([asked], { statusChanges: [...changes, closedAt('15:00')] }),
    ]).toEqual([['1 open 03-18T09:00 -> ?'], ['1 open 03-18T09:00 -> ? +1'], ['1 closed_unanswered 03-18T09:00 -> 03-18T15:00']]);
  });

  it('is undone by a reopening without words of the customer or of a rule', () => {
    expect(toldWaits([asked], { statusChanges: [closedAt('12:00'), reopenedAt('12:05', 'customer')] })).toEqual([
      '1 open 03-18T09:00 -> ?',
    ]);
  });

  it('has no instant where the source says closed without saying when', () => {
    expect(factsOf([asked], { status: 'closed' }).waits.map(({ state, untilAt, calendarMs }) => [state, untilAt, calendarMs])).toEqual([
      ['closed_unanswered', null, null],
    ]);
  });

  it('of thanks only is still an excluded wait', () => {
    const thanks = said('c1', 'customer', '2026-03-18T09:00', { needsAnswer: false });
    expect(toldWaits([thanks], { statusChanges: [closedAt('12:00')] })).toEqual(['0 excluded(no_reply_needed) 03-18T09:00 -> 03-18T12:00']);
  });
});

describe('a source that does not show our answers', () => {
  const reply = said('a1', 'agent', '2026-03-18T10:00');
  const thanks = said('c2', 'customer', '2026-03-18T09:30', { needsAnswer: false });

  it('has no wait that counts as answered, open or closed without an answer', () => {
    const hidden = { answersHidden: true };
    expect(toldWaits([asked], { ...hidden, status: 'closed' })).toEqual(['0 excluded(answers_not_visible) 03-18T09:00 -> ?']);
    expect(toldWaits([asked], hidden)).toEqual(['0 excluded(answers_not_visible) 03-18T09:00 -> ?']);
    // One answer that is seen by chance would make a rate of 100 %.
    expect(toldWaits([asked, reply], hidden)).toEqual(['0 excluded(answers_not_visible) 03-18T09:00 -> 03-18T10:00']);
    expect(toldWaits([asked], { status: 'closed' })).toEqual(['1 closed_unanswered 03-18T09:00 -> ?']);
  });

  it('leaves what has another reason to it', () => {
    const reasons = (words: Parameters<typeof factsOf>[1]) => factsOf([asked], { answersHidden: true, ...words }).waits[0]?.exclusion;
    expect([reasons({ exclusion: 'spam' }), reasons({ mergedInto: 'c9' })]).toEqual(['spam', 'merged_into']);
    expect(factsOf([thanks], { answersHidden: true }).waits.map(({ exclusion }) => exclusion)).toEqual(['no_reply_needed']);
  });
});

const anyMessages: fc.Arbitrary<FactMessage[]> = fc.uniqueArray(fc.integer({ min: 0, max: 5000 }), { maxLength: 12 }).chain((times) =>
  fc.tuple(
    ...times.map((time, index) =>
      fc
        .record({
          actor: fc.constantFrom(...actors),
          kind: fc.constantFrom(...messageKinds),
          needsAnswer: fc.boolean(),
          isPrivate: fc.boolean(),
        })
        .map((words) =>
          said(`m${index}`, words.actor, utc('2026-03-18T00:00') + time * minute, {
            kind: words.kind,
            needsAnswer: words.needsAnswer,
            visibility: words.isPrivate ? 'private' : 'public',
          }),
        ),
    ),
  ),
);

describe('for any conversation', () => {
  it('the order of the messages does not matter where their times differ', () => {
    fc.assert(
      fc.property(anyMessages, fc.infiniteStream(fc.double({ min: 0, max: 1, noNaN: true })), (messages, order) => {
        const shuffled = messages.map((message) => ({ message, key: order.next().value ?? 0 })).sort((a, b) => a.key - b.key);
        expect(deriveFacts(conversationOf(shuffled.map(({ message }) => message)))).toEqual(deriveFacts(conversationOf(messages)));
      }),
      { numRuns: 150 },
    );
  });

  it('the order of the source decides where times are equal, so there it does matter', () => {
    const [question, reply] = [asked, said('a1', 'agent', '2026-03-18T09:00')];
    expect([toldWaits([question, reply]), toldWaits([reply, question])]).toEqual([
      ['1 answered 03-18T09:00 -> 03-18T09:00'],
      ['2 open 03-18T09:00 -> ?'],
    ]);
  });

  it('waits follow each other without overlap, every question is in one, and ordinals count up', () => {
    fc.assert(
      fc.property(anyMessages, (messages) => {
        const { waits, verdicts } = deriveFacts(conversationOf(messages));
        const counted = waits.filter((wait) => wait.exclusion === null);
        const first = counted[0]?.ordinal ?? 1;
        expect(counted.map(({ ordinal }) => ordinal)).toEqual(counted.map((_, index) => first + index));
        for (const [index, wait] of waits.entries()) {
          const next = waits[index + 1];
          if (next !== undefined) expect(wait.untilAt ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(next.fromAt);
          expect(wait.calendarMs ?? 0).toBeGreaterThanOrEqual(wait.workingMs ?? 0);
          if (wait.state === 'answered') expect(verdicts.get(wait.untilMessage ?? '')).toEqual({ counts: true, reason: 'substantive' });
        }
        const replies = messages.filter((message) => verdicts.get(message.externalId)?.counts);
        const lastReplyAt = Math.max(Number.NEGATIVE_INFINITY, ...replies.map((message) => message.at ?? 0));
        const isWaiting = messages.some(
          (message) =>
            message.actor === 'customer' &&
            message.needsAnswer &&
            ['message', 'attachment'].includes(message.kind) &&
            (message.at ?? 0) > lastReplyAt,
        );
        expect(waits.some((wait) => wait.state === 'open')).toBe(isWaiting);
      }),
      { numRuns: 300 },
    );
  });
});
