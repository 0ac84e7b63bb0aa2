// The list of connectors: one line for each.
import { AppError } from '#db/model/errors.ts';
import { appStore } from './app-store.ts';
import { bluesky } from './bluesky.ts';
import { calendarFile } from './calendar-file.ts';
import { chatwoot } from './chatwoot.ts';
import type { AnyConnector } from './connector.ts';
import { discourse } from './discourse.ts';
import { feed } from './feed.ts';
import { freshdesk } from './freshdesk.ts';
import { github } from './github.ts';
import { githubReleases } from './github-releases.ts';
import { googlePlay } from './google-play.ts';
import { imap } from './imap.ts';
import { intercom } from './intercom.ts';
import { marketPrices } from './market-prices.ts';
import { mastodon } from './mastodon.ts';
import { nodebb } from './nodebb.ts';
import { reddit } from './reddit.ts';
import { redmine } from './redmine.ts';
import { releaseFeed } from './release-feed.ts';
import { requestTracker } from './request-tracker.ts';
import { statusPage } from './status-page.ts';
import { telegram } from './telegram.ts';
import { weibo } from './weibo.ts';
import { x } from './x.ts';
import { youtube } from './youtube.ts';
import { zammad } from './zammad.ts';
import { zendesk } from './zendesk.ts';

export const connectors: readonly AnyConnector[] = [
  requestTracker,
  imap,
  zendesk,
  chatwoot,
  discourse,
  github,
  mastodon,
  bluesky,
  feed,
  appStore,
  googlePlay,
  x,
  reddit,
  telegram,
  intercom,
  redmine,
  zammad,
  nodebb,
  youtube,
  freshdesk,
  weibo,
];

/** Connectors that tell business events instead of conversations. */
export const eventConnectors: readonly AnyConnector[] = [releaseFeed, githubReleases, statusPage, marketPrices, calendarFile];

/** The connector of an id; throws `not_found` and names the ids there are. */
export function getConnector(id: string): AnyConnector {
  const all = [...connectors, ...eventConnectors];
  const connector = all.find((candidate) => candidate.card.id === id);
  if (connector !== undefined) return connector;
  throw new AppError('not_found', `no connector "${id.slice(0, 64)}"; there are: ${all.map(({ card }) => card.id).join(', ')}`);
}
