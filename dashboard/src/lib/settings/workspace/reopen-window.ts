// The reopen window as somebody types it: a number of hours or days.

export const windowUnits = ['hours', 'days'] as const;
export type WindowUnit = (typeof windowUnits)[number];
export type WindowDraft = { readonly amount: string; readonly unit: WindowUnit };

const unitMs = { hours: 3_600_000, days: 86_400_000 } as const satisfies Record<WindowUnit, number>;
export const mostWindowDays = 90;

export function windowDraft(ms: number): WindowDraft {
  const unit: WindowUnit = ms > 0 && ms % unitMs.days === 0 ? 'days' : 'hours';
  return { amount: String(ms / unitMs[unit]), unit };
}

/** Milliseconds, 0 for no window; null for what is no number or longer than 90 days. */
export function readWindow({ amount, unit }: WindowDraft): number | null {
  const plain = amount.normalize('NFKC').trim().replace(',', '.');
  if (!/^\d+(\.\d+)?$/.test(plain)) return null;
  const ms = Math.round(Number(plain) * unitMs[unit]);
  return ms <= mostWindowDays * unitMs.days ? ms : null;
}
