// The cases of the contract suite: one for each connector of the list.
import type { ConnectorCase } from './vendor.ts';
import { appStoreCase } from './vendors/app-store.ts';
import { discourseCase } from './vendors/discourse.ts';
import { feedCase } from './vendors/feed.ts';
import { githubCase } from './vendors/github.ts';
import { googlePlayCase } from './vendors/google-play.ts';
import { nodebbCase } from './vendors/nodebb.ts';
import { requestTrackerCase } from './vendors/request-tracker.ts';
import { telegramCase } from './vendors/telegram.ts';
import { zendeskCase } from './vendors/zendesk.ts';

export const cases: readonly ConnectorCase[] = [
  requestTrackerCase,
  zendeskCase,
  discourseCase,
  githubCase,
  feedCase,
  appStoreCase,
  googlePlayCase,
  telegramCase,
  nodebbCase,
];
