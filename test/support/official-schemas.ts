// Vendors' OpenAPI descriptions of ../shared, in one file or many, judging by Ajv what is asked and answered.
import path from 'node:path';
import type { ValidateFunction } from 'ajv';
import { Ajv2019 } from 'ajv/dist/2019.js';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { openPathTemplates } from './path-templates.ts';
import { sharedBytes } from './shared-answers.ts';

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** An object holds what its schema names and nothing beside it, wherever the names come from. */
const closed = (schema: unknown): unknown =>
  isObject(schema) && schema.unevaluatedProperties === undefined ? { ...schema, unevaluatedProperties: false } : schema;

/** An object of which nothing is said may hold anything. */
function isFree({ type, properties, allOf, anyOf, oneOf, additionalProperties }: Json): boolean {
  return type === 'object' && [properties, allOf, anyOf, oneOf, additionalProperties].every((one) => one === undefined);
}

/** Words of OpenAPI as JSON Schema has them: `nullable`, examples, and `oneOf`, which is written where choices overlap as well. */
function toJsonSchema(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(toJsonSchema);
  if (!isObject(node)) return node;
  const { nullable, example: _example, examples: _examples, xml: _xml, discriminator: _discriminator, default: _default, ...rest } = node;
  const plain = Object.fromEntries(
    Object.entries(rest).map(([key, inner]) => [key === 'oneOf' && Array.isArray(inner) ? 'anyOf' : key, within(key, inner)]),
  );
  const told = isFree(plain) ? { ...plain, additionalProperties: true } : plain;
  return nullable === true ? { anyOf: [told, { type: 'null' }] } : told;
}

function within(key: string, inner: unknown): unknown {
  if (key === 'properties' && isObject(inner))
    return Object.fromEntries(Object.entries(inner).map(([name, schema]) => [name, closed(toJsonSchema(schema))]));
  const read = toJsonSchema(inner);
  return key === 'items' || key === 'schema' ? closed(read) : read;
}

const addressOf = (file: string): string => `file:///${file}`;

/** A description with the files that it refers to, known to a validator under their addresses. */
function openDocuments(root: string, ajv: Ajv2019) {
  const files = new Map<string, unknown>();
  const load = (file: string): void => {
    if (files.has(file)) return;
    const text = sharedBytes(file).toString('utf8');
    const read: unknown = file.endsWith('.json') ? JSON.parse(text) : parse(text);
    files.set(file, read);
    ajv.addSchema(Object(toJsonSchema(read)), addressOf(file), true, false);
    for (const target of targetsOf(read, file)) load(target);
  };
  load(root);
  /** What stands at a place, and where that is: places of descriptions may lie in other files. */
  const find = (file: string, steps: readonly string[]): { readonly node: unknown; readonly at: string } | null => {
    let here: { file: string; steps: readonly string[] } = { file, steps: [] };
    let node: unknown = files.get(file);
    for (const step of [...steps, null]) {
      for (let ref = get(node, '$ref'); typeof ref === 'string'; ref = get(node, '$ref')) {
        const [where = '', pointer = ''] = ref.split('#');
        here = { file: where === '' ? here.file : path.posix.join(path.posix.dirname(here.file), where), steps: stepsOf(pointer) };
        node = get(files.get(here.file), ...here.steps);
      }
      if (step === null) break;
      node = get(node, step);
      here = { ...here, steps: [...here.steps, step] };
    }
    return node === undefined ? null : { node, at: `${addressOf(here.file)}#${here.steps.map(toPointer).join('')}` };
  };
  return { find: (...steps: readonly string[]) => find(root, steps) };
}

const stepsOf = (pointer: string): readonly string[] =>
  pointer
    .split('/')
    .slice(1)
    .map((step) => decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~'));
const toPointer = (step: string): string => `/${encodeURIComponent(step.replaceAll('~', '~0').replaceAll('/', '~1'))}`;

function targetsOf(node: unknown, file: string): string[] {
  if (Array.isArray(node)) return node.flatMap((one) => targetsOf(one, file));
  if (!isObject(node)) return [];
  const [where = ''] = typeof node.$ref === 'string' ? node.$ref.split('#') : [];
  const own = where === '' ? [] : [path.posix.join(path.posix.dirname(file), where)];
  return [...own, ...Object.values(node).flatMap((inner) => targetsOf(inner, file))];
}

export function compiler(coerceTypes = false): Ajv2019 {
  const ajv = new Ajv2019({ strict: false, allErrors: true, validateFormats: true, logger: false, coerceTypes });
  addFormats.default(ajv);
  return ajv;
}

/** Without a method: GET; without a status: 200; without a query: none is judged. */
export type Exchanged = {
  readonly method?: 'get' | 'post';
  readonly path: string;
  readonly query?: URLSearchParams;
  readonly status?: number;
  readonly body: unknown;
};

export type Judge = {
  /** Why a request or its answer is none that the description allows; empty where both are. Null where it does not know the path. */
  readonly problems: (exchanged: Exchanged) => readonly string[] | null;
};

/** Why a value is none that a schema allows. */
export function problemsOf(validate: ValidateFunction, body: unknown): readonly string[] {
  if (validate(JSON.parse(JSON.stringify(body ?? null)))) return [];
  return (validate.errors ?? []).map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`);
}

function get(node: unknown, ...steps: readonly string[]): unknown {
  return steps.reduce<unknown>((here, step) => (typeof here === 'object' && here !== null ? Reflect.get(here, step) : undefined), node);
}

export type OpenApiOptions = {
  /** Places of schemas by path, where the description gives an operation one that leaves something out: of the items of its list. */
  readonly instead?: Readonly<Record<string, readonly string[]>>;
};

/** Judges by an OpenAPI description, `root`, which may be a file of many that refer to each other. */
export function openApiJudge(root: string, { instead = {} }: OpenApiOptions = {}): Judge {
  const ajv = compiler();
  const values = compiler(true);
  const documents = openDocuments(root, ajv);
  const templateOf = openPathTemplates(Object.keys(Object(documents.find('paths')?.node)));
  const compiled = new Map<string, ValidateFunction>();
  const compile = (at: string, schema: Json): ValidateFunction => {
    const validate = compiled.get(at) ?? ajv.compile(schema);
    compiled.set(at, validate);
    return validate;
  };
  const validatorOf = (template: string, method: string, status: string): ValidateFunction | null => {
    const other = instead[template];
    const items = other === undefined ? null : documents.find(...other);
    if (items !== null) return compile(items.at, { type: 'array', items: { $ref: items.at, unevaluatedProperties: false } });
    const found = documents.find('paths', template, method, 'responses', status, 'content', 'application/json', 'schema');
    return found === null ? null : compile(found.at, { $ref: found.at, unevaluatedProperties: false });
  };
  const parametersOf = (template: string, method: string): Json[] =>
    [
      ['paths', template],
      ['paths', template, method],
    ].flatMap((place) => {
      const listed = documents.find(...place, 'parameters')?.node;
      return Array.isArray(listed)
        ? listed.flatMap((_one, index) => Object(documents.find(...place, 'parameters', String(index))?.node))
        : [];
    });
  return {
    problems: ({ method = 'get', path: asked, query = new URLSearchParams(), status = 200, body }) => {
      const template = templateOf(asked);
      if (template === null) return null;
      const validate = validatorOf(template, method, String(status));
      const answer = validate === null ? [`no answer ${status} is described`] : problemsOf(validate, body);
      return [...queryProblems(values, parametersOf(template, method), query), ...answer].map((problem) => `${template}: ${problem}`);
    },
  };
}

/** Names that nobody knows, values that are not allowed, and what has to be there and is not. */
function queryProblems(ajv: Ajv2019, parameters: readonly Json[], query: URLSearchParams): readonly string[] {
  const bare = (name: unknown) => String(name).replace('[]', '');
  const known = parameters.filter((one) => one.in === 'query');
  const unknown = [...new Set(query.keys())].filter((name) => !known.some((one) => bare(one.name) === bare(name)));
  const missing = known.filter((one) => one.required === true && !query.has(String(one.name)));
  const wrong = known.flatMap(({ name, schema }) => {
    const given = query.getAll(String(name));
    if (given.length === 0 || !isObject(schema) || JSON.stringify(schema).includes('$ref')) return [];
    const value = schema.type === 'array' ? given.flatMap((one) => one.split(',')) : given[0];
    const { default: _default, ...plain } = schema;
    return ajv.validate({ type: 'object', properties: { value: toJsonSchema(plain) } }, { value })
      ? []
      : [`parameter ${name} has no value ${given}`];
  });
  return [...unknown.map((name) => `no parameter ${name}`), ...wrong, ...missing.map(({ name }) => `parameter ${name} is missing`)];
}
