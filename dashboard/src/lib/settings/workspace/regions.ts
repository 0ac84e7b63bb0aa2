// Regions whose public holidays the server knows.

export const holidayRegions = ['CN', 'FR', 'DE', 'GB', 'US'] as const;

/** The regions to offer: all that have holidays, and those that were chosen some other way. */
export function offeredRegions(chosen: readonly string[]): string[] {
  return [...holidayRegions, ...chosen.filter((region) => !holidayRegions.some((known) => known === region))];
}
