// Spam: what every public mailbox and forum gets, kept apart from the customers.
import type { Instant } from '#db/model/instant.ts';
import type { FetchedConversation } from '../fetched.ts';
import { sourceOf } from './company.ts';
import type { Random } from './random.ts';

const lines: readonly string[] = [
  'Boost your token listing! {n}00k real holders in {n} days, contact us for price list',
  'Dear sir, we are leading SEO agency, first page guaranteed for {word} in {n} weeks',
  'Recover lost crypto fast!!! Contact {word} recovery experts, 100% success',
  '代开发票，{n}个点，量大从优，加好友详谈',
  '专业代投，日赚{n}000，名额有限，{word}',
  'Congratulations! You are selected for {n}.000 USDT, click to claim {word}',
  'Cheap followers, {n}0,000 for twitter and telegram. Write {word}',
  '高价回收USDT，{n}分钟到账，量大可谈，{word}',
  'Offre exceptionnelle : crédit de {n}0 000 euros sans justificatif, {word}',
  'Verdiene {n}.000 Euro pro Woche von zu Hause, schreib {word}',
  'Invierte {n}00 y gana {n}000, escríbeme {word}',
  'Заработок от {n}000 в день, пиши {word}',
  'Hello, do you accept guest posts on your blog? {word}',
  'We can translate your app into {n}0 languages. Best price. {word}',
  '注册送{n}8元，邀请码{word}，秒提现',
];

const words = [
  'ALPHA',
  'goldpath',
  'bitfix24',
  'nova77',
  'Vip888',
  'trustline',
  'speedrank',
  'mrlee',
  'topdeal',
  'q8winner',
  'lucky168',
  'zenpro',
] as const;

/** One spam conversation that arrived at an instant; `nth` numbers them. An agent closes it unread, within the working day. */
export function spamConversation(random: Random, nth: number, at: Instant): FetchedConversation {
  const channel = random.pick(['email', 'email', 'email', 'web_form', 'web_form', 'forum', 'twitter', 'app_store_review'] as const);
  const text = random
    .pick(lines)
    .replaceAll('{n}', () => String(random.int(2, 9)))
    .replaceAll('{word}', () => `${random.pick(words)}${random.int(1, 99)}`);
  const externalId = `spam-${nth}`;
  return {
    externalId,
    channel,
    subject: channel === 'email' || channel === 'web_form' ? text.slice(0, 28) : null,
    openedAt: at,
    status: 'closed',
    statusChanges: [{ at: at + Math.round(random.logNormal(5 * 3_600_000, 0.8)), status: 'closed', by: 'agent' }],
    customer: `${sourceOf(channel)}/spammer-${random.int(1, 400)}`,
    languageHint: null,
    category: 'other',
    team: null,
    country: null,
    tags: ['spam'],
    exclusion: 'spam',
    mergedInto: null,
    isComplaint: false,
    messages: [
      {
        externalId: `${externalId}-1`,
        at,
        actor: 'customer',
        author: `spammer-${nth}`,
        authorName: null,
        visibility: 'public',
        kind: 'message',
        text,
        inReplyTo: null,
        deletedAt: null,
      },
    ],
    ratings: [],
  };
}
