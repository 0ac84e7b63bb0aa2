// What a conversation says to the grouping: the message that states the matter, which versions it names, who speaks, what it cost us.
import { createHash } from 'node:crypto';
import type { IssueMember } from '#db/model/issue.ts';
import type { ToPlace } from '#db/store/issue-members.ts';
import { readTokens } from '../taxonomy/tokens.ts';

/** A first message of fewer words is a greeting: the longest one is read then. */
const fewestWords = 3;
/** Shorter texts are alike by chance and not because they are one complaint. */
const fewestCopied = 8;

/** A version as people write it: `v7.12`, `version 2.3.1`, `7.12.0`; never a sum or a date. */
const versionPattern =
  /(?:\b[vV]\.?\s?|\b(?:version|Version|ver\.?|versión)\s?|版本\s?)(\d{1,3}(?:\.\d{1,4}){1,3})\b|\b(\d{1,2}\.(?!0\d)\d{1,3}\.\d{1,3})\b(?![.\d%])/;

export type Stated = Pick<IssueMember, 'message' | 'textHash' | 'version' | 'replies'> & { readonly text: string };

/** Null where the customer wrote nothing that can be read. */
export function statedMatter({ messages }: Pick<ToPlace, 'messages'>): Stated | null {
  const said = messages.filter(({ actor, body, deletedAt }) => actor === 'customer' && deletedAt === null && body.trim() !== '');
  const first = said.find(({ body }) => readTokens(body).length >= fewestWords);
  const longest = said.reduce<(typeof said)[number] | undefined>(
    (most, one) => (one.body.length > (most?.body.length ?? 0) ? one : most),
    undefined,
  );
  const stated = first ?? longest;
  if (stated === undefined) return null;
  const found = versionPattern.exec(stated.body);
  return {
    text: stated.body,
    message: stated.externalId,
    textHash: textHash(stated.body),
    version: found?.[1] ?? found?.[2] ?? null,
    replies: messages.filter(({ actor, countsAsReply }) => actor === 'agent' && countsAsReply).length,
  };
}

/** The same for two texts with the same words; null for texts that are too short to be recognised. */
export function textHash(text: string): string | null {
  const words = readTokens(text).map(({ word }) => word);
  return words.length < fewestCopied ? null : createHash('sha256').update(words.join(' ')).digest('hex').slice(0, 16);
}

/** Who speaks, as far as the source tells: all conversations of one customer have one voice. */
export function voiceOf({ id, customerKey }: Pick<ToPlace, 'id' | 'customerKey'>): string {
  return customerKey ?? `conversation ${id}`;
}
