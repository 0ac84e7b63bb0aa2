// An engine that may still be opening, or have to be opened again: questions wait for it, everything else answers at once.
import type { Engine } from '#api/engine/engine.ts';

export type WaitingEngine = Engine & {
  /** Gives up the present engine, which failed, and opens another. */
  reopen(): Promise<void>;
};

/** Begins to open at once. Every call waits until that is done; where it failed, every call fails the same way until `reopen`. */
export function openWaitingEngine(open: () => Promise<Engine>): WaitingEngine {
  const begin = (): Promise<Engine> => {
    const opening = open();
    // Without this a failure before the first question would end the process as an unhandled rejection.
    opening.catch(() => undefined);
    return opening;
  };
  let present = begin();
  const close = async () => {
    const engine = await present.catch(() => null);
    await engine?.close();
  };
  return {
    ask: async (plan, options) => await (await present).ask(plan, options),
    rows: async (plan, page, options) => await (await present).rows(plan, page, options),
    satisfaction: async (plan, options) => await (await present).satisfaction(plan, options),
    disagreements: async (plan, side, page, options) => await (await present).disagreements(plan, side, page, options),
    values: async () => await (await present).values(),
    notices: async (question) => await (await present).notices(question),
    freshness: async () => await (await present).freshness(),
    refresh: async () => await (await present).refresh(),
    close,
    reopen: async () => {
      await close();
      present = begin();
      await present;
    },
  };
}
