// Fits who is listened to: how much a text is of each kind, and how an expert weighs itself, the others and the words of feeling.
import { fitMixture, type Margins, type Mixture, probabilitiesOf } from '../learn/mixture.ts';
import { foldsOf } from '../learn/seeded.ts';
import { fitTilt } from '../learn/tilt.ts';
import { heardBy, type Judges, type Mixed, mixExperts } from '../scores/sentiment-model.ts';

/** A text as experts heard it that had not seen it. */
export type Heard = {
  readonly label: number;
  readonly domain: number;
  /** Margins of its kind; empty where there is one kind only. */
  readonly kinds: Float64Array;
  readonly views: readonly Float64Array[];
};

/** Accuracy that may be given away for a better macro-F1. */
const mostLost = 0.02;
const halves = 2;

function fitExpert(margins: readonly Margins[], labels: readonly number[], labelCount: number): Mixture {
  const fitted = fitMixture(margins, labels, labelCount);
  const probabilities = margins.map((one) => probabilitiesOf(fitted, one));
  return { ...fitted, tilt: fitTilt(probabilities, mostLost) };
}

/** `labelsOf`: the labels that each expert can give. */
export function fitJudges(heard: readonly Heard[], labelsOf: readonly (readonly number[])[]): Judges {
  const domainMixture = fitMixture(
    heard.map(({ kinds }) => [kinds]),
    heard.map(({ domain }) => domain),
    labelsOf.length,
  );
  const experts = labelsOf.map((labels, domain) => {
    const own = heard.filter((one) => one.domain === domain);
    const mixture = fitExpert(
      own.map(({ views }) => heardBy(labels, views)),
      own.map(({ label }) => labels.indexOf(label)),
      labels.length,
    );
    return { labels, mixture };
  });
  return { domainMixture, experts };
}

/** What is said of every text when neither the experts nor their judges had seen it: judges of one half speak of the other. */
export function unseenAnswers(heard: readonly Heard[], labelsOf: readonly (readonly number[])[]): Mixed[] {
  const half = foldsOf(
    heard.map(({ domain, label }) => domain * 3 + label),
    halves,
    17,
  );
  const answers: Mixed[] = new Array(heard.length);
  for (let out = 0; out < halves; out += 1) {
    const judges = fitJudges(
      heard.filter((_, index) => half[index] !== out),
      labelsOf,
    );
    heard.forEach(({ kinds, views }, index) => {
      if (half[index] === out) answers[index] = mixExperts(judges, kinds, views);
    });
  }
  return answers;
}
