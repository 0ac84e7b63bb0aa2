// Risk: golden messages in four languages, who speaks, our own agents, links, and what redaction hands over.
import { beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '#db/model/conversation.ts';
import type { RiskSignal } from '#db/model/score.ts';
import { openRiskScorer } from '#ingest/scores/risk.ts';
import { nearEdits, openLinkReader, skeleton } from '#ingest/scores/risk-links.ts';
import type { Scorer } from '#ingest/scores/scorer.ts';
import { goldenLines } from '#test/support/golden-lines.ts';

let scorer: Scorer<readonly RiskSignal[]>;
beforeAll(async () => {
  scorer = await openRiskScorer();
});

const ask = (text: string, actor: Actor = 'customer', redactions: readonly string[] = []) =>
  scorer.score({ text, language: 'en', channel: null, actor, redactions });
const said = (signals: readonly RiskSignal[]) => signals.map(({ id, role }) => `${id} ${role}`);

// Written one after the other: each was measured once before the words were mended by its misses.
const all = ['first', 'second', 'third'].flatMap((name) => goldenLines(`risk/${name}.txt`));

/** Lines whose label is missed, and harmless ones for which anything is found. */
function compare(score: (text: string) => readonly RiskSignal[], lines = all) {
  const missed = lines.filter(({ label, text }) => label !== 'none' && !said(score(text)).includes(label));
  const alarmed = lines.filter(({ label, text }) => label === 'none' && score(text).length > 0);
  return { missed: missed.map(({ text }) => text), alarmed: alarmed.map(({ text }) => text) };
}

describe('risk', () => {
  it('is found with the one who speaks of it, and harmless questions are left alone', () => {
    // Known: "zero" is taken for a loss where a deposit has only not been credited.
    expect(compare(ask)).toEqual({ missed: [], alarmed: ['I deposited euros but the balance is zero'] });
  });

  it('would be missed by a scorer that finds nothing, and alarmed by one that finds the same in all', () => {
    const harmless = all.filter(({ label }) => label === 'none').length;
    expect(compare(() => []).missed).toHaveLength(all.length - harmless);
    expect(compare(() => ask('send us your seed phrase')).alarmed).toHaveLength(harmless);
  });

  it('is a breach of our own agent who asks for a secret, and nothing where the agent warns or guides', () => {
    expect(said(ask('Please send me your private key', 'agent'))).toEqual(['asks-for-secret agent']);
    expect(ask('We will never ask you to share your private key', 'agent')).toEqual([]);
    expect(ask('Open the app and enter your recovery phrase on the device', 'agent')).toEqual([]);
  });

  it('names a secret that redaction took out, as something that happened to the writer', () => {
    expect(ask('here it is', 'customer', ['SEED_PHRASE'])).toEqual([
      { id: 'secret-exposed', role: 'victim', weight: 'high', evidence: [] },
    ]);
    expect(ask('here it is', 'customer', ['EMAIL'])).toEqual([]);
  });

  it('points at the words that carried it', () => {
    expect(ask('Hi. Send us your seed phrase').map(({ evidence }) => evidence)).toEqual([[{ start: 4, end: 21, weight: 1 }]]);
  });

  it('takes an urgent first line with a strange domain for abuse of our automatic reply', () => {
    expect(said(ask('[URGENT] read vault.trezor.guide'))).toEqual(['look-alike-domain scammer', 'subject-abuse scammer']);
    expect(said(ask('[URGENT] read trezor.io'))).toEqual([]);
  });
});

describe('links', () => {
  const read = openLinkReader({ names: ['metamask'], ownDomains: ['metamask.io'] });
  const kinds = (text: string) => read(text).map(({ kind }) => kind);

  it('imitate a brand by foreign letters, digits, joined letters, additions and slips', () => {
    const bad = [
      'mеtamask.io',
      'metarnask.io',
      'm3tamask.com',
      'metamask-support.top',
      'hxxps://metamask[.]app',
      'metamaks.io',
      'wallet-sync.pages.dev',
    ];
    expect(bad.map(kinds)).toEqual(bad.map(() => ['look-alike']));
    expect(['support.metamask.io', 'metamask.zendesk.com', 'example.com', 'docs.google.com/forms/d/1'].map(kinds)).toEqual([
      ['own'],
      ['other'],
      ['other'],
      ['form'],
    ]);
    expect(kinds('a sentence.Another one, 3.14, v1.2.3, me@metamask-x.com')).toEqual([]);
  });

  it('are compared by what the eye reads and by edits', () => {
    expect(skeleton('Ｍetarnаsk')).toBe(skeleton('metamask'));
    expect([nearEdits('abc', 'abc'), nearEdits('abc', 'acb'), nearEdits('abc', 'abcd'), nearEdits('abc', 'xyz')]).toEqual([0, 1, 1, 3]);
  });
});
