// Official OpenAPI documents of ../shared, where they are there: does an answer have the shape that the vendor promises, and nothing beside it?
import { parse } from 'yaml';
import { z } from 'zod';
import { openPathTemplates } from './path-templates.ts';
import { sharedFile } from './shared-answers.ts';
import type { Reply, Upstream } from './virtual-http.ts';

type Schema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly nullable?: boolean;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: unknown;
  readonly required?: readonly string[];
  readonly items?: Schema;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
};

export type OfficialSpec = {
  /** What is wrong with an answer to a request, by place; empty where nothing is. Null where the document does not know the path. */
  readonly problems: (method: 'get' | 'post', url: string, answer: { readonly status: number; readonly body: unknown }) => string[] | null;
};

const documentShape = z.looseObject({ paths: z.record(z.string(), z.looseObject({})) });

/** Null where ../shared is absent. */
export function openOfficialSpec(name: string): OfficialSpec | null {
  const text = sharedFile(`specs/${name}`);
  if (text === null) return null;
  const document = documentShape.parse(name.endsWith('.json') ? JSON.parse(text) : parse(text));
  const templateOf = openPathTemplates(Object.keys(document.paths));
  return {
    problems: (method, url, { status, body }) => {
      const template = templateOf(url);
      if (template === null) return null;
      const pointer = ['paths', template, method, 'responses', String(status), 'content', 'application/json', 'schema'];
      const schema = pointer.reduce<unknown>(
        (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
        document,
      );
      if (typeof schema !== 'object' || schema === null) return [`${template}: no answer ${status} is documented`];
      return check({ document, schema, value: body, at: '' });
    },
  };
}

type Check = { readonly document: unknown; readonly schema: Schema; readonly value: unknown; readonly at: string };

function resolved(document: unknown, schema: Schema): Schema {
  if (schema.$ref === undefined) return schema;
  const target = schema.$ref
    .slice(2)
    .split('/')
    .reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined), document);
  const { $ref: _ref, ...beside } = schema;
  return { ...resolved(document, (target ?? {}) as Schema), ...beside };
}

/** One schema of all that have to hold at once. */
function merged(document: unknown, schema: Schema): Schema {
  const own = resolved(document, schema);
  const all = [...(own.allOf ?? []).map((part) => merged(document, part)), own];
  const properties = Object.fromEntries(all.flatMap((part) => Object.entries(part.properties ?? {})));
  const hasFields = all.some((part) => part.properties !== undefined);
  const types = all.flatMap(({ type }) => (type === undefined ? [] : [type].flat()));
  return {
    ...own,
    ...(types.length > 0 ? { type: types } : {}),
    ...(hasFields ? { properties } : {}),
    required: all.flatMap(({ required = [] }) => required),
  };
}

const typeOf = (value: unknown): string => (value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value);

function isOfType(value: unknown, types: readonly string[]): boolean {
  const type = typeOf(value);
  return types.includes(type) || (types.includes('integer') && Number.isInteger(value));
}

function check({ document, schema: raw, value, at }: Check): string[] {
  const schema = merged(document, raw);
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices !== undefined) {
    const all = choices.map((choice) => check({ document, schema: choice, value, at }));
    return all.find((problems) => problems.length === 0) ?? all[0] ?? [];
  }
  if (value === null && schema.nullable === true) return [];
  const types = schema.type === undefined ? [] : [schema.type].flat();
  if (types.length > 0 && !isOfType(value, types)) return [`${at}: ${typeOf(value)} where ${types.join(' or ')} is promised`];
  if (schema.enum !== undefined && !schema.enum.includes(value)) return [`${at}: ${JSON.stringify(value)} is none of the promised`];
  if (Array.isArray(value))
    return value.flatMap((item, index) => check({ document, schema: schema.items ?? {}, value: item, at: `${at}[${index}]` }));
  return typeof value === 'object' && value !== null ? checkFields({ document, schema, value, at }) : [];
}

function checkFields({ document, schema, value, at }: Check): string[] {
  const { properties, additionalProperties, required = [] } = schema;
  const fields: [string, unknown][] = Object.entries(value as object);
  const missing = required.filter((name) => !fields.some(([field]) => field === name)).map((name) => `${at}.${name}: is missing`);
  if (properties === undefined) return missing;
  const wrong = fields.flatMap(([name, inner]) => {
    const known = properties[name];
    if (known !== undefined) return check({ document, schema: known, value: inner, at: `${at}.${name}` });
    return additionalProperties === undefined || additionalProperties === false ? [`${at}.${name}: is not documented`] : [];
  });
  return [...missing, ...wrong];
}

/** An other side whose every answer is held against the vendor's own document; `problems` gathers what does not fit. */
export function heldAgainst(spec: OfficialSpec, upstream: Upstream, toPath: (pathname: string) => string = (pathname) => pathname) {
  const problems: string[] = [];
  const undocumented = new Set<string>();
  let checked = 0;
  const watched: Upstream = async (request, now) => {
    const reply = await upstream(request, now);
    if (!(reply instanceof Error)) note(request.method === 'POST' ? 'post' : 'get', toPath(request.url.pathname), reply);
    return reply;
  };
  const note = (method: 'get' | 'post', pathname: string, { status = 200, body }: Reply) => {
    const found = spec.problems(method, pathname, { status, body: JSON.parse(JSON.stringify(body ?? null)) });
    if (found === null) undocumented.add(pathname.replaceAll(/\d+/g, 'N'));
    else checked += 1;
    problems.push(...(found ?? []));
  };
  return { upstream: watched, problems, undocumented, checked: () => checked };
}
