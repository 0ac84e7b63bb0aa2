// The id of a source from the name that somebody gives it.
import { AppError } from '#db/model/errors.ts';

/** A name becomes the id of a source: it stands in links and filters, so it stays short and plain. */
export function toSourceId(name: string): string {
  const id = name.trim();
  if (/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,63}$/u.test(id)) return id;
  throw new AppError(
    'invalid',
    '--source: must be 1 to 64 letters, digits, spaces, dots, hyphens or underscores, beginning with a letter or digit',
  );
}
