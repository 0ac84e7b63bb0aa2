// Whether a claim that nobody replies is right, judged at the instant of the claim.
import { describe, expect, it } from 'vitest';
import { type ClaimWait, claimVerdict } from '#db/facts/claim-verdict.ts';
import { day, hour } from '#db/model/instant.ts';

const claimAt = 100 * day;
const asked = (words: Partial<ClaimWait>): ClaimWait => ({
  state: 'open',
  fromAt: claimAt - 3 * day,
  untilAt: null,
  dueAt: claimAt - 2 * day,
  ...words,
});
const of = (...waits: readonly Partial<ClaimWait>[]) => claimVerdict(waits.map(asked), claimAt);

describe('claimVerdict', () => {
  it('is true while a request is open past its promise, or was closed without an answer', () => {
    expect(of({})).toBe('true');
    expect(of({ state: 'closed_unanswered', untilAt: claimAt - day })).toBe('true');
  });

  it('judges by what was known then: an answer that came after the claim takes nothing back', () => {
    expect(of({ state: 'answered', untilAt: claimAt + 1 })).toBe('true');
    expect(of({ state: 'answered', untilAt: claimAt })).toBe('half-true');
  });

  it('is half true for a late answer, for a request within its promise, and for one that was taken back', () => {
    expect(of({ state: 'answered', untilAt: claimAt - hour })).toBe('half-true');
    expect(of({ dueAt: claimAt })).toBe('half-true');
    expect(of({ state: 'withdrawn', untilAt: claimAt - hour })).toBe('half-true');
  });

  it('is answered where everything had been answered in time', () => {
    expect(of({ state: 'answered', untilAt: claimAt - 2 * day })).toBe('answered');
  });

  it('lets the gravest request speak', () => {
    const inTime = { state: 'answered', untilAt: claimAt - 2 * day } as const;
    expect(of(inTime, { dueAt: claimAt })).toBe('half-true');
    expect(of(inTime, { dueAt: claimAt }, {})).toBe('true');
  });

  it('was never received where nothing had been asked before, or not within 60 days, or only what no figure counts', () => {
    expect(of()).toBe('never-received');
    expect(of({ fromAt: claimAt })).toBe('never-received');
    expect(of({ state: 'answered', fromAt: claimAt - 70 * day, untilAt: claimAt - 61 * day })).toBe('never-received');
    expect(of({ state: 'excluded' })).toBe('never-received');
  });

  it('gives a channel without a promise one day', () => {
    expect(of({ dueAt: null, fromAt: claimAt - day })).toBe('half-true');
    expect(of({ dueAt: null, fromAt: claimAt - day - 1 })).toBe('true');
    expect(of({ dueAt: null, state: 'answered', fromAt: claimAt - 3 * day, untilAt: claimAt - 2 * day })).toBe('answered');
  });
});
