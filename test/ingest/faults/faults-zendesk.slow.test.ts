// Every fault over a source that is read by the vendor's own cursor.
import { zendeskCase } from '../connectors/vendors/zendesk.ts';
import { describeFaults } from './describe-faults.ts';

describeFaults(zendeskCase);
