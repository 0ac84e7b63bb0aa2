// Every fault over a source that is read by pages of a social network.
import { mastodonCase } from '../connectors/vendors/mastodon.ts';
import { describeFaults } from './describe-faults.ts';

describeFaults(mastodonCase);
