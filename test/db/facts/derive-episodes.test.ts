// Episodes: what opens, solves and reopens one.
import { describe, expect, it } from 'vitest';
import type { Closer, Status } from '#db/model/conversation.ts';
import { day, type Instant } from '#db/model/instant.ts';
import { factsOf, said, turned, utc } from './compose.ts';

type Words = Parameters<typeof factsOf>[1];

const asked = said('c1', 'customer', '2026-03-02T09:00');
const answered = said('a1', 'agent', '2026-03-02T10:00');
const at = (time: string, status: Status, by: Closer = 'agent') => turned(`2026-03-${time}`, status, by);

/** `1 02T09:00 -> 02T11:00 agent solved reopened`, with only the words that hold. */
function toldEpisodes(messages: Parameters<typeof factsOf>[0], words: Words = {}): string[] {
  const clock = (instant: Instant | null) => (instant === null ? '?' : new Date(instant).toISOString().slice(8, 16));
  return factsOf(messages, words).episodes.map((episode) =>
    [
      `${episode.ordinal} ${clock(episode.openedAt)} -> ${clock(episode.solvedAt)}`,
      episode.solvedBy,
      episode.countsAsSolved ? 'solved' : null,
      episode.reopened ? 'reopened' : null,
    ]
      .filter((word) => word !== null)
      .join(' '),
  );
}

describe('episodes', () => {
  it('run from the first question to the first solve; a later close of the same thing changes nothing', () => {
    expect(toldEpisodes([asked, answered], { statusChanges: [at('02T11:00', 'solved'), at('05T11:00', 'closed', 'system')] })).toEqual([
      '1 02T09:00 -> 02T11:00 agent solved',
    ]);
  });

  it('are open where nothing was solved, and have no solve that a source does not date', () => {
    expect([toldEpisodes([asked, answered]), toldEpisodes([asked, answered], { status: 'solved' })]).toEqual([
      ['1 02T09:00 -> ?'],
      ['1 02T09:00 -> ?'],
    ]);
  });

  it('closed by a timer without a substantive reply were closed but not solved', () => {
    const timer = { statusChanges: [at('04T09:00', 'closed', 'system')] };
    const bot = said('b1', 'bot', '2026-03-02T09:01');
    expect([toldEpisodes([asked], timer), toldEpisodes([asked, bot], timer), toldEpisodes([asked, answered], timer)]).toEqual([
      ['1 02T09:00 -> 04T09:00 system'],
      ['1 02T09:00 -> 04T09:00 system'],
      ['1 02T09:00 -> 04T09:00 system solved'],
    ]);
  });

  it('solved by an agent or the customer count, reply or not', () => {
    expect([
      toldEpisodes([asked], { statusChanges: [at('02T11:00', 'solved')] }),
      toldEpisodes([asked], { statusChanges: [at('02T11:00', 'closed', 'customer')] }),
    ]).toEqual([['1 02T09:00 -> 02T11:00 agent solved'], ['1 02T09:00 -> 02T11:00 customer solved']]);
  });

  it('reopen with a question within seven days, and only begin anew with one after that', () => {
    const solved = { statusChanges: [at('02T11:00', 'solved')] };
    const again = (time: string) => toldEpisodes([asked, answered, said('c2', 'customer', `2026-03-${time}`)], solved);
    expect([again('09T11:00'), again('09T11:01')]).toEqual([
      ['1 02T09:00 -> 02T11:00 agent solved reopened', '2 09T11:00 -> ?'],
      ['1 02T09:00 -> 02T11:00 agent solved', '2 09T11:01 -> ?'],
    ]);
  });

  it('go on where the question comes within the reopen window, until the later solve', () => {
    const words = { statusChanges: [at('02T11:00', 'solved'), at('04T11:00', 'solved')], reopenWindowMs: 2 * day };
    const question = (time: string) => said('c2', 'customer', `2026-03-${time}`);
    expect([
      toldEpisodes([asked, answered, question('03T09:00')], words),
      toldEpisodes([asked, answered, question('04T11:01')], words),
    ]).toEqual([['1 02T09:00 -> 04T11:00 agent solved reopened'], ['1 02T09:00 -> 02T11:00 agent solved reopened', '2 04T11:01 -> ?']]);
  });

  it('are neither opened nor reopened by thanks', () => {
    const thanks = said('t', 'customer', '2026-03-02T11:05', { needsAnswer: false });
    expect(toldEpisodes([asked, answered, thanks], { statusChanges: [at('02T11:00', 'solved')] })).toEqual([
      '1 02T09:00 -> 02T11:00 agent solved',
    ]);
  });

  it('go on where one of us reopens them without a word of the customer', () => {
    const changes = [at('02T11:00', 'solved'), at('02T11:05', 'open')];
    expect([
      toldEpisodes([asked, answered], { statusChanges: changes }),
      toldEpisodes([asked, answered], { statusChanges: [...changes, at('03T11:00', 'solved')] }),
    ]).toEqual([['1 02T09:00 -> ?'], ['1 02T09:00 -> 03T11:00 agent solved']]);
  });

  it('were reopened where the customer pressed the button without writing', () => {
    expect(toldEpisodes([asked, answered], { statusChanges: [at('02T11:00', 'solved'), at('03T11:00', 'open', 'customer')] })).toEqual([
      '1 02T09:00 -> ? reopened',
    ]);
  });

  it('begin anew with the message even where the source writes the reopening down just before it', () => {
    const changes = [at('02T11:00', 'solved'), at('20T08:59', 'open', 'system')];
    expect(toldEpisodes([asked, answered, said('c2', 'customer', '2026-03-20T09:00')], { statusChanges: changes })).toEqual([
      '1 02T09:00 -> 02T11:00 agent solved',
      '2 20T09:00 -> ?',
    ]);
  });

  it('are split by 72 hours of silence in endless threads only, and never while the customer still waits', () => {
    const later = said('c2', 'customer', '2026-03-05T10:00');
    const thread = { channel: 'whatsapp' };
    expect([
      toldEpisodes([asked, answered, later], thread),
      toldEpisodes([asked, answered, later]),
      toldEpisodes([asked, later], thread),
      toldEpisodes([asked, answered, { ...later, at: utc('2026-03-05T09:59') }], thread),
    ]).toEqual([['1 02T09:00 -> ?', '2 05T10:00 -> ?'], ['1 02T09:00 -> ?'], ['1 02T09:00 -> ?'], ['1 02T09:00 -> ?']]);
  });

  it('do not begin with a solve before any question', () => {
    expect(toldEpisodes([said('a0', 'agent', '2026-03-01T09:00'), asked], { statusChanges: [at('01T10:00', 'solved')] })).toEqual([
      '1 02T09:00 -> ?',
    ]);
  });

  it('begin where a merged record began', () => {
    expect(toldEpisodes([asked, answered], { mergedFirstAt: utc('2026-03-01T12:00') })).toEqual(['1 01T12:00 -> ?']);
  });
});
