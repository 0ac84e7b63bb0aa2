// Where the customers of the demo live, which channels they prefer and at what hours they write.
import type { Channel, Language } from './company.ts';

/** `share` in percent of all conversations; `offset` is the winter offset of the country's clock from UTC, in hours. */
export type Market = { readonly country: string; readonly language: Language; readonly share: number; readonly offset: number };

/**
 * Daylight saving is left out on purpose: it would move a Western evening by an hour for half the year, which nobody can see
 * in arrivals of this size, and the curves below are wider than an hour.
 */
export const markets: readonly Market[] = [
  { country: 'CN', language: 'zh-Hans', share: 39, offset: 8 },
  { country: 'SG', language: 'zh-Hans', share: 3.4, offset: 8 },
  { country: 'MY', language: 'zh-Hans', share: 3, offset: 8 },
  { country: 'CA', language: 'zh-Hans', share: 0.8, offset: -8 },
  { country: 'AU', language: 'zh-Hans', share: 0.8, offset: 10 },
  { country: 'TW', language: 'zh-Hant', share: 3.2, offset: 8 },
  { country: 'HK', language: 'zh-Hant', share: 2.3, offset: 8 },
  { country: 'US', language: 'en', share: 7, offset: -6 },
  { country: 'GB', language: 'en', share: 4.4, offset: 0 },
  { country: 'IN', language: 'en', share: 3.2, offset: 5.5 },
  { country: 'NG', language: 'en', share: 2, offset: 1 },
  { country: 'AU', language: 'en', share: 1.8, offset: 10 },
  { country: 'CA', language: 'en', share: 1.7, offset: -5 },
  { country: 'PH', language: 'en', share: 1.7, offset: 8 },
  { country: 'SG', language: 'en', share: 1.4, offset: 8 },
  { country: 'ZA', language: 'en', share: 1, offset: 2 },
  { country: 'FR', language: 'fr', share: 4.2, offset: 1 },
  { country: 'BE', language: 'fr', share: 0.7, offset: 1 },
  { country: 'CH', language: 'fr', share: 0.5, offset: 1 },
  { country: 'CA', language: 'fr', share: 0.5, offset: -5 },
  { country: 'DE', language: 'de', share: 4.6, offset: 1 },
  { country: 'AT', language: 'de', share: 0.8, offset: 1 },
  { country: 'CH', language: 'de', share: 0.8, offset: 1 },
  { country: 'ES', language: 'es', share: 1.8, offset: 1 },
  { country: 'MX', language: 'es', share: 1.3, offset: -6 },
  { country: 'AR', language: 'es', share: 1.1, offset: -3 },
  { country: 'CO', language: 'es', share: 0.7, offset: -5 },
  { country: 'CL', language: 'es', share: 0.5, offset: -4 },
  { country: 'RU', language: 'ru', share: 2.8, offset: 3 },
  { country: 'KZ', language: 'ru', share: 1.3, offset: 5 },
  { country: 'GE', language: 'ru', share: 0.6, offset: 4 },
  { country: 'AM', language: 'ru', share: 0.5, offset: 4 },
];

/** Arrivals by local hour of the customer: little at night, a dip at lunch, the evening strong, since wallets are used after work. */
export const hourCurve: readonly number[] = [
  0.32, 0.2, 0.13, 0.1, 0.09, 0.12, 0.24, 0.45, 0.78, 1.15, 1.38, 1.36, 1.1, 1.18, 1.36, 1.4, 1.36, 1.26, 1.18, 1.26, 1.42, 1.45, 1.16,
  0.68,
];

/** Monday to Sunday. */
export const weekdayCurve: readonly number[] = [1.13, 1.08, 1.04, 1.02, 1.03, 0.86, 0.84];

const western: Readonly<Record<Channel, number>> = {
  chat: 30,
  email: 30,
  web_form: 14,
  forum: 6,
  twitter: 8,
  app_store_review: 8.5,
  phone: 3.5,
};

/** Shares of channels by language. Phone lines exist in Chinese and English only; mainland customers hardly use Twitter. */
export const channelShares: Readonly<Record<Language, Readonly<Record<Channel, number>>>> = {
  'zh-Hans': { chat: 44, email: 19, web_form: 14, forum: 5, twitter: 1.5, app_store_review: 8.5, phone: 8 },
  'zh-Hant': { chat: 38, email: 24, web_form: 14, forum: 5, twitter: 5, app_store_review: 8, phone: 6 },
  en: { ...western, phone: 4 },
  fr: { ...western, phone: 0, web_form: 17 },
  de: { ...western, phone: 0, email: 35, chat: 26 },
  es: { ...western, phone: 0, twitter: 11 },
  ru: { ...western, phone: 0, chat: 34, forum: 9 },
};

/** How much a market writes on a public holiday of its own, against a plain day. */
export const holidayArrivals = 0.62;
