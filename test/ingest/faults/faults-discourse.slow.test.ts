// Every fault over a source that is read by windows of ids.
import { discourseCase } from '../connectors/vendors/discourse.ts';
import { describeFaults } from './describe-faults.ts';

describeFaults(discourseCase);
