// Parts that route declarations share: JSON answers, JSON bodies, and a router whose bad input becomes one error shape.
import { OpenAPIHono, type z } from '@hono/zod-openapi';
import type { AppEnv } from './app-env.ts';
import { toInvalid } from './errors.ts';

/** A router for one noun. Failed validation is thrown, so that one place gives errors their shape. */
export function openRouter(): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (!result.success) throw toInvalid(result.error);
    },
  });
}

/** `200` with JSON of this shape. Errors are described once for all routes, in the OpenAPI document. */
export function ok<S extends z.ZodType>(schema: S, description: string) {
  return { 200: { description, content: { 'application/json': { schema } } } } as const;
}

/** `201` with JSON of this shape. */
export function created<S extends z.ZodType>(schema: S, description: string) {
  return { 201: { description, content: { 'application/json': { schema } } } } as const;
}

/** `202` with JSON of this shape: begun, not finished. */
export function begun<S extends z.ZodType>(schema: S, description: string) {
  return { 202: { description, content: { 'application/json': { schema } } } } as const;
}

/** A required JSON body. */
export function jsonBody<S extends z.ZodType>(schema: S) {
  return { required: true, content: { 'application/json': { schema } } } as const;
}
