// Versions of calendars and promises: numbered by the server, added one after the other, never edited.
import { AppError } from '#db/model/errors.ts';

type Versioned = { readonly id: string; readonly versions: readonly { readonly version: number; readonly validFrom: string | null }[] };

/**
 * The number of the version to add. `conflict` where somebody added one since the editor read version `basedOn`.
 * A version without a first day would reach back over all earlier ones, so only the first may be so.
 */
export function nextVersion(thing: Versioned, basedOn: number | undefined, validFrom: string | null): number {
  const latest = Math.max(0, ...thing.versions.map((one) => one.version));
  if (basedOn !== undefined && basedOn !== latest) {
    throw new AppError('conflict', `"${thing.id}" is at version ${latest} by now, not ${basedOn}; look at it again before you save`);
  }
  if (validFrom === null && latest > 0) {
    throw new AppError('invalid', 'validFrom: a further version needs the day from which it holds');
  }
  return latest + 1;
}
