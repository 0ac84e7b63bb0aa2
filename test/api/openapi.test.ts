// The OpenAPI document: every route is in it, every reference leads somewhere, and its page needs no other host.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { permissionOf } from '#api/http/permission.ts';
import { openTestApp, type TestApp } from '#test/support/app.ts';

const operationShape = z.object({
  summary: z.string().optional(),
  'x-permission': z.string().optional(),
  parameters: z.array(z.object({ name: z.string(), in: z.string() })).optional(),
  responses: z.record(z.string(), z.unknown()),
});
const documentShape = z.object({
  openapi: z.string(),
  paths: z.record(z.string(), z.record(z.string(), operationShape)),
  components: z.object({ schemas: z.record(z.string(), z.unknown()) }),
});

let house: TestApp;
let raw: unknown;
let document: z.output<typeof documentShape>;

beforeAll(async () => {
  house = await openTestApp();
  raw = await (await house.ask('/api/openapi.json')).json();
  document = documentShape.parse(raw);
});
afterAll(() => house.close());

const operations = () =>
  Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
  );

/** Every `$ref` of a document that leads nowhere. */
function brokenReferences(root: unknown, value: unknown = root): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const here = '$ref' in value && typeof value.$ref === 'string' ? [value.$ref] : [];
  const leads = (reference: string) =>
    reference
      .replace('#/', '')
      .split('/')
      .reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined), root) !== undefined;
  return [...here.filter((reference) => !leads(reference)), ...Object.values(value).flatMap((child) => brokenReferences(root, child))];
}

describe('the OpenAPI document', () => {
  it('is 3.1 and has every route of the API, but for those that describe it', () => {
    const routes = new Set(
      house.app.routes
        .filter(({ handler, path }) => path.startsWith('/api/') && permissionOf(handler) !== null)
        .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`),
    );
    const described = operations().map(({ path, method }) => `${method.toUpperCase()} ${path}`);
    const own = ['GET /api/openapi.json', 'GET /api/docs', 'GET /api/docs/start.js', 'GET /api/docs/{file}'];
    expect(document.openapi).toBe('3.1.0');
    expect([...described, ...own].sort()).toEqual([...routes].sort());
  });

  it('has a summary, a permission and the one error shape for each of them', () => {
    const lacking = operations().filter(
      ({ operation }) =>
        operation.summary === undefined || operation['x-permission'] === undefined || operation.responses.default === undefined,
    );
    expect(lacking).toEqual([]);
  });

  it('declares every part of a path as a parameter', () => {
    for (const { path, operation } of operations()) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();
      const declared = (operation.parameters ?? []).filter((one) => one.in === 'path').map((one) => one.name);
      expect([path, declared.sort()]).toEqual([path, inPath]);
    }
  });

  it('has no reference that leads nowhere', () => {
    expect(brokenReferences(raw)).toEqual([]);
    expect(brokenReferences({ a: { $ref: '#/components/schemas/Gone' } })).toEqual(['#/components/schemas/Gone']);
  });

  it('says of a day that may be absent that it may be null', () => {
    expect(document.components.schemas.CalendarVersionInput).toMatchObject({ properties: { validFrom: { type: ['string', 'null'] } } });
  });
});

describe('the page that shows it', () => {
  it('loads scripts and styles from here only and runs no inline script', async () => {
    const page = await house.ask('/api/docs');
    const html = await page.text();
    expect(page.headers.get('content-security-policy')).toMatch(/script-src 'self';/);
    expect([...html.matchAll(/<script(?! src)/g)]).toEqual([]);
    const parts = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, url = '']) => url);
    expect(parts.filter((url) => !url.startsWith('/api/docs/'))).toEqual([]);
    for (const url of parts) expect([url, (await house.ask(url)).status]).toEqual([url, 200]);
  });

  it('gives no other file of its package', async () => {
    for (const name of ['package.json', 'index.html', '..%2fpackage.json']) expect((await house.ask(`/api/docs/${name}`)).status).toBe(404);
  });
});
