// Puts cookies that sign-in made onto an answer.

import type { Cookies } from './accounts.ts';
import type { AppContext } from './app-env.ts';

export function setCookies(c: AppContext, cookies: Cookies): void {
  for (const cookie of cookies) c.header('Set-Cookie', cookie, { append: true });
}
