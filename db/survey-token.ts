// The token in the link of a survey: a signature over what it is about, so that it can be made again and never guessed.
import { createHmac, hkdfSync } from 'node:crypto';
import type { Keys } from './keys.ts';
import { hashSecret } from './source-key.ts';

const tokenBytes = 24;

/** The token for one episode of one conversation: the same each time, 192 bits that nobody without the keys can make. */
export function surveyToken(keys: Keys, conversationId: number, episode: number): string {
  const key = Buffer.from(hkdfSync('sha256', keys.hmacKey, '', 'huiyin survey links', 32));
  return createHmac('sha256', key).update(`${conversationId}:${episode}`).digest().subarray(0, tokenBytes).toString('base64url');
}

/** What an offer is found by; null for what cannot be a token. */
export function surveyTokenHash(token: string): string | null {
  return /^[A-Za-z0-9_-]{32}$/.test(token) ? hashSecret(token) : null;
}
