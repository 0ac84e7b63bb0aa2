// Weibo: what its interface says of posts and comments, and what they mean.
import { z } from 'zod';
import type { Instant } from '#db/model/instant.ts';
import type { SocialPost } from './social-post.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `Wed Jun 01 00:50:25 +0800 2011` as an instant; null where it is none. */
export function weiboTime(text: string): Instant | null {
  const [, month = '', date, hours, minutes, seconds, sign, zoneHours, zoneMinutes, year] =
    /^\w{3} (\w{3}) (\d{1,2}) (\d\d):(\d\d):(\d\d) ([+-])(\d\d)(\d\d) (\d{4})$/.exec(text.trim()) ?? [];
  const place = months.indexOf(month);
  if (place < 0) return null;
  const local = Date.UTC(Number(year), place, Number(date), Number(hours), Number(minutes), Number(seconds));
  const offset = (Number(zoneHours) * 60 + Number(zoneMinutes)) * 60_000;
  return sign === '-' ? local + offset : local - offset;
}

const idText = z.union([z.string(), z.number()]).transform(String);
const time = z.string().transform((text, context): Instant => {
  const at = weiboTime(text);
  if (at !== null) return at;
  context.addIssue({ code: 'custom', message: 'not a time' });
  return z.NEVER;
});
/** `idstr` where it is given: numbers of this size do not survive. */
const identity = { id: idText.nullish(), idstr: z.string().nullish(), mid: idText.nullish() };
const userShape = z.object({ ...identity, screen_name: z.string().nullish() });

export const statusShape = z.object({
  ...identity,
  created_at: time,
  text: z.string(),
  user: userShape.nullish(),
  deleted: z.union([z.string(), z.number(), z.boolean()]).nullish(),
  isLongText: z.boolean().nullish(),
  longText: z.object({ longTextContent: z.string() }).nullish(),
  retweeted_status: z.object({ ...identity, user: userShape.nullish() }).nullish(),
});
export type WeiboStatus = z.infer<typeof statusShape>;

export const commentShape = z.object({
  ...identity,
  created_at: time,
  text: z.string(),
  user: userShape.nullish(),
  reply_comment: z.object(identity).nullish(),
});
export type WeiboComment = z.infer<typeof commentShape>;

export type WeiboSelf = { readonly uid: string; readonly name: string };

type Identified = { readonly id?: string | null | undefined; readonly idstr?: string | null | undefined };
export const idOf = ({ idstr, id }: Identified): string => idstr ?? id ?? '';
/** Posts and comments count in numbers of their own. */
export const commentId = (comment: Identified): string => `c${idOf(comment)}`;

const authorOf = (user: z.infer<typeof userShape> | null | undefined): SocialPost['author'] => ({
  id: user == null ? null : idOf(user) || null,
  handles: user?.screen_name == null ? [] : [user.screen_name],
  name: user?.screen_name ?? null,
  isBot: false,
});

export const isDeletedStatus = ({ deleted, user }: WeiboStatus): boolean =>
  deleted === true || String(deleted ?? '') === '1' || user == null;

/** Whether a post was cut and the rest of it is not given. */
export const isCutStatus = ({ isLongText, longText }: WeiboStatus): boolean => isLongText === true && longText == null;

/** Words of one's own in a repost; what follows `//@` was said by others. */
const ownWords = (text: string): string => (text.split('//@')[0] ?? '').trim();
const isPlainRepost = (text: string): boolean => ['', '转发微博', '轉發微博', 'Repost', '转发微博。'].includes(ownWords(text));

const callsUs = (text: string, { name }: WeiboSelf): boolean => text.toLowerCase().includes(`@${name.toLowerCase()}`);

export function toWeiboStatus(status: WeiboStatus, self: WeiboSelf): SocialPost {
  const repeated = status.retweeted_status ?? null;
  const whole = status.longText?.longTextContent ?? status.text;
  const text = repeated === null ? whole : ownWords(whole);
  const isOurs = repeated?.user != null && idOf(repeated.user) === self.uid;
  return {
    id: idOf(status),
    parent: null,
    quotes: repeated === null ? null : idOf(repeated),
    author: authorOf(status.user),
    at: status.created_at,
    text: isDeletedStatus(status) ? '' : text,
    language: null,
    addressesUs: isOurs || callsUs(whole, self),
    visibility: 'public',
    isRepost: repeated !== null && isPlainRepost(whole),
    isDeleted: isDeletedStatus(status),
  };
}

export function toWeiboComment(comment: WeiboComment, statusId: string, self: WeiboSelf): SocialPost {
  const answered = comment.reply_comment ?? null;
  return {
    id: commentId(comment),
    parent: answered === null || idOf(answered) === '' ? statusId : commentId(answered),
    quotes: null,
    author: authorOf(comment.user),
    at: comment.created_at,
    text: comment.text,
    language: null,
    addressesUs: callsUs(comment.text, self),
    visibility: 'public',
    isRepost: false,
    isDeleted: comment.user == null,
  };
}
