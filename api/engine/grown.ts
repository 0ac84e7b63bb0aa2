// Room for more in a typed array.

type Growable = Float64Array | Int32Array | Uint32Array | Uint16Array | Uint8Array;

/** From here on an array grows by a quarter: twice the room of a large one would be memory that nothing fills. */
const large = 2 ** 18;

/** The array itself while `length` fits, or a copy with more room than that; what is new is 0. */
export function grown<Kind extends Growable>(array: Kind, length: number): Kind {
  if (length <= array.length) return array;
  const room = Math.max(length, Math.floor(array.length * (array.length < large ? 2 : 1.25)), 64);
  return resized(array, room);
}

/** The array itself where it has exactly that length already, or a copy that has. */
export function resized<Kind extends Growable>(array: Kind, length: number): Kind;
export function resized(array: Growable, length: number): Growable {
  if (array.length === length) return array;
  const copy = emptyLike(array, length);
  copy.set(array.length > length ? array.subarray(0, length) : array);
  return copy;
}

function emptyLike(array: Growable, length: number): Growable {
  if (array instanceof Float64Array) return new Float64Array(length);
  if (array instanceof Int32Array) return new Int32Array(length);
  if (array instanceof Uint32Array) return new Uint32Array(length);
  return array instanceof Uint16Array ? new Uint16Array(length) : new Uint8Array(length);
}
