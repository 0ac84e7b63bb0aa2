// States of waits and of their promises at an instant.
import { describe, expect, it } from 'vitest';
import { promiseStateAt } from '#db/facts/promise-state-at.ts';
import { waitStateAt } from '#db/facts/wait-state-at.ts';
import type { WaitState } from '#db/model/facts.ts';

const dueAt = 100;

function states(state: WaitState, untilAt: number | null, at: number, due: number | null = dueAt): [string, string] {
  const wait = { state, fromAt: 0, untilAt, dueAt: due };
  return [waitStateAt(wait, at), promiseStateAt(wait, at)];
}

describe('waitStateAt and promiseStateAt', () => {
  it('follow an answered wait in time: open, then answered; possible, then kept', () => {
    expect([states('answered', 50, 49), states('answered', 50, 50), states('answered', 100, 200)]).toEqual([
      ['open_not_due', 'possible'],
      ['answered', 'kept'],
      ['answered', 'kept'],
    ]);
  });

  it('break a promise after its due instant, whatever happens later', () => {
    expect([states('answered', 150, 100), states('answered', 150, 101), states('answered', 150, 150), states('open', null, 101)]).toEqual([
      ['open_not_due', 'possible'],
      ['open_overdue', 'broken'],
      ['answered', 'broken'],
      ['open_overdue', 'broken'],
    ]);
  });

  it('break a promise at once where the wait is closed without an answer, at a known instant or not', () => {
    expect([states('closed_unanswered', 50, 49), states('closed_unanswered', 50, 50), states('closed_unanswered', null, 10)]).toEqual([
      ['open_not_due', 'possible'],
      ['closed_unanswered', 'broken'],
      ['closed_unanswered', 'broken'],
    ]);
  });

  it('leave a withdrawn wait out, unless it was due before', () => {
    expect([states('withdrawn', 50, 60), states('withdrawn', 150, 160)]).toEqual([
      ['withdrawn', 'none'],
      ['withdrawn', 'broken'],
    ]);
  });

  it('know no promise for excluded waits and for channels without one', () => {
    expect([states('excluded', 50, 200), states('open', null, 200, null), states('closed_unanswered', 50, 200, null)]).toEqual([
      ['excluded', 'none'],
      ['open_not_due', 'none'],
      ['closed_unanswered', 'none'],
    ]);
  });
});
