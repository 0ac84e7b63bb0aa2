// Growing lists of numbers: what is known goes over into a longer list.

/** `to`, which is longer, with the numbers of `from` at its beginning. */
export function longer<Numbers extends Uint8Array | Uint16Array | Uint32Array | Int32Array | Float32Array | Float64Array>(
  from: Numbers,
  to: Numbers,
): Numbers {
  to.set(from);
  return to;
}
