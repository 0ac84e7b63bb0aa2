// The cases of the contract suite: one for each connector of the list.
import type { ConnectorCase } from './vendor.ts';
import { appStoreCase } from './vendors/app-store.ts';
import { blueskyCase } from './vendors/bluesky.ts';
import { chatwootCase } from './vendors/chatwoot.ts';
import { discourseCase } from './vendors/discourse.ts';
import { feedCase } from './vendors/feed.ts';
import { freshdeskCase } from './vendors/freshdesk.ts';
import { githubCase } from './vendors/github.ts';
import { googlePlayCase } from './vendors/google-play.ts';
import { imapCase } from './vendors/imap.ts';
import { intercomCase } from './vendors/intercom.ts';
import { mastodonCase } from './vendors/mastodon.ts';
import { nodebbCase } from './vendors/nodebb.ts';
import { redditCase } from './vendors/reddit.ts';
import { redmineCase } from './vendors/redmine.ts';
import { requestTrackerCase } from './vendors/request-tracker.ts';
import { telegramCase } from './vendors/telegram.ts';
import { weiboCase } from './vendors/weibo.ts';
import { xCase } from './vendors/x.ts';
import { youtubeCase } from './vendors/youtube.ts';
import { zammadCase } from './vendors/zammad.ts';
import { zendeskCase } from './vendors/zendesk.ts';

export const cases: readonly ConnectorCase[] = [
  requestTrackerCase,
  imapCase,
  zendeskCase,
  chatwootCase,
  discourseCase,
  githubCase,
  mastodonCase,
  blueskyCase,
  feedCase,
  appStoreCase,
  googlePlayCase,
  xCase,
  redditCase,
  telegramCase,
  intercomCase,
  redmineCase,
  zammadCase,
  nodebbCase,
  youtubeCase,
  freshdeskCase,
  weiboCase,
];
