// A progress line that is drawn over itself on a terminal, and nothing elsewhere.
import type { CommandContext } from './context.ts';

export type ProgressLine = {
  /** `total` null: the end is not known yet. */
  readonly show: (label: string, done: number, total: number | null) => void;
  /** Wipes the line, so that what is printed next stands alone. */
  readonly clear: () => void;
};

const width = 30;
const redrawMs = 100;

export function openProgressLine(context: Pick<CommandContext, 'isTerminal' | 'stderr' | 'clock'>): ProgressLine {
  let shownAt = Number.NEGATIVE_INFINITY;
  let isDrawn = false;
  return {
    show: (label, done, total) => {
      if (!context.isTerminal) return;
      const now = context.clock();
      if (now - shownAt < redrawMs) return;
      shownAt = now;
      isDrawn = true;
      context.stderr(`\r\u001b[2K${label} ${total === null ? '' : barOf(done, total)}${done.toLocaleString('en')}`);
    },
    clear: () => {
      if (isDrawn) context.stderr('\r\u001b[2K');
      isDrawn = false;
    },
  };
}

function barOf(done: number, total: number): string {
  const share = total === 0 ? 1 : Math.min(1, done / total);
  const filled = Math.floor(share * width);
  return `[${'#'.repeat(filled)}${'.'.repeat(width - filled)}] ${Math.floor(share * 100)} % `;
}
