// What a one-time link is for; a used one is not an error of the page but something to say.
import { askSetup } from '../../lib/api/ask.ts';
import { ApiProblem } from '../../lib/api/problem.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = async ({ fetch }) => {
  // The token comes behind the `#`, which browsers never send: so it stands in no log of any server on the way.
  const token = new URLSearchParams(location.hash.slice(1)).get('token') ?? '';
  if (token === '') return { token, setup: null };
  try {
    return { token, setup: await askSetup(fetch, token) };
  } catch (problem) {
    if (problem instanceof ApiProblem && problem.status >= 400 && problem.status < 500) return { token, setup: null };
    throw problem;
  }
};
