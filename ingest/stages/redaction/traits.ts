// Traits: what a text shows at a glance, so that only the detectors that could find anything in it are run.
import { hint } from './hints.ts';
import type { SeedDensity } from './seed-density.ts';

/** One bit a trait; the digits and runs are counted in ASCII. */
export const trait = {
  always: 1,
  /** Three digits, the least of a code. */
  digits: 2,
  /** Six digits, the least of an identity number. */
  manyDigits: 4,
  /** A run of 24 letters and digits. */
  longToken: 8,
  /** A run of 16 characters of keys. */
  longRun: 16,
  colon: 32,
  dot: 64,
  /** "@", or what may stand for it. */
  at: 128,
  password: 256,
  seed: 512,
  nationalId: 1024,
  authenticator: 2048,
  /** Seed words of an alphabet close together, or with numbers among them. */
  seedWords: 4096,
  /** Chinese characters that stand alone in a row. */
  singles: 8192,
} as const;

type Glance = {
  readonly folded: string;
  readonly hasLongToken: boolean;
  readonly longestRun: number;
  readonly digits: number;
  readonly hints: number;
  readonly density: SeedDensity;
};

const standsForAt = /[@#([{<]/;

/** The bits of all traits that a text has. */
export function traitsOf({ folded, hasLongToken, longestRun, digits, hints, density }: Glance): number {
  return (
    trait.always |
    (digits >= 3 ? trait.digits : 0) |
    (digits >= 6 ? trait.manyDigits : 0) |
    (hasLongToken ? trait.longToken : 0) |
    (longestRun >= 16 ? trait.longRun : 0) |
    (folded.includes(':') ? trait.colon : 0) |
    (folded.includes('.') ? trait.dot : 0) |
    ((hints & hint.at) !== 0 || standsForAt.test(folded) ? trait.at : 0) |
    ((hints & hint.password) !== 0 ? trait.password : 0) |
    ((hints & hint.seed) !== 0 ? trait.seed : 0) |
    ((hints & hint.nationalId) !== 0 ? trait.nationalId : 0) |
    ((hints & hint.authenticator) !== 0 ? trait.authenticator : 0) |
    // Numbers may be labels between the words, which make a phrase look thin.
    (density.isDense || digits >= 6 ? trait.seedWords : 0) |
    (density.singles >= 6 ? trait.singles : 0)
  );
}
