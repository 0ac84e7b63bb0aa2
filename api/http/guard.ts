// Guards before any route: limits on size, JSON only, and writes from our own pages only.
import type { MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { matchedRoutes } from 'hono/route';
import { AppError } from '#db/model/errors.ts';
import type { AppEnv } from './app-env.ts';
import { isProgramDoor, permissionOf } from './permission.ts';

const mostUrlLength = 8_192;
const mostBodyBytes = 1_000_000;
const mostJsonDepth = 32;
const mostJsonList = 10_000;
const safeMethods = ['GET', 'HEAD', 'OPTIONS'];

/** The origin that writes must come from: the configured address, else the host that the request itself was sent to. */
function isOwnOrigin(origin: string, host: string | undefined, publicUrl: string | null): boolean {
  if (!URL.canParse(origin)) return false;
  const given = new URL(origin);
  if (given.origin !== origin) return false;
  if (publicUrl !== null) return given.origin === new URL(publicUrl).origin;
  return (given.protocol === 'http:' || given.protocol === 'https:') && given.host === host?.toLowerCase();
}

/**
 * Writes only from our own pages: the Origin header has to be there and to be ours, and a body has to be JSON.
 * Comparing content types alone is not enough: browsers send text/plain across sites, in any spelling (CVE-2023-29003).
 */
export function sameOriginJson(publicUrl: string | null): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    if (safeMethods.includes(c.req.method)) return await next();
    const origin = c.req.header('origin');
    if (origin === undefined || !isOwnOrigin(origin, c.req.header('host') ?? new URL(c.req.url).host, publicUrl)) {
      throw new AppError('forbidden', 'writes are taken from our own pages only: the Origin header must name this host');
    }
    await jsonOnly(c, next);
  };
}

/** A body has to be JSON and say so. */
export const jsonOnly: MiddlewareHandler<AppEnv> = async (c, next) => {
  const type = c.req.header('content-type');
  const hasBody = c.req.header('transfer-encoding') !== undefined || Number(c.req.header('content-length') ?? 0) > 0;
  if (type === undefined ? hasBody : !/^application\/json(?:\s*;\s*charset=utf-8)?$/i.test(type.trim())) {
    throw new HTTPException(415, { message: 'send JSON: Content-Type must be application/json' });
  }
  await next();
};

/** Long URLs and large bodies are refused before anything reads them; the limit also holds for chunked bodies. */
export const urlLimit: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (c.req.url.length > mostUrlLength) throw new HTTPException(414, { message: `the address is longer than ${mostUrlLength} characters` });
  await next();
};

export const sizeLimit = sizeLimitOf(mostBodyBytes);

/** A limit of its own, for routes that take more than our pages send. */
export function sizeLimitOf(mostBytes: number): MiddlewareHandler<AppEnv> {
  return bodyLimit({
    maxSize: mostBytes,
    onError: () => {
      throw new HTTPException(413, { message: `the body is larger than ${mostBytes} bytes` });
    },
  });
}

/** What our pages have to keep to and programs with a key of their own do not: they send no cookies and no Origin. */
export function forPeople(guard: MiddlewareHandler<AppEnv>): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const isForPrograms = matchedRoutes(c).some((one) => isProgramDoor(permissionOf(one.handler)));
    return isForPrograms ? await next() : await guard(c, next);
  };
}

/** Deep or endless JSON costs more to check than to send, so it is measured before the schemas see it. */
export const jsonLimit: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (safeMethods.includes(c.req.method) || c.req.header('content-type') === undefined) return await next();
  const text = await c.req.text();
  if (text !== '') checkJson(text);
  await next();
};

/** Throws `invalid` where a text is no JSON, or too deep or too long to be looked at. */
export function checkJson(text: string): void {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new AppError('invalid', 'the body is not JSON');
  }
  const stack: { value: unknown; depth: number }[] = [{ value, depth: 1 }];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    if (typeof top.value !== 'object' || top.value === null) continue;
    if (top.depth > mostJsonDepth) throw new AppError('invalid', `the body is nested deeper than ${mostJsonDepth} levels`);
    const children = Object.values(top.value);
    if (children.length > mostJsonList) throw new AppError('invalid', `a list in the body is longer than ${mostJsonList}`);
    for (const child of children) stack.push({ value: child, depth: top.depth + 1 });
  }
}
