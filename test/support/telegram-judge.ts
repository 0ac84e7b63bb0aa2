// Telegram's description of its Bot API, which has a format of its own, judging what its methods are asked and give.
import type { ValidateFunction } from 'ajv';
import { compiler, type Judge, problemsOf } from './official-schemas.ts';
import { sharedJson } from './shared-answers.ts';

type Json = Readonly<Record<string, unknown>>;

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
const listOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? value.map(Object) : []);

function telegramDefinition({ subtypes, fields }: Json): Json {
  if (Array.isArray(subtypes) && subtypes.length > 0) return anyOf(subtypes);
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(listOf(fields).map(({ name, types }) => [String(name), anyOf(types)])),
    required: listOf(fields).flatMap(({ name, required }) => (required === true ? [String(name)] : [])),
  };
}

/** Judges methods of Telegram's Bot API: the path ends with the name of the method, the body is its result. */
export function telegramJudge(file: string): Judge {
  const ajv = compiler();
  const described: Json = Object(sharedJson(file));
  const definitions = Object.fromEntries(
    Object.entries(Object(described.types)).map(([name, type]) => [name, telegramDefinition(Object(type))]),
  );
  const compiled = new Map<string, ValidateFunction>();
  const validatorOf = (method: string, returns: unknown): ValidateFunction => {
    const validate = compiled.get(method) ?? ajv.compile({ definitions, ...anyOf(returns) });
    compiled.set(method, validate);
    return validate;
  };
  return {
    problems: ({ path, query = new URLSearchParams(), body }) => {
      const method = path.split('/').at(-1) ?? '';
      const told = Object(Object(described.methods)[method]);
      if (told.returns === undefined) return null;
      const known = listOf(told.fields).map(({ name }) => String(name));
      const unknown = [...new Set(query.keys())].filter((name) => !known.includes(name)).map((name) => `${method}: no parameter ${name}`);
      return [...unknown, ...problemsOf(validatorOf(method, told.returns), body)];
    },
  };
}
