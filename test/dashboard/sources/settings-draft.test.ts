// The form of a connector: what opens in it, what is missing, and the settings that are sent.
import { describe, expect, it } from 'vitest';
import { askedFields, missingFields, toDraft, toId, toSettings } from '../../../dashboard/src/lib/sources/settings-draft.ts';
import type { SettingField } from '../../../dashboard/src/lib/sources/shapes.ts';

const field = (name: string, kind: SettingField['kind'], change: Partial<SettingField> = {}): SettingField => ({
  name,
  label: { en: name, zh: name },
  help: null,
  placeholder: null,
  kind,
  choices: [],
  isRequired: true,
  neededWith: null,
  standard: null,
  ...change,
});
const fields = [
  field('url', 'text'),
  field('token', 'secret'),
  field('pages', 'number', { isRequired: false, standard: 5 }),
  field('isDeep', 'switch', { isRequired: false, standard: false }),
];

describe('the form of a connector', () => {
  it('opens with what is stored, never with a secret', () => {
    expect(toDraft(fields)).toEqual({ url: '', token: '', pages: '5', isDeep: false });
    expect(toDraft(fields, { url: 'https://a.example', token: 'leaked', pages: 7, isDeep: true })).toEqual({
      url: 'https://a.example',
      token: '',
      pages: '7',
      isDeep: true,
    });
  });

  it('names required fields that are empty, and lets a stored secret stay empty', () => {
    expect(missingFields(fields, toDraft(fields), false)).toEqual(['url', 'token']);
    expect(missingFields(fields, { ...toDraft(fields), url: ' x ' }, true)).toEqual([]);
  });

  it('sends numbers as numbers, and leaves empty fields out', () => {
    expect(toSettings(fields, { url: ' https://a.example ', token: '', pages: '7', isDeep: true })).toEqual({
      url: 'https://a.example',
      pages: 7,
      isDeep: true,
    });
  });

  it('asks for what a choice needs, and for nothing that belongs to another choice', () => {
    const choosing = [
      field('signIn', 'choice', { isRequired: false, standard: 'password', choices: ['password', 'token'] }),
      field('password', 'secret', { isRequired: false, neededWith: { name: 'signIn', value: 'password' } }),
      field('tenant', 'text', { isRequired: false, neededWith: { name: 'signIn', value: 'token' } }),
    ];
    const draft = { ...toDraft(choosing), tenant: 'acme' };
    expect(askedFields(choosing, draft).map(({ name }) => name)).toEqual(['signIn', 'password']);
    expect(missingFields(choosing, draft, false)).toEqual(['password']);
    expect(toSettings(choosing, draft)).toEqual({ signIn: 'password' });
    const other = { ...draft, signIn: 'token', password: 'left behind' };
    expect(missingFields(choosing, { ...other, tenant: '' }, false)).toEqual(['tenant']);
    expect(toSettings(choosing, other)).toEqual({ signIn: 'token', tenant: 'acme' });
  });

  it('makes ids of names in any script', () => {
    expect([toId('Help Desk (EU)'), toId('客服 邮箱'), toId('  '), toId('Crédit')]).toEqual(['help-desk-eu', '客服-邮箱', '', 'cre-dit']);
  });
});
