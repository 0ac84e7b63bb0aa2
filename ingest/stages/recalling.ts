// The stages as they are asked for conversations that come in part: what they said of a text lately, they say again without reading it.
import type { RedactedText } from '#db/model/redacted-text.ts';
import type { Scorers, Scoring } from '../scores/index.ts';
import { type Redact, redacted } from './join-stored.ts';
import type { DetectedLanguage, LanguageDetector } from './language.ts';
import { openMemory } from './memory.ts';

export type Recalling = { readonly redact: Redact; readonly detector: LanguageDetector; readonly scorers: Scorers };

/** Messages that are remembered: the longest chat groups of a support desk, some tens of megabytes with their scores. */
const mostMessages = 20_000;
/** A longer text is worked out anew: few are, and twenty thousand of them would be gigabytes. */
const longestKept = 4000;

/** Gives what the stages give: each of them says the same of the same text, whatever it read before. */
export function openRecalling({ detector, scorers }: Pick<Recalling, 'detector' | 'scorers'>): Recalling {
  const redactions = openMemory<RedactedText>(mostMessages);
  const languages = openMemory<DetectedLanguage>(mostMessages);
  const scorings = openMemory<Scoring>(mostMessages);
  return {
    // Only where nothing was found: what an earlier rule left is not kept in here either.
    redact: (text) =>
      text.length > longestKept
        ? redacted(text)
        : redactions.recall(
            text,
            () => redacted(text),
            (made) => made === text,
          ),
    detector: {
      detect: (text) => (text.length > longestKept ? detector.detect(text) : languages.recall(text, () => detector.detect(text))),
    },
    scorers: {
      version: scorers.version,
      open: scorers.open,
      score: (input) => {
        if (input.text.length > longestKept) return scorers.score(input);
        const { text, language, channel, actor, redactions: kinds } = input;
        const key = JSON.stringify([text, language, channel, actor, kinds]);
        return scorings.recall(
          key,
          () => scorers.score(input),
          ({ failed }) => failed.length === 0,
        );
      },
    },
  };
}
