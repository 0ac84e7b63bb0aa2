// What the parts of a source's page do: one thing at a time, told when it is done or why not, and the page asked anew.
import { useToasts } from '../components/toasts.svelte.ts';
import { useScreen } from '../screen.svelte.ts';
import { saveProblem } from '../settings/parts/save-problem.ts';

export type Acting = {
  readonly isBusy: boolean;
  /** `done`: what to say afterwards, where the page itself does not show it; it may follow from what the work gave. */
  readonly act: <Given>(work: () => Promise<Given>, done?: string | ((given: Given) => string)) => Promise<void>;
};

/** To be called while a component is set up. */
export function useActing(onchanged: () => Promise<void>): Acting {
  const screen = useScreen();
  const toasts = useToasts();
  let isBusy = $state(false);
  return {
    get isBusy() {
      return isBusy;
    },
    act: async (work, done) => {
      isBusy = true;
      try {
        const given = await work();
        if (done !== undefined) toasts.done(typeof done === 'string' ? done : done(given));
        await onchanged();
      } catch (caught) {
        toasts.failed(saveProblem(caught, screen.words));
      } finally {
        isBusy = false;
      }
    },
  };
}
