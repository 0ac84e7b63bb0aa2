// The demo's campaigns of annotation: what was labelled when, and how much of it.
import type { AnnotationField, Guideline } from '#db/model/annotation.ts';

export type DemoCampaign = {
  readonly name: string;
  readonly field: AnnotationField;
  readonly guideline: Guideline;
  readonly size: number;
  readonly overlapShare: number;
  readonly gold: number;
  readonly daysAgo: number;
  /** Of the tasks, so many are done. */
  readonly share: number;
  /** Disputes that the lead has settled, from the first on. */
  readonly settled: number;
  readonly isClosed: boolean;
};

const mood: Guideline = {
  zh: '标注客户在整个会话中的情绪，而不是问题的严重程度。语气平静地描述问题是中性。先抱怨后感谢的，按整体来判断。',
  en: 'Label how the customer feels over the whole conversation, not how bad the problem is. A problem told calmly is neutral. Where complaint turns to thanks, judge the whole.',
  fr: 'Étiquetez ce que ressent le client sur toute la conversation, non la gravité du problème. Un problème exposé calmement est neutre. Quand la plainte finit en remerciement, jugez l’ensemble.',
  de: 'Etikettieren Sie, wie dem Kunden über die ganze Konversation zumute ist, nicht wie schlimm das Problem ist. Ruhig geschildert ist neutral. Wird aus Klage Dank, zählt das Ganze.',
};

const topic: Guideline = {
  zh: '标注客户写信的主要原因。同时有多个原因时，选首先要解决的那个。',
  en: 'Label the main reason why the customer writes. Where there are several, the one that has to be solved first.',
  fr: 'Étiquetez la raison principale pour laquelle le client écrit. S’il y en a plusieurs, celle à résoudre d’abord.',
  de: 'Etikettieren Sie den Hauptgrund des Schreibens. Bei mehreren den, der zuerst gelöst werden muss.',
};

export const demoCampaigns: readonly DemoCampaign[] = [
  {
    name: 'Demo: mood, autumn',
    field: 'sentiment',
    guideline: mood,
    size: 600,
    overlapShare: 0.3,
    gold: 0,
    daysAgo: 75,
    share: 1,
    settled: 14,
    isClosed: true,
  },
  {
    name: 'Demo: mood, November',
    field: 'sentiment',
    guideline: mood,
    size: 200,
    overlapShare: 0.3,
    gold: 10,
    daysAgo: 12,
    share: 0.6,
    settled: 0,
    isClosed: false,
  },
  {
    name: 'Demo: topics',
    field: 'category',
    guideline: topic,
    size: 500,
    overlapShare: 0.2,
    gold: 0,
    daysAgo: 40,
    share: 0.8,
    settled: 4,
    isClosed: false,
  },
];
