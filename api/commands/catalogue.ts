// The catalogue of commands: enough to print help at once; the code of a command is loaded when it is called.
import { Command } from 'commander';

export type CatalogueEntry<C> = {
  readonly name: string;
  /** One line for `--help`; a test compares it with what the command itself says. */
  readonly says: string;
  /** Loads the command and registers it. */
  readonly load: (program: Command, context: C) => Promise<void>;
};

/** Which command a line calls, also behind `help`; null where it names none that we know. */
function calledBy(argv: readonly string[], names: readonly string[]): string | null {
  const words = argv.filter((word) => !word.startsWith('-'));
  const word = words[0] === 'help' ? words[1] : words[0];
  return names.find((name) => name === word) ?? null;
}

/**
 * Registers the command that the line calls in full, and of the others their names only.
 * Loading all of them would cost every call seconds: drivers, holidays, the sign-in library.
 */
export async function registerCalled<C>(
  program: Command,
  catalogue: readonly CatalogueEntry<C>[],
  argv: readonly string[],
  context: C,
): Promise<void> {
  const called = calledBy(
    argv,
    catalogue.map((entry) => entry.name),
  );
  for (const { name, says, load } of catalogue) {
    if (name === called) await load(program, context);
    else program.addCommand(new Command(name).description(says));
  }
}
