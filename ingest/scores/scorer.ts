// The contract of a scorer: one redacted message in, what it says out; pure, local, and versioned.
import type { Actor } from '#db/model/conversation.ts';
import type { Portions } from '../stages/portions.ts';
import type { Token } from '../taxonomy/tokens.ts';

export type ScoreInput = {
  /** Redacted: a scorer never sees a secret. */
  readonly text: string;
  /** BCP 47 as the language stage tells it, `und` where it cannot be told. */
  readonly language: string;
  readonly channel: string | null;
  readonly actor: Actor;
  /** Classes of secrets that redaction took out of this message, such as `SEED_PHRASE`. */
  readonly redactions: readonly string[];
  /** The tokens of the text where they were read before: three scorers look for patterns in them. */
  readonly tokens?: readonly Token[];
};

export type Scorer<Score> = {
  readonly id: 'sentiment' | 'category' | 'harm' | 'risk' | 'complaint';
  /** Moves with every change of rules or weights, so that a stored score tells what made it. */
  readonly version: string;
  readonly score: (input: ScoreInput) => Score;
  /** Unpacks what a language needs, in portions, so that nobody waits for all of it; where this was not asked for, the first score does it in one go. */
  readonly open?: (language: string) => Portions<void>;
};
