// How right the machine is on a field, and what that makes of its figures of the last twelve months.

import { askAccuracy } from '../../../../lib/annotate/ask.ts';
import { fieldOf } from '../../../../lib/annotate/field-of.ts';
import { askMetric } from '../../../../lib/api/ask.ts';
import { bucketSizeFor } from '../../../../lib/charts/bucket.ts';
import { dayIn } from '../../../../lib/format/date.ts';
import { parseFilters } from '../../../../lib/url-state/filters.ts';
import { toQuestion } from '../../../../lib/url-state/question.ts';
import { resolveRange } from '../../../../lib/url-state/range.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, parent, depends }) => {
  depends('huiyin:annotations');
  const { zone, now } = await parent();
  const field = fieldOf(url.searchParams);
  const today = dayIn(zone, now());
  const filters = parseFilters(new URLSearchParams({ range: '12m' }));
  const range = resolveRange(filters.range, today);
  const size = bucketSizeFor(range);
  return {
    field,
    range,
    size,
    accuracy: askAccuracy(fetch, field),
    negative: field === 'sentiment' ? askMetric(fetch, 'negative-share', toQuestion(filters, today, { groupBy: [size] })) : null,
    categories: field === 'category' ? askMetric(fetch, 'category-share', toQuestion(filters, today, { groupBy: ['category'] })) : null,
  };
};
