// The list of connectors: one line for each.
import { AppError } from '#db/model/errors.ts';
import { bluesky } from './bluesky.ts';
import type { AnyConnector } from './connector.ts';
import { mastodon } from './mastodon.ts';
import { reddit } from './reddit.ts';
import { requestTracker } from './request-tracker.ts';
import { weibo } from './weibo.ts';
import { x } from './x.ts';
import { youtube } from './youtube.ts';
import { zendesk } from './zendesk.ts';

export const connectors: readonly AnyConnector[] = [requestTracker, zendesk, mastodon, bluesky, x, reddit, youtube, weibo];

/** The connector of an id; throws `not_found` and names the ids there are. */
export function getConnector(id: string): AnyConnector {
  const connector = connectors.find((candidate) => candidate.card.id === id);
  if (connector !== undefined) return connector;
  throw new AppError('not_found', `no connector "${id.slice(0, 64)}"; there are: ${connectors.map(({ card }) => card.id).join(', ')}`);
}
