// Several small choices as one number, and back.

/**
 * `pack([i, j, k])` for choices of the given sizes; `unpack` is its inverse; `size` is the number of combinations. Where
 * millions are packed, the sum of each choice times its weight does it without a list.
 */
export type MixedRadix = {
  readonly size: number;
  readonly weights: readonly number[];
  pack(digits: readonly number[]): number;
  unpack(code: number): number[];
};

export function mixedRadix(sizes: readonly number[]): MixedRadix {
  const weights = sizes.map((_, position) => sizes.slice(position + 1).reduce((product, size) => product * size, 1));
  return {
    weights,
    size: sizes.reduce((product, size) => product * size, 1),
    pack: (digits) => sizes.reduce((code, size, position) => code * size + (digits[position] ?? 0), 0),
    unpack: (code) => {
      let rest = code;
      return sizes
        .toReversed()
        .map((size) => {
          const digit = rest % size;
          rest = (rest - digit) / size;
          return digit;
        })
        .toReversed();
    },
  };
}
