// Instants as JSON carries them: ISO 8601 in UTC with milliseconds.
import type { Instant } from '#db/model/instant.ts';

export function toIso(at: Instant): string {
  return new Date(at).toISOString();
}

export function toIsoOrNull(at: Instant | null): string | null {
  return at === null ? null : toIso(at);
}
