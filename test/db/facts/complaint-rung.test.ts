// On which rung a conversation stands, and why.
import { describe, expect, it } from 'vitest';
import { complaintRung, quietRung, type RungInput, type SaidAt } from '#db/facts/complaint-rung.ts';
import { hour } from '#db/model/instant.ts';

const said = (words: Partial<SaidAt>): SaidAt => ({ level: null, claimsNoReply: false, at: null, ...words });

function rungOf(words: Partial<RungInput>) {
  return complaintRung({
    channel: 'email',
    isLabelled: false,
    sentiment: null,
    isRatedLow: false,
    startedAt: 0,
    said: [],
    ...words,
  });
}

describe('complaintRung', () => {
  it('leaves a private request on its rung, however cross it is', () => {
    expect(rungOf({ sentiment: 'neg', said: [said({ level: 'plain', claimsNoReply: true, at: hour })] })).toEqual({
      rung: 'ticket',
      at: 0,
      reasons: [],
      claimAt: hour,
    });
  });

  it('calls a public post a complaint for its words, its stars or its mood, and nothing without them', () => {
    expect(rungOf({ channel: 'twitter' }).rung).toBe('none');
    expect(rungOf({ channel: 'twitter', sentiment: 'neg' })).toMatchObject({ rung: 'public', reasons: ['negative-mood'] });
    expect(rungOf({ channel: 'app_store_review', isRatedLow: true })).toMatchObject({ rung: 'public', reasons: ['low-rating'] });
    expect(rungOf({ channel: 'forum', said: [said({ claimsNoReply: true, at: hour })] })).toEqual({
      rung: 'public',
      at: hour,
      reasons: ['claims-no-reply'],
      claimAt: hour,
    });
  });

  it('is formal from the message that says so, or from the beginning where the source says it', () => {
    expect(rungOf({ said: [said({ at: 0 }), said({ level: 'formal', at: hour })] })).toMatchObject({ rung: 'formal', at: hour });
    expect(rungOf({ isLabelled: true })).toEqual({ rung: 'formal', at: 0, reasons: ['source-label'], claimAt: null });
  });

  it('takes the loudest: who went to a regulator did so, whatever else was said', () => {
    const both = [said({ level: 'formal', at: 0 }), said({ level: 'regulator', at: hour })];
    expect(rungOf({ said: both, channel: 'forum' })).toMatchObject({ rung: 'regulator', at: hour, reasons: ['regulator-words'] });
  });

  it('puts whoever says nothing where the channel puts them', () => {
    expect(['email', 'chat', 'phone', 'fax', 'twitter', 'App Store', 'forum'].map(quietRung)).toEqual([
      'ticket',
      'ticket',
      'ticket',
      'ticket',
      'none',
      'none',
      'none',
    ]);
  });
});
