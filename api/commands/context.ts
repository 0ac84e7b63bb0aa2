// What commands are given: the store on request, a clock, and where to write.
import type { Keys } from '#db/keys.ts';
import type { Instant } from '#db/model/instant.ts';
import type { Db } from '#db/open.ts';

export type CommandContext = {
  /** Opens the store, brings it up to date and fills a new one with default calendars and promises. Close it when done. */
  openStore(): Promise<Db>;
  keys(): Promise<Keys>;
  readonly dataFolder: string;
  readonly location: string;
  readonly publicUrl: string | null;
  /** Under which people reach the server, for links that commands print. */
  readonly address: string;
  readonly clock: () => Instant;
  readonly randomToken: () => string;
  readonly stdout: (text: string) => void;
  readonly stderr: (text: string) => void;
  readonly isTerminal: boolean;
};

/** Opens the store for one piece of work and closes it whatever happens. */
export async function withStore<T>(context: CommandContext, work: (db: Db) => Promise<T>): Promise<T> {
  const db = await context.openStore();
  try {
    return await work(db);
  } finally {
    await db.close();
  }
}

/** Prints a value as JSON where asked, else as text for people. */
export function print(context: CommandContext, isJson: boolean | undefined, value: unknown, text: () => string): void {
  context.stdout(isJson === true ? `${JSON.stringify(value, null, 2)}\n` : text());
}
