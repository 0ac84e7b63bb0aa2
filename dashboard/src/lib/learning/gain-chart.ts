// Old against new as a chart and as words: gains by language with their intervals, and what the gate found.
import type { IntervalChart } from '../charts/interval.ts';
import type { Format } from '../format/format.ts';
import type { Words } from '../words/words.ts';
import type { LearnedVersion } from './ask.ts';

/** The gain in all and by language, largest language first; quiet where the interval holds 0. */
export function gainChart({ figures }: Pick<LearnedVersion, 'figures'>, words: Words['learning'], format: Format): IntervalChart {
  const named = [
    { key: 'all', label: words.all, ...figures.overall },
    ...figures.languages.map((one) => ({ key: one.language, label: format.language(one.language), ...one })),
  ];
  return {
    unit: 'difference',
    rowName: words.language,
    rows: named.map(({ key, label, n, gain }) => ({
      key,
      label,
      n,
      value: gain?.value ?? null,
      low: gain?.interval[0] ?? null,
      high: gain?.interval[1] ?? null,
      href: null,
      isQuiet: gain === null || (gain.interval[0] <= 0 && gain.interval[1] >= 0),
    })),
  };
}

/** What the gate found, sentence by sentence; one sentence where it found nothing. */
export function findingWords({ figures }: Pick<LearnedVersion, 'figures'>, words: Words['learning'], format: Format): string[] {
  if (figures.findings.length === 0) return [words.better];
  return figures.findings.map((finding) => {
    switch (finding.kind) {
      case 'no-clear-gain':
        return words.findings.noClearGain;
      case 'no-better-than-constant':
        return words.findings.constant;
      case 'less-right-where-it-labels':
        return words.findings.lessRight;
      case 'worse-in-language':
        return words.findings.worseIn(format.language(finding.language));
      default:
        return finding satisfies never;
    }
  });
}

/** `Version 3`, or the shipped model for 0. */
export const versionName = (version: number, words: Words['learning']): string =>
  version === 0 ? words.shipped : words.version(String(version));
