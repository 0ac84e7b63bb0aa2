// Settings that many connectors have, with their words for people.
import { z } from 'zod';
import type { Choice, Said } from '#db/model/connector.ts';
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
  return staffListSchema().register(settingNotes, {
    label: { en: 'Our staff', zh: '我方人员' },
    help: {
      en: `One a line: ${idName.en}, then the first and the last day where they matter. Names are not used: impostors copy them.`,
      zh: `每行一个：${idName.zh}，必要时加上第一天和最后一天。不使用名称：冒名者会照抄。`,
    },
    isLong: true,
  });
}

/** Days without a word after which a conversation on a network without statuses counts as closed. */
export function quietField(most = 90) {
  return z
    .number()
    .int()
    .min(1)
    .max(most)
    .default(Math.min(7, most))
    .register(settingNotes, {
      label: { en: 'Quiet days until closed', zh: '静默多少天后视为关闭' },
      help: {
        en: 'The network has no statuses: a conversation without a word for this long counts as closed, and is not read again.',
        zh: '社交网络没有工单状态：超过此天数没有新消息的会话视为已关闭，并不再重复读取。',
      },
    });
}

/** Words or hashtags, one a line. */
export function linesField(label: Said, help: Said) {
  return z
    .string()
    .max(5000)
    .default('')
    .transform((text) => [...new Set(text.split('\n').map((line) => line.trim()))].filter((line) => line !== ''))
    .register(settingNotes, { label, help, isLong: true });
}

/** The same where it may be left empty. */
export function optionalTextField(
  label: Said,
  options: { readonly help?: Said; readonly placeholder?: string; readonly neededWith?: Choice } = {},
) {
  return z
    .string()
    .trim()
    .max(500)
    .optional()
    .register(settingNotes, { label, ...options });
}
