// What somebody has typed of a new campaign, and the campaign that it means.
import { isDay } from '../format/date.ts';
import type { Field, NewCampaign } from './ask.ts';

type Strata = NonNullable<NewCampaign['strata']>;
export type Stratum = Strata[number];
export const strata: readonly Stratum[] = ['language', 'channel', 'source'];
export const filterNames = ['channel', 'language', 'source', 'category'] as const;
export type FilterName = (typeof filterNames)[number];

export type CampaignDraft = {
  readonly name: string;
  readonly field: Field;
  readonly size: string;
  readonly doubt: '0' | '0.5' | '0.8';
  readonly strata: readonly Stratum[];
  readonly overlap: '0' | '0.1' | '0.2' | '0.5' | '1';
  readonly gold: string;
  readonly from: string;
  readonly to: string;
  readonly filters: Readonly<Partial<Record<FilterName, readonly string[]>>>;
  readonly guideline: Readonly<Partial<Record<'zh' | 'en' | 'fr' | 'de', string>>>;
};

export const newCampaignDraft: CampaignDraft = {
  name: '',
  field: 'sentiment',
  size: '300',
  doubt: '0.5',
  strata: ['language'],
  overlap: '0.2',
  gold: '0',
  from: '',
  to: '',
  filters: {},
  guideline: {},
};

export type CampaignProblem = 'name' | 'size' | 'gold' | 'day';

const wholeIn = (text: string, low: number, high: number) => /^\d{1,6}$/.test(text.trim()) && Number(text) >= low && Number(text) <= high;

/** Problems by field; nothing where the draft is a campaign. */
export function campaignProblems(draft: CampaignDraft): Readonly<Partial<Record<keyof CampaignDraft, CampaignProblem>>> {
  return {
    ...(draft.name.trim() === '' ? { name: 'name' } : {}),
    ...(wholeIn(draft.size, 1, 5000) ? {} : { size: 'size' }),
    ...(wholeIn(draft.gold, 0, 200) ? {} : { gold: 'gold' }),
    ...(draft.from === '' || isDay(draft.from) ? {} : { from: 'day' }),
    ...(draft.to === '' || isDay(draft.to) ? {} : { to: 'day' }),
  };
}

/** The campaign of a draft without problems; null while it has some. */
export function toNewCampaign(draft: CampaignDraft): NewCampaign | null {
  if (Object.keys(campaignProblems(draft)).length > 0) return null;
  const filters = Object.fromEntries(
    filterNames.flatMap((name) => {
      const values = draft.filters[name] ?? [];
      return values.length === 0 ? [] : [[name, [...values]]];
    }),
  );
  return {
    name: draft.name.trim(),
    field: draft.field,
    size: Number(draft.size),
    uncertainShare: Number(draft.doubt),
    strata: [...draft.strata],
    overlapShare: Number(draft.overlap),
    gold: Number(draft.gold),
    from: draft.from === '' ? null : draft.from,
    to: draft.to === '' ? null : draft.to,
    filters,
    guideline: Object.fromEntries(Object.entries(draft.guideline).filter(([, text]) => text.trim() !== '')),
  };
}
