// The OpenAPI 3.1 document: the routes as declared, plus the one error shape that all of them share.
import type { App } from './app-env.ts';
import { problemShape } from './shapes/scalars.ts';

const errorAnswer = {
  description: 'An error: `code` for programs, `message` for people, `details` with the path of each wrong field.',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Problem' } } },
};

const methods = ['get', 'put', 'post', 'patch', 'delete'] as const;

/** Made anew on each call: it costs a few milliseconds and is asked for rarely. */
export function openApiDocument(app: App, version: string) {
  app.openAPIRegistry.register('Problem', problemShape);
  const document = app.getOpenAPI31Document({
    openapi: '3.1.0',
    info: {
      title: 'Huiyin',
      version,
      description:
        'Response times, promises and recurring issues that can be trusted. Durations are milliseconds, instants ISO 8601 in UTC, days belong to the zone of the question; `null` is "no data", never 0. Writes take JSON and an `Origin` header of this host; programs come with a key or a signature instead (tag `programs`). `x-permission` says what a role needs.',
      license: { name: 'MIT', url: 'https://opensource.org/license/mit' },
    },
    servers: [{ url: '/' }],
    security: [{ session: [] }],
  });
  for (const item of Object.values(document.paths ?? {})) {
    for (const method of methods) {
      const operation = item[method];
      if (operation !== undefined) operation.responses = { ...operation.responses, default: errorAnswer };
    }
  }
  return {
    ...document,
    components: {
      ...document.components,
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: 'huiyin.session_token' },
        sourceKey: { type: 'http', scheme: 'bearer', description: 'A key of one source, made on its page.' },
      },
    },
  };
}
