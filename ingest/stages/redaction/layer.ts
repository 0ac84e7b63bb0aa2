// Layers: a rewritten text that remembers, for every code unit, which stretch of the original it came from.
import { composed, dropped, extending, replacementOf, unitsToText } from './characters.ts';

/** `starts` and `ends` are null while every unit still stands where it stood in the original. */
export type Layer = { readonly text: string; readonly starts: Int32Array | null; readonly ends: Int32Array | null };

/** Replaces `[start, end)` of a layer; edits come in order and do not overlap. */
export type Edit = { readonly start: number; readonly end: number; readonly text: string };

export function layerOf(text: string): Layer {
  return { text, starts: null, ends: null };
}

/** The stretch of the original that `[start, end)` of the layer came from. */
export function toOriginal(layer: Layer, start: number, end: number): { start: number; end: number } {
  if (layer.starts === null || layer.ends === null) return { start, end };
  return { start: layer.starts[start] ?? start, end: layer.ends[end - 1] ?? end };
}

/** Units of a new layer together with their origins; `length` of the arrays is in use. */
type Draft = { units: Uint16Array; starts: Int32Array; ends: Int32Array; length: number };

function openDraft(capacity: number): Draft {
  return { units: new Uint16Array(capacity), starts: new Int32Array(capacity), ends: new Int32Array(capacity), length: 0 };
}

/** Room for `more` units; compatibility forms may be longer than what they stand for. */
function reserve(draft: Draft, more: number): void {
  if (draft.length + more <= draft.units.length) return;
  const larger = openDraft((draft.length + more) * 2);
  larger.units.set(draft.units);
  larger.starts.set(draft.starts);
  larger.ends.set(draft.ends);
  draft.units = larger.units;
  draft.starts = larger.starts;
  draft.ends = larger.ends;
}

function put(draft: Draft, unit: number, start: number, end: number): void {
  const at = draft.length++;
  draft.units[at] = unit;
  draft.starts[at] = start;
  draft.ends[at] = end;
}

/** Copies `[from, to)` of a layer as it is. */
function copy(draft: Draft, layer: Layer, from: number, to: number): void {
  reserve(draft, to - from);
  const { text, starts, ends } = layer;
  const shift = draft.length - from;
  for (let index = from; index < to; index++) draft.units[index + shift] = text.charCodeAt(index);
  if (starts !== null && ends !== null) {
    draft.starts.set(starts.subarray(from, to), draft.length);
    draft.ends.set(ends.subarray(from, to), draft.length);
  } else {
    for (let index = from; index < to; index++) {
      draft.starts[index + shift] = index;
      draft.ends[index + shift] = index + 1;
    }
  }
  draft.length += to - from;
}

function close(draft: Draft): Layer {
  return {
    text: unitsToText(draft.units, draft.length),
    starts: draft.starts.subarray(0, draft.length),
    ends: draft.ends.subarray(0, draft.length),
  };
}

/** The layer with the edits applied; every unit of a replacement comes from the whole stretch it replaces. */
export function rewrite(layer: Layer, edits: readonly Edit[]): Layer {
  if (edits.length === 0) return layer;
  const draft = openDraft(layer.text.length + 16);
  let at = 0;
  for (const edit of edits) {
    copy(draft, layer, at, edit.start);
    const origin = toOriginal(layer, edit.start, edit.end);
    reserve(draft, edit.text.length);
    for (let index = 0; index < edit.text.length; index++) put(draft, edit.text.charCodeAt(index), origin.start, origin.end);
    at = edit.end;
  }
  copy(draft, layer, at, layer.text.length);
  return close(draft);
}

/** Length of the segment at `index`: one character with the marks that belong to it (16 at most, so that a wall of marks stays cheap). */
function segmentLength(text: string, index: number): number {
  const code = text.charCodeAt(index);
  let end = index + 1;
  if (code >= 0xd800 && code < 0xdc00 && end < text.length) {
    const low = text.charCodeAt(end);
    if (low >= 0xdc00 && low < 0xe000) end++;
  }
  const limit = Math.min(text.length, end + 16);
  while (end < limit && extending[text.charCodeAt(end)] === 1) end++;
  return end - index;
}

/** Latin, Greek and Cyrillic letters, digits and Han need no marks beyond their composed forms: what is left over is decoration, and could part a word. */
function isPlainBase(code: number): boolean {
  return code < 0x250 || (code >= 0x370 && code < 0x530) || (code >= 0x1e00 && code < 0x2000) || (code >= 0x3400 && code < 0xa000);
}

function firstChange(text: string): number {
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code >= 0x80 && (replacementOf(code) !== 0 || extending[code] === 1)) return index;
  }
  return -1;
}

/** The text with stand-ins of the same length, null where something has to be dropped or composed. */
function replaceInPlace(text: string, from: number): string | null {
  const units = new Uint16Array(text.length);
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    units[index] = code;
    if (index < from || code < 0x80) continue;
    const replacement = replacementOf(code);
    if (replacement >= dropped || extending[code] === 1) return null;
    if (replacement !== 0) units[index] = replacement;
  }
  return unitsToText(units, text.length);
}

/** Adds the normal form of one segment, which stands at `[index, index + length)` of the layer. */
function putSegment(draft: Draft, layer: Layer, index: number, length: number): void {
  const { start, end } = toOriginal(layer, index, index + length);
  const normal = layer.text.slice(index, index + length).normalize('NFKC');
  const isDecorated = isPlainBase(normal.charCodeAt(0));
  reserve(draft, normal.length);
  for (let unit = 0; unit < normal.length; unit++) {
    const code = normal.charCodeAt(unit);
    const folded = replacementOf(code);
    if (folded === dropped || (unit > 0 && isDecorated && extending[code] === 1)) continue;
    put(draft, folded === 0 || folded === composed ? code : folded, start, end);
  }
}

/** The layer without invisible characters, where one parts a letter from a mark of its own: the two would not find each other any more. */
function withoutParting(layer: Layer): Layer {
  const edits: Edit[] = [];
  const { text } = layer;
  let hasParted = false;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code < 0x80 || replacementOf(code) !== dropped) continue;
    edits.push({ start: index, end: index + 1, text: '' });
    if (extending[text.charCodeAt(index + 1)] === 1) hasParted = true;
  }
  return hasParted ? rewrite(layer, edits) : layer;
}

/** NFKC without invisible characters, each unit mapped to where it came from. */
export function normaliseLayer(given: Layer): Layer {
  const change = firstChange(given.text);
  if (change < 0) return given;
  const layer = withoutParting(given);
  const { text } = layer;
  // Full-width punctuation alone, as nearly all Chinese text has it, moves nothing.
  const inPlace = replaceInPlace(text, Math.min(change, text.length));
  if (inPlace !== null) return { ...layer, text: inPlace };
  const draft = openDraft(text.length + 16);
  let [index, copied] = [0, 0];
  while (index < text.length) {
    const code = text.charCodeAt(index);
    const replacement = code < 0x80 ? 0 : replacementOf(code);
    const next = index + 1 < text.length ? text.charCodeAt(index + 1) : 0;
    const hasMarks = next >= 0x300 && extending[next] === 1;
    if (replacement === 0 && !hasMarks) {
      index++;
      continue;
    }
    copy(draft, layer, copied, index);
    // A dropped character does not take the marks behind it along: they are looked at on their own.
    const length = replacement === dropped || (replacement !== composed && !hasMarks) ? 1 : segmentLength(text, index);
    if (replacement !== dropped) putSegment(draft, layer, index, length);
    index += length;
    copied = index;
  }
  copy(draft, layer, copied, text.length);
  return close(draft);
}
