// An invitation as somebody types it, and a password that somebody chooses: what is wrong with them.

export type InviteDraft = { readonly name: string; readonly email: string };
export type InviteProblems = { readonly name?: 'required'; readonly email?: 'required' | 'not-an-email' };

export function inviteProblems({ name, email }: InviteDraft): InviteProblems {
  return {
    ...(name.trim() === '' ? { name: 'required' as const } : {}),
    // As little as can be told for certain: the invitation itself shows whether the address exists.
    ...(email.trim() === ''
      ? { email: 'required' as const }
      : /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/.test(email.trim())
        ? {}
        : { email: 'not-an-email' as const }),
  };
}

export const leastPasswordLength = 12;

export type PasswordDraft = { readonly current: string; readonly chosen: string; readonly again: string };
export type PasswordProblems = { readonly [field in keyof PasswordDraft]?: 'required' | 'too-short' | 'differs' | 'same' };

export function passwordProblems({ current, chosen, again }: PasswordDraft): PasswordProblems {
  return {
    ...(current === '' ? { current: 'required' as const } : {}),
    ...(chosen.length < leastPasswordLength ? { chosen: 'too-short' as const } : chosen === current ? { chosen: 'same' as const } : {}),
    ...(again === chosen ? {} : { again: 'differs' as const }),
  };
}

/** The secret inside an `otpauth://` address, in groups of four: for authenticators that cannot scan. Empty where there is none. */
export function secretOf(totpUri: string): string {
  const secret = new URLSearchParams(totpUri.split('?')[1] ?? '').get('secret') ?? '';
  return (secret.match(/.{1,4}/g) ?? []).join(' ');
}
