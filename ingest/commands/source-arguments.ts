// What the commands below `huiyin sources` share: how they open the desks, and how a number is read from an argument.
import { InvalidArgumentError } from 'commander';
import type { CommandContext } from './context.ts';

/** Opens what a command needs of the sources, lends it to the work, and closes it. */
export type WithSources<Opened> = (context: CommandContext, work: (sources: Opened) => Promise<void>) => Promise<void>;

/** Reads a whole number from 1 on; `hint` says what it is the number of, and where it is found. */
export function numberedBy(hint: string): (text: string) => number {
  return (text) => {
    const id = Number(text);
    if (!Number.isSafeInteger(id) || id < 1) throw new InvalidArgumentError(hint);
    return id;
  };
}
