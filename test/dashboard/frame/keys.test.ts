// What a pressed key asks for.
import { describe, expect, it } from 'vitest';
import { keyWish, nextRow, type Press } from '../../../dashboard/src/lib/frame/keys.ts';

const pages = [
  { key: 'o', href: '/' },
  { key: 'c', href: '/conversations' },
];
const press = (key: string, more: Partial<Press> = {}) =>
  keyWish({ key, hasModifier: false, isTyping: false, isOnRow: false, isAwaitingPage: false, ...more }, pages);

describe('keyWish', () => {
  it('knows the keys of the screen', () => {
    expect(['/', '?', 'j', 'k', 'g', 'Escape', 'x'].map((key) => press(key))).toEqual([
      { does: 'search' },
      { does: 'help' },
      { does: 'down' },
      { does: 'up' },
      { does: 'await-page' },
      { does: 'close' },
      null,
    ]);
  });

  it('goes to a page on g and its letter, and nowhere on another letter', () => {
    expect([press('c', { isAwaitingPage: true }), press('j', { isAwaitingPage: true })]).toEqual([
      { does: 'go', href: '/conversations' },
      null,
    ]);
  });

  it('leaves keys to whoever is typing, except the way out', () => {
    expect([press('j', { isTyping: true }), press('/', { isTyping: true }), press('Escape', { isTyping: true })]).toEqual([
      null,
      null,
      { does: 'close' },
    ]);
  });

  it('walks a list with the arrow keys as well, but only from a row of it', () => {
    expect([press('ArrowDown', { isOnRow: true }), press('ArrowUp', { isOnRow: true }), press('ArrowDown')]).toEqual([
      { does: 'down' },
      { does: 'up' },
      null,
    ]);
  });

  it('leaves chords to the browser', () => {
    expect([press('k', { hasModifier: true }), press('Escape', { hasModifier: true })]).toEqual([null, null]);
  });
});

describe('nextRow', () => {
  it('enters at either end, stops at the ends, and finds nothing in an empty list', () => {
    expect([nextRow(-1, 1, 5), nextRow(-1, -1, 5), nextRow(4, 1, 5), nextRow(0, -1, 5), nextRow(2, 1, 5), nextRow(-1, 1, 0)]).toEqual([
      0, 4, 4, 0, 3, -1,
    ]);
  });
});
