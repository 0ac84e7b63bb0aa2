// What every page needs before it can be drawn: the screen's words, whose session this is, what can be filtered by.
import { redirect } from '@sveltejs/kit';
import { signInAsDemo } from '../lib/api/act.ts';
import { askDimensions, askSession } from '../lib/api/ask.ts';
import { kept } from '../lib/screen.svelte.ts';
import { chooseLanguage } from '../lib/words/words.ts';
import type { LayoutLoad } from './$types';

export const ssr = false;
export const prerender = false;

export const load: LayoutLoad = async ({ fetch, route, url, depends, untrack }) => {
  depends('huiyin:session');
  const language = chooseLanguage([kept('language'), ...navigator.languages]);
  const [{ words }, first] = await Promise.all([language.load(), askSession(fetch)]);

  let session = first;
  if (!session.signedIn && session.canSignInAsDemo) {
    // On the machine itself the demo company needs no password; the banner says what this is.
    await signInAsDemo(fetch);
    session = await askSession(fetch);
  }
  const isBare = route.id === '/sign-in' || route.id === '/setup';
  if (!session.signedIn && !isBare) {
    const here = untrack(() => `${url.pathname}${url.search}`);
    redirect(307, here === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(here)}`);
  }
  return {
    words,
    language: language.id,
    session,
    isBare,
    zone: session.workspace.zone,
    now: () => Date.now(),
    dimensions: session.permissions.includes('metrics:read') ? askDimensions(fetch) : null,
  };
};
