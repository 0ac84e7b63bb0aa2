// What somebody has typed of a new campaign, and the campaign that it means.
import type { Field, NewCampaign } from './ask.ts';
import { type DrawDraft, type DrawProblem, drawProblems, toDraw, wholeIn } from './draw-draft.ts';

type Strata = NonNullable<NewCampaign['strata']>;
export type Stratum = Strata[number];
export const strata: readonly Stratum[] = ['language', 'channel', 'source'];
export const filterNames = ['channel', 'language', 'source', 'category'] as const;
export type FilterName = (typeof filterNames)[number];

export type CampaignDraft = DrawDraft<FilterName, Stratum> & {
  readonly field: Field;
  readonly doubt: '0' | '0.5' | '0.8';
  readonly overlap: '0' | '0.1' | '0.2' | '0.5' | '1';
  readonly gold: string;
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

export type CampaignProblem = DrawProblem | 'gold';

/** Problems by field; nothing where the draft is a campaign. */
export function campaignProblems(draft: CampaignDraft): Readonly<Partial<Record<keyof CampaignDraft, CampaignProblem>>> {
  return {
    ...drawProblems(draft, 5000),
    ...(wholeIn(draft.gold, 0, 200) ? {} : { gold: 'gold' }),
  };
}

/** The campaign of a draft without problems; null while it has some. */
export function toNewCampaign(draft: CampaignDraft): NewCampaign | null {
  if (Object.keys(campaignProblems(draft)).length > 0) return null;
  return {
    ...toDraw(draft),
    field: draft.field,
    uncertainShare: Number(draft.doubt),
    overlapShare: Number(draft.overlap),
    gold: Number(draft.gold),
    guideline: Object.fromEntries(Object.entries(draft.guideline).filter(([, text]) => text.trim() !== '')),
  };
}
