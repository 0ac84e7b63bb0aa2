// What every page needs before it can be drawn: the screen's words, whose session this is, what can be filtered by.
import { redirect } from '@sveltejs/kit';
import { signInAsDemo } from '../lib/api/act.ts';
import { askDimensions, askSession, askTaxonomy } from '../lib/api/ask.ts';
import type { Fetch } from '../lib/api/client.ts';
import { ApiProblem } from '../lib/api/problem.ts';
import type { Session } from '../lib/api/shapes.ts';
import { kept } from '../lib/screen.svelte.ts';
import { chooseLanguage, loadPageWords, loadWords } from '../lib/words/words.ts';
import type { LayoutLoad } from './$types';

export const ssr = false;
export const prerender = false;

export const load: LayoutLoad = async ({ fetch, route, url, depends, untrack }) => {
  depends('huiyin:session');
  const language = chooseLanguage([kept('language'), ...navigator.languages]);
  const isBare = route.id === '/sign-in' || route.id === '/setup';
  // The first page needs few of the words, and is looked at most.
  const isFirstPage = route.id === '/';
  const [words, found] = await Promise.all([
    loadWords(language),
    findSession(fetch, !isBare),
    isFirstPage ? null : loadPageWords(language),
  ]);
  if (found !== null && !found.signedIn && !isBare) {
    const here = untrack(() => `${url.pathname}${url.search}`);
    redirect(307, here === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(here)}`);
  }
  const session = found ?? nobody;
  const mayAsk = session.permissions.includes('metrics:read');
  return {
    words,
    language: language.id,
    session,
    isReachable: found !== null,
    isBare,
    /** The whole screen belongs to the page; it has a way back of its own. */
    isFullScreen: route.id === '/annotate/queue/[id]' || route.id === '/quality/review',
    zone: session.workspace.zone,
    now: () => Date.now(),
    // Without the names of categories their ids are shown, which is no reason to show nothing.
    taxonomy: mayAsk ? await askTaxonomy(fetch).catch(() => null) : null,
    dimensions: mayAsk ? askDimensions(fetch) : null,
  };
};

/** Stands in for a session while the server cannot be asked; nothing of it is shown. */
const nobody: Session = {
  signedIn: false,
  user: null,
  role: null,
  permissions: [],
  isDemo: false,
  canSignInAsDemo: false,
  isDemoUser: false,
  needsSetup: false,
  workspace: { name: 'Huiyin', zone: 'UTC' },
  version: '',
};

/** Null while the server does not answer. On the machine itself the demo company needs no password; the banner says what this is. */
async function findSession(fetch: Fetch, mayEnterDemo: boolean): Promise<Session | null> {
  try {
    const session = await askSession(fetch);
    if (session.signedIn || !session.canSignInAsDemo || !mayEnterDemo) return session;
    await signInAsDemo(fetch);
    return await askSession(fetch);
  } catch (problem) {
    if (problem instanceof ApiProblem && (problem.code === 'offline' || problem.code === 'unavailable')) return null;
    throw problem;
  }
}
