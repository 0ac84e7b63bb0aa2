// Schemas of vendors' official descriptions in ../shared, ready to judge an answer: OpenAPI in one file or many, and Telegram's own format.
import path from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import { parse } from 'yaml';
import { sharedBytes, sharedJson } from './shared-answers.ts';

type Json = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

/** OpenAPI 3.0 says `nullable`, and puts `example` and the like where JSON Schema has other words. */
function toJsonSchema(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(toJsonSchema);
  if (!isObject(node)) return node;
  const { nullable, example: _example, xml: _xml, discriminator: _discriminator, ...rest } = node;
  const plain = Object.fromEntries(Object.entries(rest).map(([key, inner]) => [key, toJsonSchema(inner)]));
  return nullable === true ? { anyOf: [plain, { type: 'null' }] } : plain;
}

/** What a reference points to: in the same document, or in a file beside it. */
function openDocuments(root: string) {
  const files = new Map<string, unknown>();
  const load = (file: string): unknown => {
    const known = files.get(file);
    if (known !== undefined) return known;
    const text = sharedBytes(file).toString('utf8');
    const read: unknown = file.endsWith('.json') ? JSON.parse(text) : parse(text);
    files.set(file, read);
    return read;
  };
  const resolve = (node: unknown, file: string): unknown => {
    if (Array.isArray(node)) return node.map((one) => resolve(one, file));
    if (!isObject(node)) return node;
    const { $ref: ref } = node;
    if (typeof ref !== 'string') return Object.fromEntries(Object.entries(node).map(([key, inner]) => [key, resolve(inner, file)]));
    const [where = '', pointer = ''] = ref.split('#');
    const target = where === '' ? file : path.posix.join(path.posix.dirname(file), where);
    const found = pointer
      .split('/')
      .filter((step) => step !== '')
      .reduce<unknown>((here, step) => (isObject(here) ? here[step.replaceAll('~1', '/')] : undefined), load(target));
    return resolve(found, target);
  };
  return { load: () => load(root), resolve: (node: unknown) => resolve(node, root) };
}

function compiler(): Ajv {
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: true });
  addFormats.default(ajv);
  return ajv;
}

export type Judge = {
  /** Why an answer of an operation is not one that the description allows; empty where it is. */
  readonly faults: (operation: string, body: unknown) => readonly string[];
  /** Names of the query parameters that an operation knows. */
  readonly parameters: (operation: string) => readonly string[];
};

const faultsOf = (validate: ValidateFunction, body: unknown): readonly string[] =>
  validate(body)
    ? []
    : (validate.errors ?? []).map(({ instancePath, message, params }) => `${instancePath} ${message} ${JSON.stringify(params)}`);

function get(node: unknown, ...steps: readonly string[]): unknown {
  return steps.reduce<unknown>((here, step) => (isObject(here) ? here[step] : undefined), node);
}

/**
 * Judges answers with status 200 to GET. `root` may be a file of many that refer to each other; `instead` names schemas by operation where the
 * description gives the operation one that leaves something out.
 */
export function openApiJudge(root: string, instead: Readonly<Record<string, readonly string[]>> = {}): Judge {
  const ajv = compiler();
  const documents = openDocuments(root);
  const compiled = new Map<string, ValidateFunction>();
  const operations = new Map<string, unknown>();
  const operationOf = (operation: string): unknown => {
    if (!operations.has(operation)) operations.set(operation, documents.resolve(get(documents.load(), 'paths', operation)));
    return operations.get(operation);
  };
  const schemaOf = (operation: string): unknown => {
    const other = instead[operation];
    if (other !== undefined) return { type: 'array', items: documents.resolve(get(documents.load(), ...other)) };
    return get(operationOf(operation), 'get', 'responses', '200', 'content', 'application/json', 'schema');
  };
  return {
    faults: (operation, body) => {
      let validate = compiled.get(operation);
      if (validate === undefined) {
        const schema = schemaOf(operation);
        if (!isObject(schema)) return [`${operation} is not described`];
        validate = ajv.compile(Object(toJsonSchema(schema)));
        compiled.set(operation, validate);
      }
      return faultsOf(validate, body);
    },
    parameters: (operation) => {
      const known = get(operationOf(operation), 'get', 'parameters');
      return Array.isArray(known) ? known.flatMap((one) => (get(one, 'in') === 'query' ? String(get(one, 'name')) : [])) : [];
    },
  };
}

const plainTypes: Readonly<Record<string, Json>> = {
  Integer: { type: 'integer' },
  Float: { type: 'number' },
  String: { type: 'string' },
  Boolean: { type: 'boolean' },
  True: { const: true },
};

function telegramType(name: unknown): Json {
  const text = String(name);
  if (text.startsWith('Array of ')) return { type: 'array', items: telegramType(text.slice(9)) };
  return plainTypes[text] ?? { $ref: `#/definitions/${text}` };
}

const anyOf = (types: unknown): Json => ({ anyOf: Array.isArray(types) ? types.map(telegramType) : [] });

function telegramDefinition(type: unknown): Json {
  const subtypes = get(type, 'subtypes');
  if (Array.isArray(subtypes) && subtypes.length > 0) return anyOf(subtypes);
  const fields = get(type, 'fields');
  const listed = Array.isArray(fields) ? fields : [];
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(listed.map((field) => [String(get(field, 'name')), anyOf(get(field, 'types'))])),
    required: listed.flatMap((field) => (get(field, 'required') === true ? String(get(field, 'name')) : [])),
  };
}

/** Judges results of methods of Telegram's Bot API. */
export function telegramJudge(file: string): Judge {
  const ajv = compiler();
  const described = sharedJson(file);
  const types = get(described, 'types');
  const definitions = Object.fromEntries(
    Object.entries(isObject(types) ? types : {}).map(([name, type]) => [name, telegramDefinition(type)]),
  );
  const compiled = new Map<string, ValidateFunction>();
  return {
    faults: (method, result) => {
      const validate = compiled.get(method) ?? ajv.compile({ definitions, ...anyOf(get(described, 'methods', method, 'returns')) });
      compiled.set(method, validate);
      return faultsOf(validate, result);
    },
    parameters: (method) => {
      const fields = get(described, 'methods', method, 'fields');
      return Array.isArray(fields) ? fields.map((field) => String(get(field, 'name'))) : [];
    },
  };
}
