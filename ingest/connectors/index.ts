// The list of connectors: one line for each.
import { AppError } from '#db/model/errors.ts';
import { appStore } from './app-store.ts';
import type { AnyConnector } from './connector.ts';
import { discourse } from './discourse.ts';
import { feed } from './feed.ts';
import { github } from './github.ts';
import { googlePlay } from './google-play.ts';
import { nodebb } from './nodebb.ts';
import { requestTracker } from './request-tracker.ts';
import { telegram } from './telegram.ts';
import { zendesk } from './zendesk.ts';

export const connectors: readonly AnyConnector[] = [
  requestTracker,
  zendesk,
  discourse,
  github,
  feed,
  appStore,
  googlePlay,
  telegram,
  nodebb,
];

/** The connector of an id; throws `not_found` and names the ids there are. */
export function getConnector(id: string): AnyConnector {
  const connector = connectors.find((candidate) => candidate.card.id === id);
  if (connector !== undefined) return connector;
  throw new AppError('not_found', `no connector "${id.slice(0, 64)}"; there are: ${connectors.map(({ card }) => card.id).join(', ')}`);
}
