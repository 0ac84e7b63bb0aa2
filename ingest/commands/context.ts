// What the commands of this room are given instead of reaching for it: store, keys, clock, streams.
import type { Db } from '#db/dialect/db.ts';
import type { Keys } from '#db/keys.ts';
import type { Instant } from '#db/model/instant.ts';

/**
 * Commands print what they found on `stdout`, and throw AppError for everything that ends them: whoever runs them writes
 * its message on stderr and turns its code into the exit code (`invalid` and `not_found`: bad usage or bad input).
 */
export type CommandContext = {
  /** Opens the store, brings it up to date and fills a new one with its defaults. The command closes it. */
  openStore(): Promise<Db>;
  /** The same where a store was made before; null where none was. */
  findStore(): Promise<Db | null>;
  keys(): Promise<Keys>;
  readonly dataFolder: string;
  readonly clock: () => Instant;
  /** Makes a name that no other process has. */
  readonly randomToken: () => string;
  /** Hosts inside that connectors may reach, as `name` or `name:port`. */
  readonly allowedHosts: readonly string[];
  readonly version: string;
  /** Read by commands that take records on standard input. */
  readonly stdin: AsyncIterable<Buffer>;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  /** True where stderr is a terminal: progress may be drawn. */
  readonly isTerminal: boolean;
};
