// Holds requests and answers against an official OpenAPI description: unknown parameters and fields count as wrong as well.
import { z } from 'zod';
import { openPathTemplates } from './path-templates.ts';

export type Exchanged = { readonly path: string; readonly query: URLSearchParams; readonly status: number; readonly body: unknown };

type Json = Readonly<Record<string, unknown>>;
const isRecord = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);

const schemaShape = z.looseObject({});
const jsonSchema = z.custom<Parameters<typeof z.fromJSONSchema>[0]>(isRecord);
const parameterShape = z.union([
  z.object({ $ref: z.string() }),
  z.looseObject({ name: z.string(), in: z.string(), required: z.boolean().nullish(), schema: schemaShape.nullish() }),
]);
const responseShape = z.looseObject({ content: z.record(z.string(), z.looseObject({ schema: schemaShape.nullish() })).nullish() });
const operationShape = z.looseObject({
  parameters: z.array(parameterShape).default([]),
  responses: z.record(z.string(), z.union([z.object({ $ref: z.string() }), responseShape])),
});
const documentShape = z.looseObject({
  paths: z.record(z.string(), z.looseObject({ get: operationShape.optional(), parameters: z.array(parameterShape).default([]) })),
  components: z.looseObject({ schemas: z.record(z.string(), z.unknown()), parameters: z.record(z.string(), parameterShape).default({}) }),
});
type Document = z.infer<typeof documentShape>;

/** Schemas with their references inside, and objects closed to what they do not name. */
function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (!isRecord(schema)) return schema;
  const { discriminator: _, example: _example, examples: _examples, default: _default, format: _format, ...kept } = schema;
  const inner = Object.fromEntries(Object.entries(kept).map(([name, part]) => [name, closed(part)]));
  if (typeof inner.$ref === 'string') return { $ref: inner.$ref.replace('#/components/schemas/', '#/$defs/') };
  return isRecord(inner.properties) && inner.additionalProperties === undefined ? { ...inner, additionalProperties: false } : inner;
}

export type OpenApi = { readonly problemsOf: (exchanged: Exchanged) => readonly string[] };

export function openOpenApi(text: string): OpenApi {
  const document = documentShape.parse(JSON.parse(text));
  const defs = closed(document.components.schemas);
  const templateOf = openPathTemplates(Object.keys(document.paths));
  const parsers = new Map<string, z.ZodType>();
  const parserOf = (key: string, schema: unknown): z.ZodType => {
    const known = parsers.get(key);
    if (known !== undefined) return known;
    const whole = closed(schema);
    const parser = z.fromJSONSchema(jsonSchema.parse({ ...(isRecord(whole) ? whole : {}), $defs: defs }));
    parsers.set(key, parser);
    return parser;
  };
  return {
    problemsOf: ({ path, query, status, body }) => {
      const template = templateOf(path);
      const entry = document.paths[template ?? ''];
      if (template === null || entry?.get === undefined) return [`${path}: no such path`];
      const parameters = [...entry.parameters, ...entry.get.parameters].flatMap((one) => resolved(document, one));
      const asked = [...query.keys()].filter((name) => !parameters.some((one) => one.name.replace('[]', '') === name.replace('[]', '')));
      const missing = parameters.filter((one) => one.in === 'query' && one.required === true && !query.has(one.name));
      const response = entry.get.responses[String(status)];
      const schema = response === undefined || '$ref' in response ? null : (response.content?.['application/json']?.schema ?? null);
      const parsed = schema === null ? null : parserOf(`${template} ${status}`, schema).safeParse(body);
      return [
        ...asked.map((name) => `${template}: no parameter ${name}`),
        ...parameters.flatMap((one) => unlisted(one, query)).map((value) => `${template}: ${value}`),
        ...missing.map((one) => `${template}: parameter ${one.name} is missing`),
        ...(schema === null ? [`${template}: no answer ${status}`] : []),
        ...(parsed?.error?.issues ?? []).map((issue) => `${template}: ${issue.path.join('.')}: ${issue.message}`),
      ];
    },
  };
}

const namedShape = z.object({
  name: z.string(),
  in: z.string(),
  required: z.boolean().nullish(),
  schema: z
    .looseObject({ enum: z.array(z.string()).nullish(), items: z.looseObject({ enum: z.array(z.string()).nullish() }).nullish() })
    .nullish(),
});

/** Values that a parameter does not list; a list is written with commas. */
function unlisted({ name, schema }: z.infer<typeof namedShape>, query: URLSearchParams): readonly string[] {
  const allowed = schema?.enum ?? schema?.items?.enum ?? null;
  const asked = schema?.items == null ? query.getAll(name) : query.getAll(name).flatMap((value) => value.split(','));
  return allowed === null
    ? []
    : asked.filter((value) => !allowed.includes(value)).map((value) => `parameter ${name} has no value ${value}`);
}

function resolved({ components }: Document, parameter: z.infer<typeof parameterShape>) {
  const one =
    '$ref' in parameter && typeof parameter.$ref === 'string' ? components.parameters[parameter.$ref.split('/').at(-1) ?? ''] : parameter;
  const read = namedShape.safeParse(one);
  return read.success ? [read.data] : [];
}
