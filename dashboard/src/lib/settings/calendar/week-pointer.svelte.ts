// A pointer over the week editor: what it drags, and the week as it would be if it let go now.
import type { Place, Week } from './week.ts';
import { type Drag, type Dragged, dragged, type Layout, type Point, pointAt } from './week-drag.ts';

type Options = {
  readonly box: () => HTMLElement | undefined;
  readonly week: () => Week;
  readonly layout: () => Layout;
  readonly isDisabled: () => boolean;
  readonly ondrop: (result: Dragged) => void;
  /** A press without a move: on hours, or on empty ground. */
  readonly onpress: (place: Place | null) => void;
};

/** A pointer that moved less than this, in pixels, has pressed and not dragged. */
const pressReach = 4;

export function openWeekPointer(options: Options) {
  let drag = $state.raw<(Drag & { readonly x: number; readonly y: number }) | null>(null);
  let preview = $state.raw<Dragged | null>(null);

  function pointOf(event: PointerEvent): Point {
    const box = options.box();
    return box === undefined ? { day: 0, minute: 0 } : pointAt(event.clientX, event.clientY, box.getBoundingClientRect(), options.layout());
  }

  function begun(event: PointerEvent): Drag | null {
    if (!(event.target instanceof Element)) return null;
    const [does, day, index] = event.target.closest('[data-drag]')?.getAttribute('data-drag')?.split('.') ?? [];
    const place = { day: Number(day), index: Number(index) };
    if (does === 'move' || does === 'open' || does === 'close') return { does, place, from: pointOf(event) };
    // A finger on empty ground scrolls the page; hours are added by the + of the day there.
    return event.pointerType === 'mouse' || event.pointerType === 'pen' ? { does: 'add', from: pointOf(event) } : null;
  }

  function giveUp(): void {
    drag = null;
    preview = null;
  }

  return {
    get preview() {
      return preview;
    },
    get isDragging() {
      return drag !== null;
    },
    giveUp,
    down(event: PointerEvent): void {
      if (options.isDisabled() || event.button !== 0) return;
      const found = begun(event);
      if (found === null) return;
      options.box()?.setPointerCapture(event.pointerId);
      drag = { ...found, x: event.clientX, y: event.clientY };
    },
    move(event: PointerEvent): void {
      if (drag === null) return;
      if (preview === null && Math.hypot(event.clientX - drag.x, event.clientY - drag.y) < pressReach) return;
      preview = dragged(options.week(), drag, pointOf(event));
    },
    up(): void {
      const [ended, result] = [drag, preview];
      giveUp();
      if (ended === null) return;
      if (result !== null) options.ondrop(result);
      else options.onpress(ended.does === 'add' ? null : ended.place);
    },
  };
}
