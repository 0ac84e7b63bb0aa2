// Made-up customers who say some things in a wording that no shipped model knows, and others plainly: for tests of learning.
import { isHeldOut } from '#db/facts/held-out.ts';
import type { TaughtConversation } from '#db/store/taught-conversations.ts';
import { seededRandom } from '#ingest/learn/seeded.ts';

/** Words of no language, as a company's customers might coin them, and what they mean. */
type Matter = { readonly label: string; readonly says: readonly string[] };

const coined: readonly Matter[] = [
  {
    label: 'trade.staking',
    says: ['my glimbark did not zorple', 'the glimbark of this week is missing', 'no zorple for my glimbark since monday'],
  },
  {
    label: 'trade.card',
    says: ['the quandle was declined at the till', 'my quandle never came in the post', 'please send a new quandle to me'],
  },
];

const plain: readonly Matter[] = [
  { label: 'account.login', says: ['I cannot log in to my account', 'the login does not take my password'] },
  { label: 'app.crash', says: ['the app crashes when I open it', 'your app keeps crashing on my phone'] },
];

const openers = ['hello,', 'hi there,', 'good morning', 'please help:', 'since today', 'again', 'sorry,', 'dear team,'];
const closers = ['thank you', 'what can I do', 'any idea', 'regards', 'it is urgent', 'see the picture'];

export type PlantedOptions = { readonly count: number; readonly isShuffled?: boolean; readonly seed?: number };

/** Conversations of as many customers, half of them in coined words; `isShuffled`: with the labels of others. */
export function plantedConversations({ count, isShuffled = false, seed = 1 }: PlantedOptions): TaughtConversation[] {
  const random = seededRandom(seed);
  const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  const said = Array.from({ length: count }, () => {
    const { label, says } = pick(random() < 0.5 ? coined : plain) ?? { label: 'other', says: [] };
    return { label, text: `${pick(openers)} ${pick(says)} ${pick(closers)}` };
  });
  const labels = said.map(({ label }) => label);
  if (isShuffled) labels.sort(() => random() - 0.5);
  return said.map(({ text }, at) => {
    const customer = `customer ${seed} ${at}`;
    const truth = new Map([[labels[at] ?? 'other', 1]]);
    return {
      id: at + 1,
      customer,
      language: 'en',
      channel: 'chat',
      truth,
      isFirm: false,
      test: { truth, weight: 1 },
      isHeldOut: isHeldOut({ customer, conversationId: at + 1 }),
      isDemo: false,
      messages: [{ text, language: 'en' }],
    };
  });
}
