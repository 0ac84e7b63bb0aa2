// The description of the API: the OpenAPI document and a page to browse it, served from here, from no other host.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { html } from 'hono/html';
import { AppError } from '#db/model/errors.ts';
import type { App } from '../http/app-env.ts';
import { openApiDocument } from '../http/openapi-document.ts';
import { permit } from '../http/permission.ts';
import { openRouter } from '../http/route-parts.ts';

const files = {
  'swagger-ui.css': 'text/css; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
} as const;

/** The few lines that start the page: a file of its own, so that the page needs no inline script. */
const starter = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#docs', deepLinking: true, validatorUrl: null });\n`;

const page = html`<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Huiyin API</title>
    <link rel="stylesheet" href="/api/docs/swagger-ui.css" />
  </head>
  <body>
    <div id="docs"></div>
    <script src="/api/docs/swagger-ui-bundle.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>`;

/** Swagger UI sets style attributes and draws data: images; scripts still come from here only. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

export function docsRoutes(whole: () => App, version: string) {
  const anyone = permit('anyone').middleware;
  const folder = path.dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
  const router = openRouter();
  router.get('/api/openapi.json', anyone, (c) => c.json(openApiDocument(whole(), version)));
  router.get('/api/docs', anyone, (c) => {
    c.header('Content-Security-Policy', policy);
    return c.html(page);
  });
  router.get('/api/docs/start.js', anyone, (c) => c.body(starter, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }));
  router.get('/api/docs/:file', anyone, async (c) => {
    const name = c.req.param('file');
    if (name !== 'swagger-ui.css' && name !== 'swagger-ui-bundle.js') throw new AppError('not_found', 'there is nothing here');
    return c.body(Uint8Array.from(await readFile(path.join(folder, name))), 200, {
      'Content-Type': files[name],
      'Cache-Control': 'public, max-age=86400',
    });
  });
  return router;
}
