// The kind words of the demo's first answers: the product must read them as warm where it reads tone at all.
import { describe, expect, it } from 'vitest';
import { replyTone } from '#db/quality/reply-tone.ts';
import { agentDe } from '#ingest/demo/texts/de/agent.ts';
import { agentEn } from '#ingest/demo/texts/en/agent.ts';
import { agentFr } from '#ingest/demo/texts/fr/agent.ts';
import { agentZh } from '#ingest/demo/texts/zh/agent.ts';

describe('kind words of the demo', () => {
  it.each([
    ['zh', agentZh],
    ['en', agentEn],
    ['fr', agentFr],
    ['de', agentDe],
  ] as const)('are read as warm in %s, and an excuse alone is not', (language, { kindnesses, sorries }) => {
    expect(kindnesses.map((line) => replyTone(line, language)?.tone)).toEqual(kindnesses.map(() => 'warm'));
    expect(sorries.map((line) => replyTone(line, language)?.tone)).not.toContain('warm');
  });
});
