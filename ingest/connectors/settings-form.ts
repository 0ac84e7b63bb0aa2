// The form of a connector's settings, made from its schema, and the parting of its secrets from the rest.
import { z } from 'zod';
import type { ConnectorForm, SettingField, Settings } from '#db/model/connector.ts';
import { AppError } from '#db/model/errors.ts';
import { type AnyConnector, settingNotes } from './connector.ts';

const propertySchema = z.object({
  type: z.string().optional(),
  enum: z.array(z.string()).optional(),
  default: z.union([z.string(), z.number(), z.boolean()]).optional(),
});
const formSchema = z.object({ properties: z.record(z.string(), propertySchema), required: z.array(z.string()).default([]) });

function shapeOf({ card, settings }: AnyConnector): Readonly<Record<string, z.ZodType>> {
  if (settings instanceof z.ZodObject) return settings.shape;
  throw new AppError('internal', `the settings of ${card.id} are not an object`);
}

/** The fields in the order of the schema. */
export function settingsForm(connector: AnyConnector): readonly SettingField[] {
  const { properties, required } = formSchema.parse(z.toJSONSchema(connector.settings, { io: 'input', unrepresentable: 'any' }));
  return Object.entries(shapeOf(connector)).map(([name, schema]): SettingField => {
    const note = settingNotes.get(schema);
    if (note === undefined) throw new AppError('internal', `${connector.card.id}: the setting ${name} has no note for people`);
    const property = properties[name] ?? {};
    return {
      name,
      label: note.label,
      help: note.help ?? null,
      placeholder: note.placeholder ?? null,
      kind: note.isSecret ? 'secret' : note.isLong ? 'long' : kindOf(property),
      choices: property.enum ?? [],
      isRequired: required.includes(name),
      neededWith: note.neededWith ?? null,
      standard: property.default ?? null,
    };
  });
}

function kindOf({ type, enum: choices }: z.infer<typeof propertySchema>): SettingField['kind'] {
  if (choices !== undefined) return 'choice';
  if (type === 'number' || type === 'integer') return 'number';
  return type === 'boolean' ? 'switch' : 'text';
}

/** The settings that were filled in: an empty field of a form says nothing. */
export function withoutBlanks(settings: Settings): Settings {
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== '' && value !== null && value !== undefined));
}

/** Parts what may be shown from what may not. Names that the connector does not know are refused by its schema, later. */
export function partSecrets(connector: AnyConnector, settings: Settings): { readonly plain: Settings; readonly secret: Settings } {
  const isSecret = new Set(settingsForm(connector).flatMap(({ name, kind }) => (kind === 'secret' ? name : [])));
  const entries = Object.entries(withoutBlanks(settings));
  return {
    plain: Object.fromEntries(entries.filter(([name]) => !isSecret.has(name))),
    secret: Object.fromEntries(entries.filter(([name]) => isSecret.has(name))),
  };
}

/** Card and form of a connector, as people see them. */
export function toForm(connector: AnyConnector): ConnectorForm {
  return { ...connector.card, fields: settingsForm(connector), seesDeletions: connector.seesDeletions, resumable: connector.resumable };
}
