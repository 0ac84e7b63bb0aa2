// The public door: what customers are told, under an unlisted key, and the widget that shows it. No filter is taken from outside.
import { readFileSync } from 'node:fs';
import { createRoute, z } from '@hono/zod-openapi';
import type { MiddlewareHandler } from 'hono';
import { AppError } from '#db/model/errors.ts';
import { hashSecret, sameSecret } from '#db/source-key.ts';
import { findNoticeSetting } from '#db/store/notice-settings.ts';
import type { AppDeps, AppEnv } from '../http/app-env.ts';
import { openCallLimit } from '../http/call-limit.ts';
import { permit } from '../http/permission.ts';
import { ok, openRouter } from '../http/route-parts.ts';
import { publicNoticeShape } from '../http/shapes/notices.ts';

/** Browsers keep the answer for a minute, so this is far above what pages of customers need, and far below what hurts. */
const callsPerMinute = 600;
const minute = 'public, max-age=60';
const hour = 'public, max-age=3600';

const readNotice = createRoute({
  method: 'get',
  path: '/api/public/notices/{key}',
  tags: ['notices'],
  summary: 'What customers are told: expected waits, peaks, quiet times, opening hours',
  ...permit('anyone'),
  request: { params: z.strictObject({ key: z.string().max(200) }), query: z.strictObject({}) },
  responses: ok(
    publicNoticeShape,
    'Rounded aggregates of the chosen channels, at most a minute old. Any origin may read it, without cookies.',
  ),
});

const readWidget = createRoute({
  method: 'get',
  path: '/api/public/notice.js',
  tags: ['notices'],
  summary: 'The widget: a custom element that shows the notice on a page of yours',
  ...permit('anyone'),
  responses: { 200: { description: 'A script.', content: { 'text/javascript': { schema: z.string() } } } },
});

/** Any page may read what lies behind the public door; cookies are never asked for. Registered first, so that it has the last word. */
export const openToPages: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  c.res.headers.set('Access-Control-Allow-Origin', '*');
  c.res.headers.set('Cross-Origin-Resource-Policy', 'cross-origin');
};

export function publicNoticeRoutes({ db, clock, notices }: AppDeps) {
  const limit = openCallLimit(clock, callsPerMinute);
  const widget = readFileSync(new URL('../widget/notice.js', import.meta.url), 'utf8');
  return openRouter()
    .openapi(readNotice, async (c) => {
      limit.take(c.get('address'));
      const setting = await findNoticeSetting(db);
      // An unknown key and notices that are off look the same from outside.
      const closed = new AppError('not_found', 'there is nothing here');
      if (setting?.isOn !== true || !sameSecret(hashSecret(setting.key), hashSecret(c.req.valid('param').key))) throw closed;
      const told = await notices.told();
      if (told === null) throw closed;
      c.header('Cache-Control', minute);
      return c.json(told, 200);
    })
    .openapi(readWidget, (c) => {
      limit.take(c.get('address'));
      c.header('Content-Type', 'text/javascript; charset=utf-8');
      c.header('Cache-Control', hour);
      return c.body(widget);
    });
}
