// What a connector or a file import hands over: raw, unredacted, never stored and never logged.
import { z } from 'zod';
import { actors, closers, conversationExclusions, messageKinds, ratingKinds, statuses, visibilities } from '#db/model/conversation.ts';

const instantSchema = z.number().int();

export const fetchedMessageSchema = z.strictObject({
  externalId: z.string().min(1).max(512),
  at: instantSchema.nullable(),
  actor: z.enum(actors),
  /** The vendor's own id or name of the author; becomes a keyed hash. */
  author: z.string().max(512).nullable(),
  /** What customers see of an agent; kept for agents only. */
  authorName: z.string().max(512).nullable(),
  visibility: z.enum(visibilities),
  kind: z.enum(messageKinds),
  text: z.string(),
  inReplyTo: z.string().max(512).nullable(),
  deletedAt: instantSchema.nullable(),
});
export type FetchedMessage = z.infer<typeof fetchedMessageSchema>;

export const fetchedRatingSchema = z.strictObject({
  externalId: z.string().min(1).max(512),
  kind: z.enum(ratingKinds),
  value: z.number(),
  scaleMin: z.number(),
  scaleMax: z.number(),
  at: instantSchema.nullable(),
  /** What the customer wrote with it, as it was written. */
  comment: z.string().nullish(),
});
export type FetchedRating = z.infer<typeof fetchedRatingSchema>;

export const fetchedConversationSchema = z.strictObject({
  /** `part`: messages that are not here stay as they are stored. `whole` (or absent): what is not here was taken away at the source. */
  coverage: z.enum(['whole', 'part']).optional(),
  externalId: z.string().min(1).max(512),
  channel: z.string().min(1).max(64),
  subject: z.string().nullable(),
  openedAt: instantSchema.nullable(),
  status: z.enum(statuses),
  statusChanges: z.array(z.strictObject({ at: instantSchema, status: z.enum(statuses), by: z.enum(closers) })),
  customer: z.string().max(512).nullable(),
  /** The source's own opinion, used only where detection cannot tell. */
  languageHint: z.string().max(32).nullable(),
  category: z.string().max(128).nullable(),
  team: z.string().max(128).nullable(),
  country: z.string().max(64).nullable(),
  tags: z.array(z.string().max(128)).max(200),
  exclusion: z.enum(conversationExclusions).nullable(),
  mergedInto: z.string().max(512).nullable(),
  isComplaint: z.boolean(),
  messages: z.array(fetchedMessageSchema),
  ratings: z.array(fetchedRatingSchema),
});
export type FetchedConversation = z.infer<typeof fetchedConversationSchema>;
