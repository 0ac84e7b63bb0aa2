// Short notices that come and go: what was saved, removed, or failed.
import { createContext } from 'svelte';

export type Toast = { readonly id: number; readonly text: string; readonly kind: 'done' | 'failed' };
export type Toasts = ReturnType<typeof openToasts>;

const [useToasts, provideToasts] = createContext<Toasts>();

export { provideToasts, useToasts };

/** The notices of this visit. Failures stay until they are closed; the rest leaves after six seconds. */
export function openToasts() {
  let shown = $state.raw<readonly Toast[]>([]);
  let last = 0;
  function close(id: number): void {
    shown = shown.filter((toast) => toast.id !== id);
  }
  function show(text: string, kind: Toast['kind']): void {
    last += 1;
    const id = last;
    shown = [...shown.slice(-3), { id, text, kind }];
    if (kind === 'done') setTimeout(() => close(id), 6_000);
  }
  return {
    get shown() {
      return shown;
    },
    close,
    done: (text: string) => show(text, 'done'),
    failed: (text: string) => show(text, 'failed'),
  };
}
