// How far people agree on a field, and what is to be settled.
import { askAgreement, askDisputes } from '../../../../lib/annotate/ask.ts';
import { fieldOf } from '../../../../lib/annotate/field-of.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, url, parent, depends }) => {
  depends('huiyin:annotations');
  const { session } = await parent();
  const field = fieldOf(url.searchParams);
  return {
    field,
    agreement: session.permissions.includes('annotations:write') ? askAgreement(fetch, field) : null,
    disputes: session.permissions.includes('annotations:manage') ? askDisputes(fetch, field) : null,
  };
};
