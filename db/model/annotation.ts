// The words of annotation: what people say a conversation is, beside what the scorers say of it.
import { z } from 'zod';
import type { Instant } from './instant.ts';
import type { Dimension } from './metric.ts';
import { sentimentLabels, urgencyLevels } from './score.ts';

/** What may be labelled. The labels of `category` are the leaves of the taxonomy in force. */
export const annotationFields = ['sentiment', 'category', 'harm'] as const;
export type AnnotationField = (typeof annotationFields)[number];

/** The labels of the fields that always have the same; null: they come from the taxonomy. */
export const fixedLabels: Readonly<Record<AnnotationField, readonly string[] | null>> = {
  sentiment: sentimentLabels,
  category: null,
  harm: urgencyLevels,
};

/** Whether the labels have an order, so that "low" for "critical" is a worse disagreement than "high" for "critical". */
export const orderedFields: Readonly<Record<AnnotationField, boolean>> = { sentiment: true, category: false, harm: true };

/** What a sample may be spread over. */
export const stratumDimensions = ['language', 'channel', 'source'] as const;
export type StratumDimension = (typeof stratumDimensions)[number];

export const campaignStates = ['open', 'closed'] as const;
export type CampaignState = (typeof campaignStates)[number];

export const guidelineLanguages = ['zh', 'en', 'fr', 'de'] as const;
/** What annotators are told, by screen language; a language without a text shows another one's. */
export const guidelineSchema = z.partialRecord(z.enum(guidelineLanguages), z.string());
export type Guideline = z.infer<typeof guidelineSchema>;

/** Which conversations a campaign draws from; null bounds are open. */
export type CampaignPopulation = {
  readonly filters: Readonly<Partial<Record<Dimension, readonly string[]>>>;
  readonly from: Instant | null;
  readonly to: Instant | null;
};

export type CampaignSampling = {
  readonly size: number;
  /** 0: everything in a stratum alike; 1: in proportion to how unsure the scorer was. */
  readonly uncertainShare: number;
  readonly strata: readonly StratumDimension[];
  /** Share of the tasks that two people label without knowing of each other. */
  readonly overlapShare: number;
  /** Gold tasks taken from earlier adjudications of the same field. */
  readonly gold: number;
  readonly seed: string;
};

/** `edit`: outside every queue, by somebody who came across it. It is no part of any sample, and no estimate uses it. */
export const annotationKinds = ['label', 'skip', 'edit'] as const;
export type AnnotationKind = (typeof annotationKinds)[number];
