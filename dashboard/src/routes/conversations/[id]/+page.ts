// One conversation under its own address.
import { error } from '@sveltejs/kit';
import { askConversation } from '../../../lib/api/ask.ts';
import { ApiProblem } from '../../../lib/api/problem.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch, params, parent }) => {
  // A first visit to the demo company is signed in by the layout: asked beside it, the API would know nobody yet.
  await parent();
  try {
    return { conversation: await askConversation(fetch, params.id) };
  } catch (problem) {
    // A mistyped id is refused as invalid, one that is gone as not found: for the reader both are the same.
    if (problem instanceof ApiProblem && (problem.code === 'not_found' || problem.code === 'invalid')) error(404, problem.message);
    if (problem instanceof ApiProblem) error(problem.status || 503, problem.message);
    throw problem;
  }
};
