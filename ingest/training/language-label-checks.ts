// Misses of the part to be judged by that a person has read, where the label of the set is at fault: by hash, as the texts are not ours to keep.
import { words } from '#ingest/languages/text-language.ts';
import { hashOf } from './language-texts.ts';

/** `other`: written in another language than the set says. `none`: nothing but names, or words that all languages share. */
export type LabelFault = 'other' | 'none';

const other: Readonly<Record<string, readonly string[]>> = {
  fr: words(`
    48725910, 68dd9ba8, d15ddd3e, fe70385a, 58d112bb, 6e21d0be, f71d6f62, 4f0cf1da, c9d77555, 3aebb561, ede32ff3, cfd0e6c4, 0a5a2593, 11dcf781,
    b05b9124, 320791d6, 3f4e5905, 4d75ede5, 1169d2cf, bf289755, 1e3faa97, cf7c6824, 986d793d, 6746e49f, 766e9ca7, 2289d76d, ac0bfcf0, 419a8729,
    dbf06604, d4e91c72, 80df0b80, 8f728afd, dbb9a526, d40c5e08, 1682b591, 769de378, db27c20a, 94cd3e0b, 9d6a2dd9, 30780ddf, 7e9f8879, 6a6168c8,
    2abea41d, 86696e7b, 8495df5b, 1e1f3033, 3aa3bfe3, 87f14b6a, d26d5d13, d9d24b3c, 994a0cf2, d97f0d0d, 251fffa4, 3ec11690, d9bd179f, 834d75b1,
    6907554d, cecd0bce, 72fd54c0, 1eecb1b3, 0e17de13, 29c0ca2f, 28654338, 55994cf0, 2fa62538, a0c99d36, b22feca9, e577c7f5, 42c8af8b
  `),
  es: words(`
    dcaf4fdf, 89f2b5bc, 4e8a25df
  `),
  it: words(`
    1d1fdc5f, 3693bc50, c800e494, 1ac3aaf1
  `),
  pt: words(`
    fe0ddcfd, a3bd92d2, 7f4e7320, 3ae786ed, 9a8269b8, d102e1da, 7de21e56, 9389f877
  `),
};

const none: Readonly<Record<string, readonly string[]>> = {
  fr: words(`
    2dc9222c, a972de97, ed2758f1, 5d819b0d, c4c946d7, 89622ab8, 443194e3, ddab23fb, 065fe225, 68ea57ef, 68ea57ef, 31c940ad, 02956f12, 68ea57ef,
    df958963, 03a9e959, 1e51fcd9, 9cb68701, ec5ca67e, 2412b9ba, fefdd586, 294db252, ec773c7c, 39846945, 4d3edec1, 14798fa0, 5e6cd53f, 60c6bec1,
    8332e9da, 065fe225, ec04bc22
  `),
  es: words(`
    6be4acdf
  `),
  it: words(`
    303c1100, 264fcf45
  `),
  pt: words(`
    13d06a30, d7c38a50, c6c77a00, 588855a1
  `),
};

const faults: ReadonlyMap<string, LabelFault> = new Map([
  ...Object.values(other).flatMap((keys) => keys.map((key) => [key, 'other'] as const)),
  ...Object.values(none).flatMap((keys) => keys.map((key) => [key, 'none'] as const)),
]);

/** What is wrong with the label of a text, as far as somebody has read it; null for all others. */
export function labelFault(language: string, text: string): LabelFault | null {
  return faults.get(hashOf(`${language} ${text}`).toString(16).padStart(8, '0')) ?? null;
}
