// Settings that many connectors have, with their words for people.
import { z } from 'zod';
import type { Said } from '#db/model/connector.ts';
import { settingNotes } from './connector.ts';
import { staffListSchema } from './staff-list.ts';

/** The address of a help desk or forum. */
export function urlField(placeholder: string, help?: Said) {
  const note = { label: { en: 'Address', zh: '网址' }, placeholder, ...(help === undefined ? {} : { help }) };
  return z
    .url({ protocol: /^https?$/ })
    .max(500)
    .register(settingNotes, note);
}

export function secretField(label: Said, help?: Said) {
  return z
    .string()
    .min(1)
    .max(5000)
    .register(settingNotes, { label, isSecret: true, ...(help === undefined ? {} : { help }) });
}

export function textField(label: Said, options: { readonly help?: Said; readonly placeholder?: string } = {}) {
  return z
    .string()
    .trim()
    .min(1)
    .max(500)
    .register(settingNotes, { label, ...options });
}

/** Our own people, where the source has no roles that would tell. */
export function staffField(idName: Said) {
  return staffListSchema.register(settingNotes, {
    label: { en: 'Our staff', zh: '我方人员' },
    help: {
      en: `One a line: ${idName.en}, then the first and the last day where they matter. Names are not used: impostors copy them.`,
      zh: `每行一个：${idName.zh}，必要时加上第一天和最后一天。不使用名称：冒名者会照抄。`,
    },
    isLong: true,
  });
}

/** The same where it may be left empty. */
export function optionalTextField(label: Said, options: { readonly help?: Said; readonly placeholder?: string } = {}) {
  return z
    .string()
    .trim()
    .max(500)
    .optional()
    .register(settingNotes, { label, ...options });
}
