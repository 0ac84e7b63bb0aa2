// Every fault over a source that is read by a list by growing ids.
import { requestTrackerCase } from '../connectors/vendors/request-tracker.ts';
import { describeFaults } from './describe-faults.ts';

describeFaults(requestTrackerCase);
