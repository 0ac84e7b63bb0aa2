// What may be chosen for a new key, and what is still missing.
import type { KeyUse } from './shapes.ts';

const hooks = [
  'standard-webhooks',
  'zendesk',
  'github',
  'chatwoot',
  'discourse',
  'intercom',
  'zammad',
  'telegram',
] as const satisfies readonly KeyUse[];
const fromVendor: readonly KeyUse[] = ['zendesk', 'chatwoot', 'intercom'];

/** Whether the vendor makes the secret, so that it has to be typed in. */
export const isFromVendor = (use: KeyUse): boolean => fromVendor.includes(use);

/** Whether a secret is made here, unless the sender has a key of its own. */
export const mayBeGiven = (use: KeyUse): boolean => use === 'standard-webhooks';

/** What is sent of a typed secret; null: one is to be made. */
export function secretFor(use: KeyUse, typed: string): string | null {
  const secret = typed.trim();
  return isFromVendor(use) || (mayBeGiven(use) && secret !== '') ? secret : null;
}

/** Uses of a key, the likeliest first: a help desk's own webhooks where a connector of that name reads the source. */
export function usesFor(connector: string | null): readonly KeyUse[] {
  const own = hooks.filter((hook) => connector?.startsWith(hook));
  if (connector === null) return ['push', 'standard-webhooks'];
  return [...own, ...hooks.filter((hook) => !own.includes(hook)), 'push'];
}

export function hintOf(use: KeyUse): 'push' | 'hook' | 'own' {
  if (use === 'push') return 'push';
  return use === 'standard-webhooks' ? 'own' : 'hook';
}

export type KeyDraft = { readonly use: KeyUse; readonly label: string; readonly secret: string };

export function keyProblems({ use, label, secret }: KeyDraft): readonly ('label' | 'secret')[] {
  return [
    ...(label.trim() === '' ? (['label'] as const) : []),
    ...(isFromVendor(use) && secret.trim().length < 16 ? (['secret'] as const) : []),
  ];
}
