// What a pressed key asks for, apart from the page: pure, so that it can be tested without a browser.

export type KeyWish =
  | { readonly does: 'search' | 'help' | 'close' | 'down' | 'up' | 'await-page' }
  | { readonly does: 'go'; readonly href: string };

export type Press = {
  readonly key: string;
  readonly hasModifier: boolean;
  /** True while typing into a field or a widget that uses keys itself. */
  readonly isTyping: boolean;
  /** True while a row of a list has the focus: then the arrow keys walk as well; elsewhere they scroll. */
  readonly isOnRow: boolean;
  /** True after `g`, for the next press. */
  readonly isAwaitingPage: boolean;
};

/** The wish behind a press; null where the key belongs to the browser or to the field. */
export function keyWish(press: Press, pages: readonly { readonly key: string; readonly href: string }[]): KeyWish | null {
  if (press.hasModifier) return null;
  if (press.key === 'Escape') return { does: 'close' };
  if (press.isTyping) return null;
  if (press.isAwaitingPage) {
    const page = pages.find((entry) => entry.key === press.key);
    return page === undefined ? null : { does: 'go', href: page.href };
  }
  switch (press.key) {
    case '/':
      return { does: 'search' };
    case '?':
      return { does: 'help' };
    case 'g':
      return { does: 'await-page' };
    case 'j':
      return { does: 'down' };
    case 'k':
      return { does: 'up' };
    case 'ArrowDown':
      return press.isOnRow ? { does: 'down' } : null;
    case 'ArrowUp':
      return press.isOnRow ? { does: 'up' } : null;
    default:
      return null;
  }
}

/** The place to move to in a list of `count` rows; from outside the list, `down` enters at the top and `up` at the end. */
export function nextRow(at: number, step: 1 | -1, count: number): number {
  if (count === 0) return -1;
  if (at < 0) return step === 1 ? 0 : count - 1;
  return Math.min(count - 1, Math.max(0, at + step));
}
