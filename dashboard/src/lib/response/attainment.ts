// Promises kept by channel and language as a table: rows and columns by size, each cell a figure with its sample.
import type { Figure, FigureGroup } from '../api/shapes.ts';

export type AttainmentCell = { readonly channel: string | null; readonly language: string | null; readonly figure: Figure | null };
export type AttainmentRow = { readonly channel: string | null; readonly cells: readonly AttainmentCell[] };
export type Attainment = { readonly languages: readonly (string | null)[]; readonly rows: readonly AttainmentRow[] };

export type AttainmentInput = {
  readonly all: Figure;
  readonly byChannel: readonly FigureGroup[];
  readonly byLanguage: readonly FigureGroup[];
  readonly byBoth: readonly FigureGroup[];
};

/** The first row and the first column are totals, marked by null; empty channels and languages are left out. */
export function attainmentOf(input: AttainmentInput, mostLanguages: number): Attainment {
  const bySize = (groups: readonly FigureGroup[]) =>
    [...groups]
      .filter((group) => group.n > 0)
      .sort((a, b) => b.n - a.n)
      .map((group) => group.keys[0] ?? group.key);
  const channels = bySize(input.byChannel);
  const languages = bySize(input.byLanguage).slice(0, mostLanguages);
  const find = (groups: readonly FigureGroup[], ...keys: string[]) =>
    groups.find((group) => group.n > 0 && keys.every((key, place) => group.keys[place] === key)) ?? null;
  const figureAt = (channel: string | null, language: string | null): Figure | null => {
    if (channel === null) return language === null ? input.all : find(input.byLanguage, language);
    return language === null ? find(input.byChannel, channel) : find(input.byBoth, channel, language);
  };
  const columns = [null, ...languages];
  return {
    languages: columns,
    rows: [null, ...channels].map((channel) => ({
      channel,
      cells: columns.map((language) => ({ channel, language, figure: figureAt(channel, language) })),
    })),
  };
}
