// Wait-time notices: what customers were told how long they will wait, and when they were told so.
import { z } from 'zod';
import type { Instant } from './instant.ts';

/** `predicted` by the house, `manual`: set by hand, `replayed`: what would have been said, for the demo company; nobody saw it. */
export const noticeOrigins = ['predicted', 'manual', 'replayed'] as const;
export type NoticeOrigin = (typeof noticeOrigins)[number];

/** One range that stood for a channel in `[shownAt, untilAt)`; a later notice of the channel ends it early. */
export type Notice = {
  readonly channel: string;
  readonly shownAt: Instant;
  readonly untilAt: Instant;
  readonly minMs: number;
  readonly maxMs: number;
  readonly origin: NoticeOrigin;
  readonly isPeak: boolean;
};

/** Languages that the widget speaks, and in which texts may be written by hand. */
export const noticeLanguages = ['zh', 'en', 'fr', 'de', 'es', 'ru', 'ja', 'pt'] as const;
export type NoticeLanguage = (typeof noticeLanguages)[number];

/** What people set by hand for a channel until it expires: a range, a text in some languages, or both. */
export type NoticeOverride = {
  readonly channel: string;
  /** Both null: the predicted range stays and the text stands beside it. */
  readonly minMs: number | null;
  readonly maxMs: number | null;
  readonly texts: Readonly<Partial<Record<NoticeLanguage, string>>>;
  /** Name of the person. */
  readonly setBy: string;
  readonly setAt: Instant;
  readonly expiresAt: Instant;
};

/** Whether customers are told anything, under which unlisted key, and about which channels. */
export const noticeSettingSchema = z.object({
  isOn: z.boolean(),
  key: z.string(),
  channels: z.array(z.string()),
  /** Switched on by the demo company, whose removal takes it along. */
  isForDemo: z.boolean(),
});
export type NoticeSetting = z.infer<typeof noticeSettingSchema>;
