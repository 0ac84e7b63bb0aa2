// The built dashboard: files from a list made at the start, the page itself for every other address.
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { AppError } from '#db/model/errors.ts';
import type { AppDeps } from '../http/app-env.ts';
import { openRouter } from '../http/route-parts.ts';
import { pagePolicy } from '../http/security-headers.ts';
import { findStaticFiles, pickEncoding } from '../http/static-files.ts';

const year = 'public, max-age=31536000, immutable';

const notBuilt = `<!doctype html>
<html lang="en">
  <meta charset="utf-8" />
  <title>Huiyin</title>
  <p>The dashboard is not built yet: run <code>npm run build</code> and start again. The API is described at <a href="/api/docs">/api/docs</a>.</p>
</html>
`;

/**
 * Only files found at the start are served, so no path of a request ever reaches the file system.
 * Addresses without a file get the page, which reads the address itself; names under `_app` are exact, and a missing one is 404.
 */
export function dashboardRoutes({ dashboardFolder }: AppDeps) {
  const router = openRouter();
  const files = dashboardFolder === null ? new Map() : findStaticFiles(dashboardFolder);
  const page =
    dashboardFolder === null || !files.has('/index.html') ? notBuilt : readFileSync(path.join(dashboardFolder, 'index.html'), 'utf8');
  const policy = pagePolicy(page);
  router.get('*', async (c) => {
    const name = c.req.path;
    const file = name === '/index.html' ? undefined : files.get(name);
    if (file === undefined) {
      if (name.startsWith('/_app/') || name.startsWith('/api')) throw new AppError('not_found', 'there is nothing here');
      c.header('Content-Security-Policy', policy);
      c.header('Cache-Control', 'no-cache');
      return c.html(page);
    }
    const { encoding, location } = pickEncoding(file, c.req.header('accept-encoding') ?? '');
    c.header('Content-Type', file.type);
    c.header('Cache-Control', name.startsWith('/_app/immutable/') ? year : 'no-cache');
    c.header('Vary', 'Accept-Encoding');
    if (encoding !== null) c.header('Content-Encoding', encoding);
    return c.body(Uint8Array.from(await readFile(location)));
  });
  return router;
}
