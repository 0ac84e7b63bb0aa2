// The conversations that match search and filters, one page of them.
import { askConversations } from '../../lib/api/ask.ts';
import { dayIn } from '../../lib/format/date.ts';
import { pageName, parseFilters } from '../../lib/url-state/filters.ts';
import { whereOf } from '../../lib/url-state/question.ts';
import { resolveRange } from '../../lib/url-state/range.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, parent, depends }) => {
  depends('huiyin:figures');
  const { zone, now } = await parent();
  const filters = parseFilters(url.searchParams);
  const search = (url.searchParams.get('search') ?? '').trim();
  const mention = url.searchParams.get('mention');
  const isAnyTime = url.searchParams.get('time') === 'any';
  const cursors = url.searchParams.getAll(pageName);
  const cursor = cursors.at(-1);
  return {
    search,
    mention,
    isAnyTime,
    cursors,
    list: askConversations(fetch, {
      ...(isAnyTime ? {} : resolveRange(filters.range, dayIn(zone, now()))),
      ...whereOf(filters),
      ...(search === '' ? {} : { search }),
      ...(mention === null ? {} : { mention }),
      ...(cursor === undefined ? {} : { cursor }),
    }),
  };
};
