// What somebody has typed of a notice that is set by hand, and what it means.
import type { OverrideInput } from './ask.ts';

export const overrideUnits = ['minutes', 'hours', 'days'] as const;
export type OverrideUnit = (typeof overrideUnits)[number];
export const overrideSpans = ['1', '4', '12', '24', '72', '168'] as const;
export type OverrideSpan = (typeof overrideSpans)[number];

/** In the order in which the form asks for them; each by its own name, which needs no translation. */
export const noticeLanguages = [
  { id: 'zh', name: '中文' },
  { id: 'en', name: 'English' },
  { id: 'fr', name: 'Français' },
  { id: 'de', name: 'Deutsch' },
  { id: 'es', name: 'Español' },
  { id: 'ru', name: 'Русский' },
  { id: 'ja', name: '日本語' },
  { id: 'pt', name: 'Português' },
] as const;
export type NoticeLanguage = (typeof noticeLanguages)[number]['id'];

export type OverrideDraft = {
  readonly hasRange: boolean;
  readonly min: string;
  readonly max: string;
  readonly unit: OverrideUnit;
  readonly span: OverrideSpan;
  readonly texts: Readonly<Partial<Record<NoticeLanguage, string>>>;
};

const minutesIn: Readonly<Record<OverrideUnit, number>> = { minutes: 1, hours: 60, days: 1440 };

export const emptyOverride: OverrideDraft = { hasRange: true, min: '', max: '', unit: 'minutes', span: '4', texts: {} };

/** A range as the form shows it: in the largest unit in which both ends are whole, the upper end in steps of five, which are all that can be set by hand. */
export function draftOfRange(told: { readonly min: number; readonly max: number } | null): Pick<OverrideDraft, 'min' | 'max' | 'unit'> {
  if (told === null) return { min: '', max: '', unit: 'minutes' };
  const range = { min: told.min, max: Math.ceil(told.max / 5) * 5 };
  const unit = overrideUnits.findLast((one) => range.min % minutesIn[one] === 0 && range.max % minutesIn[one] === 0) ?? 'minutes';
  return { min: String(range.min / minutesIn[unit]), max: String(range.max / minutesIn[unit]), unit };
}

function rangeOf({ min, max, unit }: OverrideDraft): { min: number; max: number } | null {
  if (!/^\d{1,5}$/.test(min.trim()) || !/^\d{1,5}$/.test(max.trim())) return null;
  const range = { min: Number(min) * minutesIn[unit], max: Number(max) * minutesIn[unit] };
  const isRound = range.min % 5 === 0 && range.max % 5 === 0;
  return isRound && range.min < range.max && range.max <= 60 * 1440 ? range : null;
}

export type OverrideProblem = 'range' | 'nothing';

/** What is wrong with a draft; null where it can be set. */
export function overrideProblem(draft: OverrideDraft): OverrideProblem | null {
  if (draft.hasRange) return rangeOf(draft) === null ? 'range' : null;
  return Object.values(draft.texts).every((text) => text.trim() === '') ? 'nothing' : null;
}

/** What is sent; null while the draft has a problem. */
export function toOverrideInput(draft: OverrideDraft, now: number): OverrideInput | null {
  if (overrideProblem(draft) !== null) return null;
  const texts: OverrideDraft['texts'] = Object.fromEntries(
    Object.entries(draft.texts).flatMap(([language, text]) => (text.trim() === '' ? [] : [[language, text.trim()]])),
  );
  const expiresAt = new Date(now + Number(draft.span) * 3_600_000).toISOString();
  return { waitMinutes: draft.hasRange ? rangeOf(draft) : null, texts, expiresAt };
}
