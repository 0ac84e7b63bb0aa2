// The list of connectors: one line for each.
import { AppError } from '#db/model/errors.ts';
import { chatwoot } from './chatwoot.ts';
import type { AnyConnector } from './connector.ts';
import { freshdesk } from './freshdesk.ts';
import { imap } from './imap.ts';
import { intercom } from './intercom.ts';
import { redmine } from './redmine.ts';
import { requestTracker } from './request-tracker.ts';
import { zammad } from './zammad.ts';
import { zendesk } from './zendesk.ts';

export const connectors: readonly AnyConnector[] = [requestTracker, zendesk, imap, chatwoot, intercom, zammad, redmine, freshdesk];

/** The connector of an id; throws `not_found` and names the ids there are. */
export function getConnector(id: string): AnyConnector {
  const connector = connectors.find((candidate) => candidate.card.id === id);
  if (connector !== undefined) return connector;
  throw new AppError('not_found', `no connector "${id.slice(0, 64)}"; there are: ${connectors.map(({ card }) => card.id).join(', ')}`);
}
