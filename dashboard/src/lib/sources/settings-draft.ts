// What somebody has typed into the form of a connector, and the settings that it means.
import type { SettingField, Settings } from './shapes.ts';

export type Draft = Readonly<Record<string, string | boolean>>;

/** The form as it opens: stored settings, else what an empty field means. Secrets are never filled in. */
export function toDraft(fields: readonly SettingField[], stored: Settings = {}): Draft {
  return Object.fromEntries(
    fields.map(({ name, kind, standard }) => {
      const value = kind === 'secret' ? null : (stored[name] ?? standard);
      if (kind === 'switch') return [name, value === true];
      return [name, value === null ? '' : String(value)];
    }),
  );
}

/** The fields that the choices made so far ask for. */
export function askedFields(fields: readonly SettingField[], draft: Draft): readonly SettingField[] {
  return fields.filter(({ neededWith }) => neededWith === null || draft[neededWith.name] === neededWith.value);
}

/** Names of required fields that are empty. A secret that is stored may stay empty. */
export function missingFields(fields: readonly SettingField[], draft: Draft, hasSecrets: boolean): readonly string[] {
  return askedFields(fields, draft).flatMap(({ name, kind, isRequired, neededWith }) => {
    const isEmpty = String(draft[name] ?? '').trim() === '';
    return (isRequired || neededWith !== null) && isEmpty && !(kind === 'secret' && hasSecrets) ? name : [];
  });
}

/** Empty fields are left out: what they mean is the connector's to say. */
export function toSettings(fields: readonly SettingField[], draft: Draft): Settings {
  return Object.fromEntries(
    askedFields(fields, draft).flatMap(({ name, kind }): [string, string | number | boolean][] => {
      const value = draft[name];
      if (kind === 'switch') return [[name, value === true]];
      const text = String(value ?? '').trim();
      if (text === '') return [];
      return [[name, kind === 'number' ? Number(text) : text]];
    }),
  );
}

/** An id that stands in links: lower case letters, digits and dashes, made from a name. */
export function toId(name: string): string {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 64);
}
