// A QR code as one SVG path, so that it can be drawn without an image.
import { encode } from 'uqr';

/** `size` modules a side, without the quiet border; `path` draws the dark ones as unit squares. */
export function qrPath(text: string): { readonly size: number; readonly path: string } {
  const { data, size } = encode(text, { border: 0 });
  const squares = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  return { size, path: squares.join('') };
}
