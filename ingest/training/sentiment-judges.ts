// Fits who is listened to: how much a text is of each kind, and how an expert weighs itself, the others and the words of feeling.
import { fitKinds } from '../learn/kind-judge.ts';
import { fitMixture, probabilitiesOf, toRow } from '../learn/mixture.ts';
import { foldsOf } from '../learn/seeded.ts';
import { fitTilt } from '../learn/tilt.ts';
import { type Expert, type Judges, type Mixed, mixExperts } from '../scores/sentiment-model.ts';

/** A text as experts heard it that had not seen it. */
export type Heard = {
  readonly label: number;
  readonly domain: number;
  /** What its kind is judged by (`kindNumbers`). */
  readonly kinds: Float64Array;
  readonly views: readonly Float64Array[];
};

/** Accuracy that may be given away for a better macro-F1. */
const mostLost = 0.02;
const halves = 2;

/** Labels that each expert can give, and how many of the views are late ones (`fitMixture`). */
export type Panel = { readonly labelsOf: readonly (readonly number[])[]; readonly late: number };

function fitExpert(labels: readonly number[], own: readonly Heard[], late: number): Expert {
  const margins = own.map(({ views }) => views.map((view) => Float64Array.from(labels, (label) => view[label] ?? 0)));
  const fitted = fitMixture(
    margins,
    own.map(({ label }) => labels.indexOf(label)),
    labels.length,
    late,
  );
  const probabilities = own.map(({ views }) => probabilitiesOf(fitted, views, labels));
  return { labels, mixture: { ...fitted, tilt: fitTilt(probabilities, mostLost) } };
}

export function fitJudges(heard: readonly Heard[], { labelsOf, late }: Panel): Judges {
  const kinds = fitKinds(
    heard.map((one) => one.kinds),
    heard.map(({ domain }) => domain),
    labelsOf.length,
  );
  const experts = labelsOf.map((labels, domain) =>
    fitExpert(
      labels,
      heard.filter((one) => one.domain === domain),
      late,
    ),
  );
  return { kinds, experts };
}

/** What is said of every text when neither the experts nor their judges had seen it: judges of one half speak of the other. */
export function unseenAnswers(heard: readonly Heard[], panel: Panel): Mixed[] {
  const half = foldsOf(
    heard.map(({ domain, label }) => domain * 3 + label),
    halves,
    17,
  );
  const answers: Mixed[] = new Array(heard.length);
  for (let out = 0; out < halves; out += 1) {
    const judges = fitJudges(
      heard.filter((_, index) => half[index] !== out),
      panel,
    );
    heard.forEach(({ kinds, views }, index) => {
      if (half[index] === out) answers[index] = mixExperts(judges, kinds, toRow(views));
    });
  }
  return answers;
}
