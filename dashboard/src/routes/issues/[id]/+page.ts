// One issue under the filters of the view: its figures, its course over time, its conversations, and the others it may be merged into.
import { askEvents, askMetric } from '../../../lib/api/ask.ts';
import { bucketSizeFor } from '../../../lib/charts/bucket.ts';
import { askFaq } from '../../../lib/faq/ask.ts';
import { dayIn } from '../../../lib/format/date.ts';
import { askIssue, askIssues, askLoop, askMembers, askToTell } from '../../../lib/issues/ask.ts';
import { askTicket } from '../../../lib/tickets/ask.ts';
import { parseFilters, withDimension } from '../../../lib/url-state/filters.ts';
import { toQuestion, whereOf } from '../../../lib/url-state/question.ts';
import { resolveRange } from '../../../lib/url-state/range.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, params, parent, depends }) => {
  depends('huiyin:figures', 'huiyin:issue');
  const { zone, now, session } = await parent();
  const { id } = params;
  const filters = parseFilters(url.searchParams);
  const today = dayIn(zone, now());
  const range = resolveRange(filters.range, today);
  const size = bucketSizeFor(range);
  const scope = { ...range, ...whereOf(filters) };
  const mayRead = session.permissions.includes('conversations:read');
  const ofIssue = withDimension(filters, 'issue', [id]);
  return {
    id,
    range,
    size,
    issue: mayRead ? askIssue(fetch, id, scope) : null,
    loop: askLoop(fetch, id),
    toTell: mayRead ? askToTell(fetch, id) : null,
    faq: mayRead ? askFaq(fetch, id) : null,
    ticket: mayRead ? askTicket(fetch, id) : null,
    members: mayRead ? askMembers(fetch, id, 0) : null,
    others: mayRead ? askIssues(fetch, scope) : null,
    volume: mayRead ? askMetric(fetch, 'arrivals', toQuestion(ofIssue, today, { groupBy: [size] })) : null,
    events: mayRead ? askEvents(fetch, range) : null,
  };
};
