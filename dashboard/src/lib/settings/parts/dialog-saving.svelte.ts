// What every dialog that saves does: busy meanwhile, a word when it is done, the list anew, itself closed; or what went wrong, and it stays open.
import { useToasts } from '../../components/toasts.svelte.ts';
import { useScreen } from '../../screen.svelte.ts';
import { saveProblem } from './save-problem.ts';

export type DialogSaving = {
  readonly isBusy: boolean;
  /** What went wrong the last time, in words. */
  readonly problem: string | null;
  /** `work` saves and gives the words that say so. */
  readonly save: (work: () => Promise<string>) => Promise<void>;
};

/** To be called while the dialog is set up. `onsaved` asks for the list anew; the dialog closes behind it. */
export function openDialogSaving(onsaved: () => Promise<void> | void, onclose: () => void): DialogSaving {
  const screen = useScreen();
  const toasts = useToasts();
  let isBusy = $state(false);
  let problem = $state<string | null>(null);
  return {
    get isBusy() {
      return isBusy;
    },
    get problem() {
      return problem;
    },
    save: async (work) => {
      isBusy = true;
      problem = null;
      try {
        toasts.done(await work());
        await onsaved();
        onclose();
      } catch (caught) {
        problem = saveProblem(caught, screen.words);
      } finally {
        isBusy = false;
      }
    },
  };
}
