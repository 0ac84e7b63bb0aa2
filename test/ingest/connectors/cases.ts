// The cases of the contract suite: one for each connector of the list.
import type { ConnectorCase } from './vendor.ts';
import { chatwootCase } from './vendors/chatwoot.ts';
import { freshdeskCase } from './vendors/freshdesk.ts';
import { imapCase } from './vendors/imap.ts';
import { intercomCase } from './vendors/intercom.ts';
import { redmineCase } from './vendors/redmine.ts';
import { requestTrackerCase } from './vendors/request-tracker.ts';
import { zammadCase } from './vendors/zammad.ts';
import { zendeskCase } from './vendors/zendesk.ts';

export const cases: readonly ConnectorCase[] = [
  requestTrackerCase,
  zendeskCase,
  imapCase,
  chatwootCase,
  intercomCase,
  zammadCase,
  redmineCase,
  freshdeskCase,
];
