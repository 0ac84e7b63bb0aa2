// The cases of the contract suite: one for each connector of the list.
import type { ConnectorCase } from './vendor.ts';
import { blueskyCase } from './vendors/bluesky.ts';
import { mastodonCase } from './vendors/mastodon.ts';
import { redditCase } from './vendors/reddit.ts';
import { requestTrackerCase } from './vendors/request-tracker.ts';
import { weiboCase } from './vendors/weibo.ts';
import { xCase } from './vendors/x.ts';
import { youtubeCase } from './vendors/youtube.ts';
import { zendeskCase } from './vendors/zendesk.ts';

export const cases: readonly ConnectorCase[] = [
  requestTrackerCase,
  zendeskCase,
  mastodonCase,
  blueskyCase,
  xCase,
  redditCase,
  youtubeCase,
  weiboCase,
];
