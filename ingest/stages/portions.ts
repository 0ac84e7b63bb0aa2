// Long work cut into portions: after each it says how much it was, and whoever runs it decides when others get a turn.
import { setImmediate } from 'node:timers/promises';

/** Yields after each portion how much was done, in characters; gives its result at the end. */
export type Portions<T> = Generator<number, T, void>;

/** A message that says nothing costs as much as this many characters. */
const charactersOfNothing = 200;
export const textLength = ({ text }: { readonly text: string }): number => text.length;
export const bodyLength = ({ body }: { readonly body: string }): number => body.length;

/** What is done before others get a turn: some tens of milliseconds of the scorers. Also what a portion says that is no text and takes as long. */
export const mostInOneGo = 5000;

/** One portion for each item: what `work` makes of them, in their order. */
export function* eachInPortions<Item, Made>(
  items: readonly Item[],
  lengthOf: (item: Item) => number,
  work: (item: Item, index: number) => Made,
): Portions<Made[]> {
  const made: Made[] = [];
  for (const [index, item] of items.entries()) {
    made.push(work(item, index));
    yield charactersOfNothing + lengthOf(item);
  }
  return made;
}

/** All of it at once, for whoever keeps nobody waiting. */
export function inOneGo<T>(portions: Portions<T>): T {
  for (;;) {
    const step = portions.next();
    if (step.done === true) return step.value;
  }
}

/** Lets the event loop turn after every 5,000 characters or so; a single text may be longer and is not cut. */
export async function inTurns<T>(portions: Portions<T>): Promise<T> {
  let done = 0;
  for (;;) {
    const step = portions.next();
    if (step.done === true) return step.value;
    done += step.value;
    if (done < mostInOneGo) continue;
    done = 0;
    await setImmediate();
  }
}
