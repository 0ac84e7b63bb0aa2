// The larger conversation files import completely, and a second time without effect.
import { describe, expect, it } from 'vitest';
import { expectTwice, sharedConversations, sharedCounts } from '#test/support/shared-conversations.ts';

describe.skipIf(sharedConversations === null)('all conversation files (needs ../shared)', () => {
  it('are known by name', () => {
    expect(sharedConversations).toEqual(Object.keys(sharedCounts));
  });

  for (const name of ['conv_crypto_appstore.jsonl.gz', 'conv_stc3_csat_en.jsonl.gz', 'conv_uss_csat_en.jsonl.gz']) {
    it(`${name} imports, and a second time changes nothing`, async () => {
      await expectTwice(name);
    }, 600_000);
  }
});
