// The list of connectors: one line for each.
import { AppError } from '#db/model/errors.ts';
import { calendarFile } from './calendar-file.ts';
import type { AnyConnector } from './connector.ts';
import { githubReleases } from './github-releases.ts';
import { marketPrices } from './market-prices.ts';
import { releaseFeed } from './release-feed.ts';
import { requestTracker } from './request-tracker.ts';
import { statusPage } from './status-page.ts';
import { zendesk } from './zendesk.ts';

export const connectors: readonly AnyConnector[] = [requestTracker, zendesk];

/** Connectors that tell business events instead of conversations. */
export const eventConnectors: readonly AnyConnector[] = [releaseFeed, githubReleases, statusPage, marketPrices, calendarFile];

/** The connector of an id; throws `not_found` and names the ids there are. */
export function getConnector(id: string): AnyConnector {
  const all = [...connectors, ...eventConnectors];
  const connector = all.find((candidate) => candidate.card.id === id);
  if (connector !== undefined) return connector;
  throw new AppError('not_found', `no connector "${id.slice(0, 64)}"; there are: ${all.map(({ card }) => card.id).join(', ')}`);
}
