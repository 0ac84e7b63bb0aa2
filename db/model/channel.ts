// Channels: free names from the sources, grouped into the kinds that promises are made for.

export const channelKinds = ['chat', 'phone', 'email', 'form', 'forum', 'social', 'review', 'other'] as const;
export type ChannelKind = (typeof channelKinds)[number];

const kindOf: Readonly<Record<string, ChannelKind>> = {
  chat: 'chat',
  live_chat: 'chat',
  messenger: 'chat',
  telegram: 'chat',
  whatsapp: 'chat',
  wechat: 'chat',
  intercom: 'chat',
  line: 'chat',
  phone: 'phone',
  call: 'phone',
  voice: 'phone',
  hotline: 'phone',
  email: 'email',
  mail: 'email',
  ticket: 'email',
  helpdesk: 'email',
  form: 'form',
  web_form: 'form',
  web: 'form',
  website: 'form',
  portal: 'form',
  forum: 'forum',
  discourse: 'forum',
  community: 'forum',
  nodebb: 'forum',
  github: 'forum',
  social: 'social',
  twitter: 'social',
  x: 'social',
  weibo: 'social',
  mastodon: 'social',
  bluesky: 'social',
  reddit: 'social',
  facebook: 'social',
  instagram: 'social',
  youtube: 'social',
  review: 'review',
  app_review: 'review',
  app_store_review: 'review',
  app_store: 'review',
  play_store_review: 'review',
  play_store: 'review',
  google_play: 'review',
  google_play_review: 'review',
  trustpilot: 'review',
};

/** The names of all channels of these kinds, in the spelling that `channelKind` compares. */
export function channelNames(kinds: readonly ChannelKind[]): readonly string[] {
  return Object.keys(kindOf).filter((name) => kinds.includes(kindOf[name] ?? 'other'));
}

/** The kind of a channel name as a source gives it; `other` for names that are not known, which have no default promise. */
export function channelKind(channel: string): ChannelKind {
  return kindOf[channel.toLowerCase().replaceAll(/[\s-]+/g, '_')] ?? 'other';
}
