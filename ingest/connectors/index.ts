// The list of connectors: one line for each.
import { AppError } from '#db/model/errors.ts';
import { appStore } from './app-store.ts';
import { bluesky } from './bluesky.ts';
import { chatwoot } from './chatwoot.ts';
import type { AnyConnector } from './connector.ts';
import { discourse } from './discourse.ts';
import { feed } from './feed.ts';
import { github } from './github.ts';
import { googlePlay } from './google-play.ts';
import { imap } from './imap.ts';
import { intercom } from './intercom.ts';
import { mastodon } from './mastodon.ts';
import { reddit } from './reddit.ts';
import { requestTracker } from './request-tracker.ts';
import { telegram } from './telegram.ts';
import { x } from './x.ts';
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
  zammad,
];

/** The connector of an id; throws `not_found` and names the ids there are. */
export function getConnector(id: string): AnyConnector {
  const connector = connectors.find((candidate) => candidate.card.id === id);
  if (connector !== undefined) return connector;
  throw new AppError('not_found', `no connector "${id.slice(0, 64)}"; there are: ${connectors.map(({ card }) => card.id).join(', ')}`);
}
