// Real conversation files import completely, and a second time without effect.
import { describe, it } from 'vitest';
import { expectTwice, sharedConversations } from '#test/support/shared-conversations.ts';

describe.skipIf(sharedConversations === null)('conversation files (needs ../shared)', () => {
  for (const name of ['conv_ibm_twitter_en.jsonl.gz', 'conv_twcs_multi.jsonl.gz', 'conv_stc3_csat_zh.jsonl.gz']) {
    it(`${name} imports, and a second time changes nothing`, async () => {
      await expectTwice(name);
    });
  }
});
