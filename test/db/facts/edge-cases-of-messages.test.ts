// The edge cases of response times that are about who wrote what to whom, one by one, by name.
import { describe, expect, it } from 'vitest';
import { crossChannelWaits } from '#db/facts/cross-channel-wait.ts';
import { waitStateAt } from '#db/facts/wait-state-at.ts';
import { factsOf, said, toldWaits, turned, utc } from './compose.ts';

const asked = said('c1', 'customer', '2026-03-18T09:00');
const answered = said('a1', 'agent', '2026-03-18T10:00');

describe('edge cases of messages', () => {
  it('Auto-reply ("we got it") never stops a clock', () => {
    const acknowledgement = said('r', 'agent', '2026-03-18T09:01', { kind: 'auto_reply' });
    expect({
      waits: toldWaits([asked, acknowledgement, answered]),
      verdict: factsOf([asked, acknowledgement]).verdicts.get('r'),
      firstAnyAt: factsOf([asked, acknowledgement]).waits[0]?.firstAnyAt,
    }).toEqual({ waits: ['1 answered 03-18T09:00 -> 03-18T10:00'], verdict: { counts: false, reason: 'auto_reply' }, firstAnyAt: null });
  });

  describe('Bot / AI answer', () => {
    const bot = (id: string, time: string) => said(id, 'bot', `2026-03-18T${time}`);
    const customer = (id: string, time: string) => said(id, 'customer', `2026-03-18T${time}`);

    it('Bot / AI answer stops only the clock of the first answer of any kind, not the one for a person', () => {
      const [wait] = factsOf([asked, bot('b1', '09:01'), answered]).waits;
      expect([wait?.fromAt, wait?.firstAnyAt, wait?.untilAt]).toEqual([asked.at, utc('2026-03-18T09:01'), answered.at]);
    });

    it("Bot / AI answer: the clock for a person starts at the customer's message after the bot's last word", () => {
      const facts = factsOf([asked, bot('b1', '09:01'), customer('c2', '09:30'), customer('c3', '09:40'), answered]);
      expect([facts.arrivedAt, facts.waits.map((wait) => [wait.fromAt, wait.firstAnyAt, wait.nudges])]).toEqual([
        asked.at,
        [[utc('2026-03-18T09:30'), utc('2026-03-18T09:01'), 1]],
      ]);
    });

    it('Bot / AI answer: where the bot hands over with its last word, the clock starts at the request that it handed over', () => {
      expect(toldWaits([asked, bot('b1', '09:01'), customer('c2', '09:30'), bot('b2', '09:31'), answered])).toEqual([
        '1 answered 03-18T09:30 -> 03-18T10:00',
      ]);
    });

    it('Bot / AI answer: a wait that only a bot answered stays in the population, as open and then as closed without an answer', () => {
      const messages = [asked, bot('b1', '09:01')];
      expect([toldWaits(messages), toldWaits(messages, { statusChanges: [turned('2026-03-18T12:00', 'solved', 'system')] })]).toEqual([
        ['1 open 03-18T09:00 -> ?'],
        ['1 closed_unanswered 03-18T09:00 -> 03-18T12:00'],
      ]);
    });

    it('Bot / AI answer: thanks to the bot do not move the clock to a message that asks nothing', () => {
      const thanks = said('c2', 'customer', '2026-03-18T09:30', { needsAnswer: false });
      expect(toldWaits([asked, bot('b1', '09:01'), thanks, answered])).toEqual(['1 answered 03-18T09:00 -> 03-18T10:00 +1']);
    });

    it("Bot / AI answer: a bot's automatic acknowledgement is no answer, so nudges after it restart nothing", () => {
      const acknowledgement = said('b1', 'bot', '2026-03-18T09:01', { kind: 'auto_reply' });
      expect(toldWaits([asked, acknowledgement, customer('c2', '09:30'), answered])).toEqual(['1 answered 03-18T09:00 -> 03-18T10:00 +1']);
    });
  });

  it('Private note never stops a customer clock', () => {
    const note = said('n', 'agent', '2026-03-18T09:05', { visibility: 'private' });
    expect([toldWaits([asked, note, answered]), factsOf([note]).verdicts.get('n')]).toEqual([
      ['1 answered 03-18T09:00 -> 03-18T10:00'],
      { counts: false, reason: 'private_note' },
    ]);
  });

  it('Public note / status change is not a reply', () => {
    const note = said('n', 'agent', '2026-03-18T09:05', { kind: 'status' });
    expect(toldWaits([asked, note, answered], { statusChanges: [turned('2026-03-18T09:06', 'pending')] })).toEqual([
      '1 answered 03-18T09:00 -> 03-18T10:00',
    ]);
  });

  it('Agent-initiated conversation has no first response: its waits begin with ordinal 2, and only when the customer writes', () => {
    const first = said('a0', 'agent', '2026-03-18T08:00');
    expect([toldWaits([first]), toldWaits([first, asked, answered]), factsOf([first, asked]).arrivedAt]).toEqual([
      [],
      ['2 answered 03-18T09:00 -> 03-18T10:00'],
      asked.at,
    ]);
  });

  it('Campaign / broadcast is never a reply, and the answer to it opens a conversation with a first response', () => {
    const campaign = said('k', 'campaign', '2026-03-18T08:00');
    expect([
      toldWaits([campaign, asked, said('k2', 'campaign', '2026-03-18T09:30'), answered]),
      factsOf([campaign]).verdicts.get('k'),
    ]).toEqual([['1 answered 03-18T09:00 -> 03-18T10:00'], { counts: false, reason: 'campaign' }]);
  });

  it('Merged record is excluded by that name, and its survivor keeps the earliest question', () => {
    const merged = factsOf([said('m1', 'customer', '2026-03-18T07:00')], {
      exclusion: 'merged_into',
      mergedInto: 'survivor',
      status: 'closed',
    });
    const survivor = factsOf([asked, answered], { mergedFirstAt: utc('2026-03-18T07:00') });
    expect([
      toldWaits([said('m1', 'customer', '2026-03-18T07:00')], { exclusion: 'merged_into', mergedInto: 'survivor' }),
      merged.waits.map(({ exclusion }) => exclusion),
      survivor.arrivedAt,
      survivor.waits.map(({ fromAt, untilAt, nudges, fromMessage }) => [fromAt, untilAt, nudges, fromMessage]),
    ]).toEqual([
      ['0 excluded(merged_into) 03-18T07:00 -> ?'],
      ['merged_into'],
      utc('2026-03-18T07:00'),
      [[utc('2026-03-18T07:00'), answered.at, 1, 'c1']],
    ]);
  });

  it('Split record keeps the original time of the message, not the time at which the record was made', () => {
    const facts = factsOf([asked], { openedAt: utc('2026-03-20T12:00') });
    expect([facts.arrivedAt, facts.waits[0]?.fromAt, facts.episodes[0]?.openedAt]).toEqual([asked.at, asked.at, asked.at]);
  });

  it('Spam is excluded by that name from every wait, but its arrival is kept for the waterfall', () => {
    const facts = factsOf([asked, answered], { exclusion: 'spam' });
    expect([facts.arrivedAt, facts.waits.map(({ ordinal, state, exclusion }) => [ordinal, state, exclusion])]).toEqual([
      asked.at,
      [[0, 'excluded', 'spam']],
    ]);
  });

  it('Customer nudges never restart the wait, and are counted', () => {
    const nudges = ['09:10', '09:20', '09:59'].map((time, index) => said(`n${index}`, 'customer', `2026-03-18T${time}`));
    expect(toldWaits([asked, ...nudges, answered])).toEqual(['1 answered 03-18T09:00 -> 03-18T10:00 +3']);
  });

  it('Customer "thanks" is an excluded wait that is counted, and takes no ordinal', () => {
    const thanks = said('t', 'customer', '2026-03-18T10:05', { needsAnswer: false });
    const more = [said('c2', 'customer', '2026-03-19T09:00'), said('a2', 'agent', '2026-03-19T09:30')];
    expect([toldWaits([asked, answered, thanks]), toldWaits([asked, answered, thanks, ...more])]).toEqual([
      ['1 answered 03-18T09:00 -> 03-18T10:00', '0 excluded(no_reply_needed) 03-18T10:05 -> ?'],
      // A question that follows before we wrote makes it an ordinary wait, from the question on.
      ['1 answered 03-18T09:00 -> 03-18T10:00', '2 answered 03-19T09:00 -> 03-19T09:30'],
    ]);
  });

  it('Reply by someone else than assignee belongs to its author', () => {
    const [wait] = factsOf([
      asked,
      said('n', 'agent anna', '2026-03-18T09:10', { visibility: 'private' }),
      said('a1', 'agent bo', '2026-03-18T10:00'),
    ]).waits;
    expect([wait?.answeredBy, wait?.untilMessage]).toEqual(['bo', 'a1']);
  });

  describe('Clock skew / edits / imports', () => {
    const review = said('review', 'customer', '2026-03-18T12:00');
    const earlier = said('reply', 'agent', '2026-03-18T10:00', { inReplyTo: 'review' });

    it('Clock skew / edits / imports: a reply dated before the message that it answers is clamped to 0 and flagged', () => {
      const [wait] = factsOf([review, earlier]).waits;
      expect([wait?.ordinal, wait?.state, wait?.calendarMs, wait?.workingMs, wait?.clamped]).toEqual([1, 'answered', 0, 0, true]);
      expect(factsOf([asked, answered]).waits[0]?.clamped).toBe(false);
    });

    it('Clock skew / edits / imports: without that link an earlier message of ours answers nothing', () => {
      expect(toldWaits([review, { ...earlier, inReplyTo: null }])).toEqual(['2 open 03-18T12:00 -> ?']);
    });

    it('Clock skew / edits / imports: import time is never used; a message without a time enters no wait but is judged', () => {
      const timeless = factsOf([said('c0', 'customer', null), said('a0', 'agent', null)], { openedAt: utc('2026-03-18T09:00') });
      expect([timeless.arrivedAt, timeless.waits, timeless.episodes, timeless.verdicts.get('a0')]).toEqual([
        null,
        [],
        [],
        { counts: true, reason: 'substantive' },
      ]);
    });
  });

  it('Social mention without question starts no clock and opens no episode', () => {
    const mention = said('c1', 'customer', '2026-03-18T09:00', { needsAnswer: false });
    const facts = factsOf([mention], { channel: 'twitter' });
    expect([facts.arrivedAt, toldWaits([mention], { channel: 'twitter' }), facts.episodes]).toEqual([
      mention.at,
      ['0 excluded(no_reply_needed) 03-18T09:00 -> ?'],
      [],
    ]);
  });

  it('Same customer, several channels: the earliest question starts and the first reply in any channel stops the clock', () => {
    const chat = { id: 'chat-1', channel: 'chat', messages: [asked, said('c9', 'customer', '2026-03-18T11:00')] };
    const email = {
      id: 'mail-1',
      channel: 'email',
      messages: [said('m1', 'customer', '2026-03-18T09:20'), said('m2', 'agent', '2026-03-18T10:30')],
    };
    expect(crossChannelWaits([email, chat])).toEqual([
      {
        fromAt: asked.at,
        untilAt: utc('2026-03-18T10:30'),
        fromConversation: 'chat-1',
        untilConversation: 'mail-1',
        channels: ['chat', 'email'],
        nudges: 1,
      },
      {
        fromAt: utc('2026-03-18T11:00'),
        untilAt: null,
        fromConversation: 'chat-1',
        untilConversation: null,
        channels: ['chat'],
        nudges: 0,
      },
    ]);
  });

  it('Deleted / redacted message keeps its time as a tombstone: the number stays, the text goes', () => {
    const gone = { body: '', deletedAt: utc('2026-05-01T00:00') };
    expect([
      toldWaits([
        { ...asked, ...gone },
        { ...answered, ...gone },
      ]),
      factsOf([{ ...answered, ...gone }]).verdicts.get('a1'),
    ]).toEqual([toldWaits([asked, answered]), { counts: true, reason: 'deleted' }]);
  });

  it('Reaction-only or attachment-only reply is not a reply; an attachment with text is', () => {
    const reply = (words: Parameters<typeof said>[3]) => toldWaits([asked, said('a1', 'agent', '2026-03-18T10:00', words)]);
    const open = ['1 open 03-18T09:00 -> ?'];
    const done = ['1 answered 03-18T09:00 -> 03-18T10:00'];
    expect([
      reply({ kind: 'reaction', body: 'like' }),
      reply({ body: '👍🏽 ❤️' }),
      reply({ kind: 'attachment', body: ' ' }),
      reply({ kind: 'attachment', body: 'See the screenshot' }),
    ]).toEqual([open, open, open, done]);
  });

  it('and a wait reads differently at different instants: open, overdue, answered', () => {
    const [wait] = factsOf([asked, said('a1', 'agent', '2026-03-20T10:00')]).waits;
    if (wait === undefined) throw new Error('no wait');
    const states = ['2026-03-19T09:00', '2026-03-19T09:01', '2026-03-20T10:00'].map((time) => waitStateAt(wait, utc(time)));
    expect(states).toEqual(['open_not_due', 'open_overdue', 'answered']);
  });
});
