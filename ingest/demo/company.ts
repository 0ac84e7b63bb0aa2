// The invented wallet company behind the demo: its channels, markets, teams and what people write to it about.

/** Invented; no wallet of this name is known to us. */
export const brand = { en: 'Larkfold Wallet', zh: '云雀钱包', handle: '@LarkfoldHelp', ticketPrefix: 'LF' } as const;

export const languages = ['zh-Hans', 'zh-Hant', 'en', 'fr', 'de', 'es', 'ru'] as const;
export type Language = (typeof languages)[number];

/** The languages that templates are written in; traditional Chinese is converted from simplified. */
export const textLanguages = ['zh', 'en', 'fr', 'de', 'es', 'ru'] as const;
export type TextLanguage = (typeof textLanguages)[number];

/** The language whose templates serve a customer's language. */
export function textLanguage(language: Language): TextLanguage {
  return language === 'zh-Hans' || language === 'zh-Hant' ? 'zh' : language;
}

export const channels = ['chat', 'email', 'web_form', 'forum', 'twitter', 'app_store_review', 'phone'] as const;
export type Channel = (typeof channels)[number];

/** One source a channel, as a real company would have connected them. */
export const demoSources: readonly { readonly id: string; readonly channel: Channel; readonly label: string }[] = [
  { id: 'demo-chat', channel: 'chat', label: 'Demo · Live chat' },
  { id: 'demo-email', channel: 'email', label: 'Demo · E-mail' },
  { id: 'demo-web-form', channel: 'web_form', label: 'Demo · Web form' },
  { id: 'demo-forum', channel: 'forum', label: 'Demo · Community forum' },
  { id: 'demo-twitter', channel: 'twitter', label: 'Demo · Twitter' },
  { id: 'demo-app-store', channel: 'app_store_review', label: 'Demo · App store reviews' },
  { id: 'demo-phone', channel: 'phone', label: 'Demo · Phone' },
];

/** The source that a channel's conversations come from. */
export function sourceOf(channel: Channel): string {
  const source = demoSources.find((entry) => entry.channel === channel);
  if (source === undefined) throw new RangeError(`no demo source for channel ${channel}`);
  return source.id;
}

export const teams = ['Tier 1 Chinese', 'Tier 1 International', 'Security', 'Developers'] as const;
export type Team = (typeof teams)[number];

/** Two levels: `area.topic`, or an area that has no topics. */
export const categories = [
  'deposit.late',
  'deposit.failed',
  'deposit.wrong-amount',
  'deposit.wrong-network',
  'fees',
  'account.login',
  'account.2fa',
  'security.theft',
  'security.phishing',
  'security.suspicious-transaction',
  'app.crash',
  'app.connection',
  'app.performance',
  'verification',
  'trade.swap',
  'trade.staking',
  'support.no-reply',
  'support.rude',
  'support.wrong-language',
  'feature-request',
  'praise',
  'complaint-regulator',
  'other',
] as const;
export type Category = (typeof categories)[number];

/** Topics that share their small talk: what was tried, what is asked back, how it ends. */
export const topicGroups = ['money', 'account', 'identity', 'security', 'app', 'swap', 'staking', 'service', 'idea'] as const;
export type TopicGroup = (typeof topicGroups)[number];

/** The group of a category. */
export function topicGroup(category: Category): TopicGroup {
  if (category.startsWith('deposit.') || category === 'fees') return 'money';
  if (category.startsWith('account.')) return 'account';
  if (category === 'verification') return 'identity';
  if (category.startsWith('security.')) return 'security';
  if (category.startsWith('app.')) return 'app';
  if (category.startsWith('trade.')) return category === 'trade.swap' ? 'swap' : 'staking';
  if (category.startsWith('support.') || category === 'complaint-regulator') return 'service';
  return 'idea';
}

/** How often each category comes up in a quiet week, and how upset its writers are to begin with (0 to 1). */
export const categoryProfile: Readonly<Record<Category, { readonly weight: number; readonly upset: number; readonly rounds: number }>> = {
  'deposit.late': { weight: 12, upset: 0.42, rounds: 2.1 },
  'deposit.failed': { weight: 7, upset: 0.42, rounds: 2.3 },
  'deposit.wrong-amount': { weight: 3, upset: 0.5, rounds: 2.4 },
  'deposit.wrong-network': { weight: 6, upset: 0.4, rounds: 2.6 },
  fees: { weight: 7, upset: 0.38, rounds: 1.5 },
  'account.login': { weight: 7, upset: 0.38, rounds: 2.1 },
  'account.2fa': { weight: 6, upset: 0.36, rounds: 2.1 },
  'security.theft': { weight: 3, upset: 0.72, rounds: 3 },
  'security.phishing': { weight: 4, upset: 0.38, rounds: 1.6 },
  'security.suspicious-transaction': { weight: 4, upset: 0.52, rounds: 2.3 },
  'app.crash': { weight: 4, upset: 0.42, rounds: 1.9 },
  'app.connection': { weight: 4, upset: 0.38, rounds: 1.8 },
  'app.performance': { weight: 4, upset: 0.36, rounds: 1.6 },
  verification: { weight: 5, upset: 0.38, rounds: 2 },
  'trade.swap': { weight: 5, upset: 0.36, rounds: 2 },
  'trade.staking': { weight: 4, upset: 0.28, rounds: 1.8 },
  'support.no-reply': { weight: 0.5, upset: 0.7, rounds: 1.6 },
  'support.rude': { weight: 0.4, upset: 0.72, rounds: 1.5 },
  'support.wrong-language': { weight: 0.4, upset: 0.5, rounds: 1.4 },
  'feature-request': { weight: 5, upset: 0.12, rounds: 1.2 },
  praise: { weight: 5, upset: 0.02, rounds: 1 },
  'complaint-regulator': { weight: 0.3, upset: 0.85, rounds: 2 },
  other: { weight: 4, upset: 0.2, rounds: 1.5 },
};

/** What a channel attracts more (above 1) or less (below 1) than the others; 1 where nothing is said. */
export const channelTilt: Readonly<Record<Channel, Readonly<Partial<Record<Category, number>>>>> = {
  chat: { praise: 0.15, 'feature-request': 0.3, 'complaint-regulator': 0, 'support.no-reply': 0.4 },
  email: { praise: 0.2, 'security.theft': 1.4, 'feature-request': 0.7 },
  web_form: { praise: 0.2, verification: 1.5, 'deposit.wrong-network': 1.4, 'feature-request': 1.2 },
  forum: {
    'feature-request': 3,
    'trade.staking': 2,
    fees: 1.5,
    praise: 0.8,
    verification: 0.4,
    'security.theft': 0.6,
    'complaint-regulator': 0,
    'account.2fa': 0.5,
  },
  twitter: {
    praise: 2,
    'app.connection': 1.8,
    'security.phishing': 1.8,
    verification: 0.5,
    'complaint-regulator': 0,
    'support.no-reply': 2,
  },
  app_store_review: {
    praise: 8,
    'app.crash': 3,
    'app.performance': 3,
    'app.connection': 2,
    'feature-request': 2.2,
    fees: 1.3,
    'deposit.wrong-network': 0.3,
    'deposit.wrong-amount': 0.5,
    'security.theft': 0.5,
    'security.suspicious-transaction': 0.2,
    'security.phishing': 0.2,
    'complaint-regulator': 0,
    'account.2fa': 0.7,
    other: 0.4,
  },
  phone: {
    praise: 0,
    'feature-request': 0,
    'security.theft': 3,
    'account.login': 1.6,
    'app.performance': 0.4,
    'complaint-regulator': 0.5,
  },
};
